import { photoRules } from '../jpeg/photo-rules.ts'
import { readJpeg, type JpegFacts } from '../jpeg/markers.ts'
import { done, failed, type FileFailure, type Outcome } from '../outcome.ts'

/** The rules that a file breaks before anything of it is decoded: a picture of a gigapixel is refused by its header. */
export function checkFile(bytes: Uint8Array): Outcome<JpegFacts, FileFailure> {
  const { leastSide, mostSide, leastBytes, mostBytes } = photoRules
  if (bytes.length > mostBytes) return failed('fileTooHeavy')
  if (!(bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)) return failed('fileNotJpeg')
  const facts = readJpeg(bytes)
  if (facts === null) return failed('fileBroken')
  if (facts.components === 4) return failed('fileCmyk')
  if (facts.components !== 1 && facts.components !== 3) return failed('fileBroken')
  if (Math.max(facts.width, facts.height) > mostSide) return failed('fileTooManyPixels')
  if (Math.min(facts.width, facts.height) < leastSide) return failed('fileTooFewPixels')
  if (bytes.length < leastBytes) return failed('fileTooLight')
  return done(facts)
}

import { fail, ok, type Result } from '../../../failures/result.ts'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const headerLength = 13
/** Pixels along a side: what is printed on a card of 85 mm needs no more. */
const sideMax = 2_048

/**
 * The bytes again when they begin as a PNG of a size that a card's face can have: whoever shows the picture decodes
 * it, and a picture that claims to be huge takes their memory. Failure: CARD-MALFORMED.
 */
export function checkPng(bytes: Uint8Array): Result<Uint8Array> {
  const header = signature.length + 8
  if (bytes.length < header + headerLength || signature.some((byte, index) => bytes[index] !== byte)) return fail('CARD-MALFORMED', 'a picture that is no PNG')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const isHeader = view.getUint32(8) === headerLength && view.getUint32(12) === 0x49484452
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const fits = (side: number): boolean => side > 0 && side <= sideMax
  return isHeader && fits(width) && fits(height) ? ok(bytes) : fail('CARD-MALFORMED', 'a PNG of a size that no card has')
}

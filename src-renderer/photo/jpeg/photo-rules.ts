import { readJpeg } from './markers.ts'

/** The rules of the online application (reference counter-procedures.md §A.3): pixels a side and bytes. */
export const photoRules = { leastSide: 480, mostSide: 6000, leastBytes: 20_000, mostBytes: 7_000_000 } as const

/** JFIF, tables, frame and scan: nothing else may stand in a finished photo, so no Exif, no comment, no profile. */
const plainSegments = [0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda]

/** Whether these bytes are a finished photo: JPEG, colour or grey, sides and size by the rule, no metadata. */
export function keepsPhotoRules(bytes: Uint8Array): boolean {
  const { leastSide, mostSide, leastBytes, mostBytes } = photoRules
  const facts = readJpeg(bytes)
  if (facts === null || bytes.length < leastBytes || bytes.length > mostBytes) return false
  const sides = [facts.width, facts.height]
  return sides.every((side) => side >= leastSide && side <= mostSide) && [1, 3].includes(facts.components) && facts.segments.every((segment) => plainSegments.includes(segment))
}

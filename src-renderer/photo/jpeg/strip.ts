/** APP1 to APP15 and comments: Exif, profiles, whatever programs add. Chromium writes its sRGB profile (APP2) into every picture. */
const isExtra = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe

/** A JPEG file as the browser's encoder writes it, with nothing but the picture: JFIF, tables, frame, scan. No pixel changes. */
export function stripped(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  let position = 2
  for (;;) {
    const marker = jpeg[position + 1]
    const high = jpeg[position + 2]
    const low = jpeg[position + 3]
    // Behind the last header comes the picture, which goes over as it is; so does what is no segment, for the rules to refuse.
    if (jpeg[position] !== 0xff || marker === undefined || high === undefined || low === undefined || marker === 0xda) break
    const next = position + 2 + high * 256 + low
    if (!isExtra(marker)) kept.push(jpeg.subarray(position, next))
    position = next
  }
  kept.push(jpeg.subarray(position))
  const out = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of kept) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

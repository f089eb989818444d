/**
 * CJK Compatibility Ideographs and their Supplement. All but twelve have a canonical decomposition, so NFC (and
 * NFD, NFKC) replaces them by the unified character: 神 U+FA19 becomes 神 U+795E, another way to write a name.
 * The twelve, among them 﨑 U+FA11, are unified ideographs in spite of the block's name and survive. No Han
 * character outside these two blocks changes under NFC, and no form of normalisation removes a variation selector.
 */
const outsideCompatibilityIdeographs = /[^\uF900-\uFAFF\u{2F800}-\u{2FA1F}]+/gu

/**
 * One spelling for texts that people cannot tell apart (が as one or two code points, é likewise), with every
 * ideograph and every variation selector left as recorded. Use this, never `normalize()`, on names and addresses.
 */
export function normaliseRecorded(text: string): string {
  return text.replace(outsideCompatibilityIdeographs, (run) => run.normalize('NFC'))
}

/** Whether two recorded texts are the same person's writing: 葛󠄀 and 葛 are not. */
export function sameRecordedText(left: string, right: string): boolean {
  return normaliseRecorded(left) === normaliseRecorded(right)
}

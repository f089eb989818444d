const variationSelectors = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu

/** Hiragana U+3041…U+3096 stands 0x60 below katakana. */
const katakana = (text: string): string => text.replace(/[\u3041-\u3096]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))

/**
 * A name as it is looked for, never as it is shown: without spaces and variation selectors, compatibility forms
 * folded, kana as katakana, letters as capitals.
 */
export function searchKey(text: string): string {
  return katakana(text.replace(variationSelectors, '').normalize('NFKC').replace(/[\s・,.'-]/gu, '')).toUpperCase()
}

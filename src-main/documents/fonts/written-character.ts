/** One written character: a base character and the variation selector that belongs to it, if any. */
export interface WrittenCharacter {
  readonly base: number
  readonly selector: number | null
}

const isSelector = (codePoint: number): boolean => (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)

/** Never normalises: NFC would replace a compatibility ideograph (神 U+FA19) by another one. A selector without a base stands alone, and no font has it. */
export function writtenCharacters(text: string): WrittenCharacter[] {
  const characters: WrittenCharacter[] = []
  for (const symbol of text) {
    const codePoint = symbol.codePointAt(0) ?? 0
    const before = characters.at(-1)
    if (isSelector(codePoint) && before?.selector === null && !isSelector(before.base)) {
      characters[characters.length - 1] = { base: before.base, selector: codePoint }
    } else characters.push({ base: codePoint, selector: null })
  }
  return characters
}

const hex = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/** "U+845B U+E0100": how a missing character is named to staff. Not personal data: one character, no context. */
export function characterName(character: WrittenCharacter): string {
  return character.selector === null ? hex(character.base) : `${hex(character.base)} ${hex(character.selector)}`
}

export function characterText(character: WrittenCharacter): string {
  return String.fromCodePoint(character.base, ...(character.selector === null ? [] : [character.selector]))
}

/** U+0020 and U+3000: the only characters that are right without ink. */
export const isSpace = (character: WrittenCharacter): boolean => character.selector === null && (character.base === 0x20 || character.base === 0x3000)

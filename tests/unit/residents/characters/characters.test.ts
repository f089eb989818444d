import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countGraphemes, graphemes, isOverLength } from '../../../../src-main/residents/characters/graphemes.ts'
import { maskName, splitName } from '../../../../src-main/residents/characters/person-name.ts'
import { normaliseRecorded, sameRecordedText } from '../../../../src-main/residents/characters/recorded-text.ts'
import { hasImpossibleCharacter, hasUnidentifiedCharacter } from '../../../../src-main/residents/characters/suspect-text.ts'

const kuzu = '葛\u{E0100}'
const tsuji = '辻\u{E0102}'
const be = '邉\u{E0102}'
const sai = '斉\u{E0103}'

/** Every assigned Han character, with the compatibility blocks. */
const hanCharacters: readonly string[] = [
  [0x3400, 0xa000],
  [0xf900, 0xfb00],
  [0x20000, 0x32400],
].flatMap(([from, to]) =>
  Array.from({ length: to! - from! }, (_, index) => String.fromCodePoint(from! + index)).filter((character) => /\p{Script=Han}/u.test(character)),
)

describe('counting characters', () => {
  it.each([
    ['見本　花子', 5],
    [kuzu, 1],
    [`${tsuji}　${be}${sai}`, 4],
    ['𠮷田', 2],
    ['か\u3099', 1],
    ['髙﨑', 2],
    ['', 0],
  ])('%j has %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count)
  })

  it('finds a text too long by characters, not by code units', () => {
    expect(isOverLength(kuzu.repeat(10), 10)).toBe(false)
    expect(isOverLength(kuzu.repeat(11), 10)).toBe(true)
    expect(isOverLength('見本', 2)).toBe(false)
    expect(isOverLength('見本市', 2)).toBe(true)
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(graphemes(text).join('')).toBe(text)
      }),
    )
  })
})

describe('one spelling for what looks the same', () => {
  it('joins kana and accents', () => {
    expect(normaliseRecorded('か\u3099き\u3099')).toBe('がぎ')
    expect(normaliseRecorded('Jose\u0301')).toBe('José')
    expect(sameRecordedText('ガ', 'カ\u3099')).toBe(true)
  })

  it('leaves every ideograph as recorded, although NFC would replace a thousand of them', () => {
    const replacedByNfc = hanCharacters.filter((character) => character.normalize('NFC') !== character)
    expect(replacedByNfc.length).toBeGreaterThan(900)
    expect('\uFA19'.normalize('NFC')).toBe('神')
    for (const character of hanCharacters)
      if (normaliseRecorded(character) !== character) expect.fail(`changed U+${character.codePointAt(0)!.toString(16)}`)
  })

  it('keeps the twelve unified ideographs of the compatibility block, which even NFC keeps', () => {
    for (const character of '﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩') {
      expect(character.normalize('NFC')).toBe(character)
      expect(normaliseRecorded(character)).toBe(character)
    }
  })

  it('never takes a variation selector away', () => {
    const texts = fc
      .array(
        fc.oneof(fc.constantFrom(kuzu, tsuji, be, sai, '\uFA19', '﨑', '𠮷', 'が', 'か\u3099', 'e\u0301', '神\uFE00'), fc.string({ unit: 'binary' })),
      )
      .map((parts) => parts.join(''))
    const selectors = (text: string): string =>
      Array.from(text)
        .filter((character) => /\p{Variation_Selector}/u.test(character))
        .join('')
    fc.assert(
      fc.property(texts, (text) => {
        expect(selectors(normaliseRecorded(text))).toBe(selectors(text))
      }),
    )
    expect(sameRecordedText(kuzu, '葛')).toBe(false)
    expect(sameRecordedText(kuzu, '葛\u{E0101}')).toBe(false)
    expect(sameRecordedText('髙', '高')).toBe(false)
    expect(sameRecordedText('\uFA19', '神')).toBe(false)
  })

  it('is settled after one time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseRecorded(normaliseRecorded(text))).toBe(normaliseRecorded(text))
      }),
    )
  })
})

describe('family and given name', () => {
  it.each([
    ['見本　花子', '見本', '花子'],
    ['見本　マリア　花子', '見本', 'マリア　花子'],
    ['SAMPLE JOHN ALBERT', 'SAMPLE JOHN ALBERT', null],
    ['見本', '見本', null],
    ['　花子', '　花子', null],
    ['見本　', '見本　', null],
  ])('%j is %j and %j', (text, family, given) => {
    expect(splitName(text)).toEqual({ family, given })
  })
})

describe('a name on the resident screen', () => {
  it.each([
    ['見本　花子', '見○　○子'],
    ['見本　一郎', '見○　○郎'],
    ['林　花子', '○　○子'],
    ['見本　翔', '見○　○'],
    ['林　翔', '林　○'],
    ['長曽我部　小百合', '長○○○　○○合'],
    ['SAMPLE JOHN', 'S○○○○○ J○○○'],
    [`${kuzu}${tsuji}　${be}${sai}`, `${kuzu}○　○${sai}`],
    ['𠮷田　𠮷', '𠮷○　○'],
  ])('%s is shown as %s', (name, shown) => {
    expect(maskName(name)).toBe(shown)
  })

  it('keeps the number of characters and hides at least one of any name of two or more', () => {
    const parts = fc.array(fc.constantFrom('見', '本', kuzu, '𠮷', 'が', '花', '子'), { minLength: 1, maxLength: 6 }).map((marks) => marks.join(''))
    fc.assert(
      fc.property(parts, parts, (family, given) => {
        const shown = maskName(`${family}　${given}`)
        expect(countGraphemes(shown)).toBe(countGraphemes(`${family}　${given}`))
        expect(shown).toContain('○')
      }),
    )
  })
})

describe('characters that cannot be in a record', () => {
  it.each([
    'a\u0000',
    '見本\n花子',
    'a\tb',
    '\uFFFD',
    '\uD842',
    '\uDFB7a',
    '\uFFFE',
    '\u202E見本',
    '\u2066',
    '\u0085',
    '\u2028',
    '見本\u200B',
    '\uFEFF見本',
    '見\u00AD本',
  ])('finds %j', (text) => {
    expect(hasImpossibleCharacter(text)).toBe(true)
  })

  it.each(['', '見本　花子', kuzu, '𠮷', '﨑', 'Ñandú O’Brien', '１－２－３', 'が', '神\uFE00'])('lets %j pass', (text) => {
    expect(hasImpossibleCharacter(text)).toBe(false)
    expect(hasUnidentifiedCharacter(text)).toBe(false)
  })

  it('finds 外字 in the private use areas', () => {
    for (const text of ['\uE000', '見本　\uF8FF子', '\u{F0000}', '\u{10FFFD}']) expect(hasUnidentifiedCharacter(text)).toBe(true)
  })
})

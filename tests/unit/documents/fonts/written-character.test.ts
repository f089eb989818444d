import fc from 'fast-check'
import { expect, it } from 'vitest'
import { characterName, characterText, writtenCharacters } from '../../../../src-main/documents/fonts/written-character.ts'

it('takes a selector together with the character before it, once', () => {
  expect(writtenCharacters('葛\u{E0100}飾').map(characterName)).toEqual(['U+845B U+E0100', 'U+98FE'])
  expect(writtenCharacters('葛\u{E0100}\u{E0101}').map(characterName)).toEqual(['U+845B U+E0100', 'U+E0101'])
})

it('loses and changes nothing of any text', () => {
  const unit = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('葛\u{E0100}', '\u{FA19}', '\u{E0102}', 'か\u3099', '𠮷'))
  fc.assert(
    fc.property(fc.array(unit).map((units) => units.join('')), (text) => {
      expect(writtenCharacters(text).map(characterText).join('')).toBe(text)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain, segments } from '../../../../src-renderer/words/furigana.ts'

describe('furigana markup', () => {
  it('splits marked words from the rest', () => {
    expect(segments('4けたの{暗証番号|あんしょうばんごう}を{入|い}れる')).toEqual([
      { text: '4けたの', reading: null },
      { text: '暗証番号', reading: 'あんしょうばんごう' },
      { text: 'を', reading: null },
      { text: '入', reading: 'い' },
      { text: 'れる', reading: null },
    ])
  })

  it('leaves braces without a reading alone', () => {
    expect(segments('{a} {|b} {c|}')).toEqual([{ text: '{a} {|b} {c|}', reading: null }])
  })

  it('loses and invents no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '|', '漢', 'か', 'a', '\n') }), (text) => {
        expect(
          segments(text)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(plain(text))
      }),
    )
  })

  it('changes nothing in a text without markup', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('漢', 'か', 'a', ' ') }), (text) => plain(text) === text))
  })
})

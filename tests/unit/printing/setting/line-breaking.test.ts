import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, cellsOf } from '../../../../src-main/printing/setting/line-breaking.ts'

const text = fc.array(fc.constantFrom('住', '民', '。', '（', '）', 'a', 'word', ' ', '1', 'ｶ', 'ー'), { maxLength: 60 }).map((parts) => parts.join(''))

describe('line breaking', () => {
  it('breaks between words', () => {
    expect(breakLines('Please hand this slip in at counter 3.', 20)).toEqual(['Please hand this', 'slip in at counter', '3.'])
  })

  it('keeps closing punctuation with the character before it, opening brackets with the one after', () => {
    expect(breakLines('あいうえ。', 8)).toEqual(['あいう', 'え。'])
    expect(breakLines('あいう（え）', 8)).toEqual(['あいう', '（え）'])
  })

  it('leaves an empty text one empty line', () => {
    expect(breakLines('', 10)).toEqual([''])
  })

  it('never makes a line too wide and never loses anything but spaces', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 48 }), (value, width) => {
        const lines = breakLines(value, width)
        for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''))
      }),
      { numRuns: 2_000 },
    )
  })
})

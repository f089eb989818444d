import { describe, expect, it } from 'vitest'
import { doctorWords, type DoctorWords } from '../../../../src-main/commands/doctor/words/words.ts'
import { englishIn } from './english-left.ts'

interface Said {
  readonly path: string
  readonly text: string
  /** Parameters that the text was made of. */
  readonly used: readonly string[]
}

/** Every text of the words; functions are given 〇 for each value, which a complete sentence has to show. */
function everyText(words: unknown, path: string): Said[] {
  if (typeof words === 'string') return [{ path, text: words, used: [] }]
  if (typeof words === 'function') {
    const used = new Set<string>()
    const named = new Proxy(['〇', '〇'], {
      get: (list, name) => {
        // Lists are the one value that is more than shown.
        if (name === 'join') return list.join.bind(list)
        used.add(String(name))
        return '〇'
      },
    })
    return [{ path, text: (words as (values: unknown) => string)(named), used: [...used].toSorted() }]
  }
  return Object.entries(words as Readonly<Record<string, unknown>>).flatMap(([name, part]) => everyText(part, `${path}.${name}`))
}

const english = everyText(doctorWords('en'), 'en')
const japanese = everyText(doctorWords('ja'), 'ja')

describe("the doctor's words", () => {
  it.each([...english, ...japanese])('$path says something', ({ text }) => {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/undefined|\[object/)
  })

  it('tell the same facts in both languages', () => {
    const facts = (said: readonly Said[]): unknown[] => said.map(({ path, used }) => ({ path: path.slice(3), used })).toSorted((a, b) => (a.path < b.path ? -1 : 1))
    expect(facts(japanese)).toEqual(facts(english))
    for (const { text, used } of [...english, ...japanese]) if (used.length > 0) expect(text).toContain('〇')
  })

  it.each(japanese)('$path has nothing left in English', ({ text }) => {
    expect(englishIn(text)).toEqual([])
  })

  it('notice English that was forgotten', () => {
    expect(englishIn('鍵 training、Ed25519、/etc/a-b/c.json、CARD-NO-READER、（pinReset）')).toEqual([])
    expect(englishIn('時計 not known')).toEqual(['not', 'known'])
    expect(englishIn(doctorWords('en').clock.seeByHand)).not.toEqual([])
  })

  it('say not ready where something failed', () => {
    const sums = (language: 'en' | 'ja'): string[] => {
      const { sum }: DoctorWords = doctorWords(language)
      return [sum({ ready: true, ok: 2, attention: 1, failed: 0 }), sum({ ready: false, ok: 2, attention: 0, failed: 1 })]
    }
    expect(sums('en')).toEqual(['Ready: 2 ok, 1 need attention, 0 failed.', 'NOT READY: 2 ok, 0 need attention, 1 failed.'])
    expect(sums('ja')).toEqual(['準備はできています（正常 2件、注意 1件、異常 0件）。', '準備ができていません（正常 2件、注意 0件、異常 1件）。'])
  })
})

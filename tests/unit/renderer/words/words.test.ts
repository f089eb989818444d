import { describe, expect, it } from 'vitest'
import { failureCodes, languageSchema, type FailureCode } from '../../../../src-preload/contract.ts'
import { isNeutral, neutralCode, residentCode } from '../../../../src-renderer/words/failure-words.ts'
import { segments } from '../../../../src-renderer/words/furigana.ts'
import { residentFailure, wordsOf, type Words } from '../../../../src-renderer/words/words.ts'

/** Every text in a tree of words; functions are called with something of each kind they may get. */
function texts(words: unknown, path = ''): { path: string; text: string }[] {
  if (typeof words === 'string') return [{ path, text: words }]
  if (typeof words === 'function') return texts((words as (...values: unknown[]) => unknown)(2, 5, 'x'), path)
  if (typeof words === 'object' && words !== null) return Object.entries(words).flatMap(([key, value]) => texts(value, `${path}.${key}`))
  return []
}

const forResidents = ({ failures, ...words }: Words) => [
  ...texts(words),
  ...Object.entries(failures).flatMap(([code, { resident }]) => texts(resident, code)),
]

const kanji = /[\p{Script=Han}々]/u

describe.each(languageSchema.options)('words in %s', (language) => {
  const words = wordsOf(language)

  it('leave nothing empty', () => {
    expect(texts(words).filter(({ text }) => text.trim() === '')).toEqual([])
  })

  it('have something of their own for every failure code', () => {
    expect(Object.keys(words.failures).sort()).toEqual([...failureCodes].sort())
  })

  it('show no bare code to a resident', () => {
    const codes = texts(Object.values(words.failures).map(({ resident }) => resident)).filter(({ text }) => /[A-Z]+-[A-Z]+/.test(text))
    expect(codes).toEqual([])
  })
})

describe('words in Japanese', () => {
  it('have a reading for every kanji a resident may meet', () => {
    const bare = forResidents(wordsOf('ja')).filter(({ text }) => segments(text).some((run) => run.reading === null && kanji.test(run.text)))
    expect(bare).toEqual([])
  })

  it('have readings in kana only', () => {
    const odd = forResidents(wordsOf('ja')).flatMap(({ text }) =>
      segments(text).filter((run) => run.reading !== null && !/^[ぁ-んー]+$/.test(run.reading)),
    )
    expect(odd).toEqual([])
  })
})

describe('refusals that must not be told from each other', () => {
  const codes = failureCodes.filter(isNeutral)

  it('cover the resident record and the forged card', () => {
    const expected: FailureCode[] = ['RESIDENT-BLOCKED', 'RESIDENT-NOT-FOUND', 'RESIDENT-INCOMPLETE', 'RESIDENT-CHANGED', 'CARD-NOT-GENUINE']
    expect(codes).toEqual(expect.arrayContaining(expected))
  })

  it.each(languageSchema.options)('are one and the same sentence in %s', (language) => {
    const words = wordsOf(language)
    expect(new Set(codes.map((code) => JSON.stringify(residentFailure(words, code))))).toHaveLength(1)
  })

  it('carry one and the same code', () => {
    expect(codes.map(residentCode)).toEqual(codes.map(() => neutralCode))
  })
})

describe('other failures', () => {
  it('show their own code', () => {
    expect(residentCode('PIN-BLOCKED')).toBe('PIN-BLOCKED')
  })
})

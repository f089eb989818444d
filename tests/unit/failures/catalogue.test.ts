import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../../src-preload/contract.ts'
import { failureCatalogue } from '../../../src-main/failures/catalogue.ts'
import { failureHandbook } from '../../../src-main/failures/handbook.ts'

describe('the failure catalogue', () => {
  it('knows every code of the contract and no other', () => {
    expect(Object.keys(failureCatalogue).sort()).toEqual([...failureCodes].sort())
  })

  it.each(failureCodes)('says in both languages what causes %s and what to do', (code) => {
    const { cause, remedy } = failureCatalogue[code]
    for (const text of [cause, remedy]) {
      expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/)
      expect(text.en).toMatch(/^[A-Za-z`].*\.$/s)
      expect(text.en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
      expect(text.ja + text.en).not.toContain('|')
    }
  })

  it('never says that trying again helps where a second paper could come out', () => {
    expect(failureCatalogue['PRINTER-TIMEOUT'].retriable).toBe(false)
    expect(failureCatalogue['PRINTER-UNCERTAIN'].retriable).toBe(false)
  })
})

describe('the handbook', () => {
  it.each(['ja', 'en'] as const)('has one row for every code (%s)', (language) => {
    const handbook = failureHandbook(language)
    for (const code of failureCodes) expect(handbook.split(`| \`${code}\` |`)).toHaveLength(2)
  })
})

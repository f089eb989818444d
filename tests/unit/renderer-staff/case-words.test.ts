import { describe, expect, it } from 'vitest'
import { cardCaseKinds, caseFindingKeys, caseGuidanceKeys, caseRefusalReasonSchema, languageSchema } from '../../../src-preload/contract.ts'
import { caseTransitions } from '../../../src-main/queue/cases/case-transitions.ts'
import { caseReason, withoutRepeats } from '../../../src-renderer/staff/cases/judgement/case-history-words.ts'
import { isOpenCase, listedCases } from '../../../src-renderer/staff/cases/list/listed-cases.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'

describe.each(languageSchema.options)('the words of card cases in %s', (language) => {
  const { cases } = staffWordsOf(language)

  it('say of each finding what it is and what to do', () => {
    for (const key of [...caseFindingKeys.missing, ...caseFindingKeys.barred]) expect([cases.findingWords[key].title, cases.findingWords[key].todo].every((text) => text.length > 3)).toBe(true)
    expect(new Set(Object.values(cases.findingWords).map(({ title }) => title)).size).toBe(Object.keys(cases.findingWords).length)
  })

  it('have a sentence for each piece of guidance, a name for each kind, and a word for each change', () => {
    expect(Object.keys(cases.guidanceWords).sort()).toEqual([...caseGuidanceKeys].sort())
    expect(Object.keys(cases.kinds).sort()).toEqual([...cardCaseKinds].sort())
    expect(Object.keys(cases.changes).sort()).toEqual(['open', ...Object.keys(caseTransitions)].sort())
  })

  it('never send anyone to the call centre for a release', () => {
    expect(cases.guidanceWords.releaseAtHomeCounter).toMatch(language === 'ja' ? /コールセンターを案内してはいけません/ : /Never send anyone to the call centre/)
  })
})

describe('the reason in the history of a case', () => {
  it('is put into words, with the note', () => {
    expect(caseReason('identityNotProven: 顔写真と一致しない', 'ja')).toBe('本人確認ができない（顔写真と一致しない）')
    expect(caseReason('notAccepted', 'en')).toBe('Not accepted')
    for (const reason of caseRefusalReasonSchema.options) expect(caseReason(reason, 'ja')).not.toBe(reason)
  })

  it('is shown as it stands when it is an account or a note', () => {
    expect(caseReason('mado02', 'en')).toBe('mado02')
    expect(caseReason('12:30: 電話', 'ja')).toBe('12:30: 電話')
  })

  it('tells recordings in a row once, with the last time', () => {
    const at = (minute: number, change: string, actor = 'mado01') => ({ at: `2026-11-21T03:0${minute}:00.000Z`, state: 'open' as const, actor, change, reason: null })
    const lines = withoutRepeats([at(0, 'open'), at(1, 'recordFacts'), at(2, 'recordFacts'), at(3, 'recordFacts', 'mado02'), at(4, 'seeCard'), at(5, 'recordFacts')])
    expect(lines.map((line) => line.at.slice(14, 16))).toEqual(['00', '02', '03', '04', '05'])
  })
})

describe('the list of cases', () => {
  const row = { caseId: 'a', number: 'K-001', openedAt: '2026-11-21T03:00:00.000Z', kind: 'pinReset', state: 'open', answerDueOn: null, answerOverdue: false, linkOutstanding: false, failure: null } as const

  it('keeps a finished case among the waiting ones until its certificate is registered', () => {
    expect(isOpenCase({ state: 'done', linkOutstanding: true })).toBe(true)
    expect(isOpenCase({ state: 'done', linkOutstanding: false })).toBe(false)
  })

  it('has the oldest first', () => {
    const rows = [{ ...row, caseId: 'b', openedAt: '2026-11-21T04:00:00.000Z' }, row, { ...row, caseId: 'c', state: 'withdrawn' as const }]
    expect(listedCases(rows, 'waiting').map(({ caseId }) => caseId)).toEqual(['a', 'b'])
    expect(listedCases(rows, 'all')).toHaveLength(3)
  })
})

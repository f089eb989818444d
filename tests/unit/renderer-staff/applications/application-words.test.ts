import { describe, expect, it } from 'vitest'
import { applicationFindingKeys, languageSchema } from '../../../../src-preload/contract.ts'
import { applicationTransitions } from '../../../../src-main/queue/applications/application-transitions.ts'
import { applicationReason, withoutRepeats } from '../../../../src-renderer/staff/applications/detail/history-words.ts'
import { staffWordsOf } from '../../../../src-renderer/staff/words/staff-words.ts'

describe.each(languageSchema.options)('the words of applications in %s', (language) => {
  const { applications } = staffWordsOf(language)

  it('say of each finding what it is and what to do', () => {
    for (const key of [...applicationFindingKeys.missing, ...applicationFindingKeys.barred]) expect([applications.findingWords[key].title, applications.findingWords[key].todo].every((text) => text.length > 3)).toBe(true)
    expect(new Set(Object.values(applications.findingWords).map(({ title }) => title)).size).toBe(Object.keys(applications.findingWords).length)
  })

  it('have a word for each change that main writes into the history', () => {
    expect(Object.keys(applications.changes).sort()).toEqual(['open', ...Object.keys(applicationTransitions)].sort())
  })

  it('say honestly that no machine tells a photo of a photo', () => {
    expect(applications.dialogs.confirmPhoto.limit).toMatch(language === 'ja' ? /機械では見分けられません/ : /No machine here tells/)
  })
})

describe('the reason in the history of an application', () => {
  it('is put into words, with the note', () => {
    expect(applicationReason('photo: 背景に家具', 'ja')).toBe('写真の不備（背景に家具）')
    expect(applicationReason('photoNotThePerson', 'en')).toBe('Not the person in the photo')
    expect(applicationReason('crash', 'ja')).toBe('中断から復旧')
    expect(applicationReason('見たことのない理由', 'ja')).toBe('見たことのない理由')
  })
})

describe('the history of an application', () => {
  const entry = (change: string, actor = 'mado01', on = '2026-11-21') => ({ at: '2026-11-21T01:00:00.000Z', on, state: 'draft' as const, change, actor, place: '01', reason: null })

  it('has one line for facts that one person recorded in a row on one day', () => {
    const history = [entry('open'), entry('saveFacts'), entry('saveFacts'), entry('saveFacts', 'mado02'), entry('saveFacts', 'mado02', '2026-11-22'), entry('receive')]
    expect(withoutRepeats(history).map(({ change, actor, on }) => `${change} ${actor} ${on}`)).toEqual([
      'open mado01 2026-11-21',
      'saveFacts mado01 2026-11-21',
      'saveFacts mado02 2026-11-21',
      'saveFacts mado02 2026-11-22',
      'receive mado01 2026-11-21',
    ])
  })
})

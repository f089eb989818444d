import { describe, expect, it } from 'vitest'
import { hasFittingSize, maxFileMessage, maxMessage } from '../../../src-main/channel/message-size.ts'

const dispatch = (type: string): unknown => ({ kind: 'dispatch', id: 1, event: { type } })

describe('the size of a message', () => {
  it.each(['next', 'signIn', 'applicationFacts'])('%s is small', (type) => {
    expect(hasFittingSize(dispatch(type), maxMessage)).toBe(true)
    expect(hasFittingSize(dispatch(type), maxMessage + 1)).toBe(false)
  })

  it.each(['photoChosen', 'applicationPhoto', 'applicationBatchImport'])('%s may carry a file', (type) => {
    expect(hasFittingSize(dispatch(type), maxFileMessage)).toBe(true)
    expect(hasFittingSize(dispatch(type), maxFileMessage + 1)).toBe(false)
  })

  it('a list may be looked at by a query', () => {
    expect(hasFittingSize({ kind: 'query', id: 1, query: { type: 'applicationBatchCheck' } }, maxMessage + 1)).toBe(true)
  })

  it.each([null, 7, 'text', [], {}, { event: null }, { event: 'photoChosen' }, { event: { type: ['photoChosen'] } }])('%j is no file', (message) => {
    expect(hasFittingSize(message, maxMessage + 1)).toBe(false)
  })
})

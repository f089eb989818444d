import { describe, expect, it } from 'vitest'
import { checkedAnswer, checkedOutgoing } from '../../../src-main/channel/outgoing.ts'
import { fail, ok } from '../../../src-main/failures/result.ts'
import type { Outgoing } from '../../../src-preload/contract.ts'
import { snapshotOf } from '../../../src-renderer/gallery/fixtures/snapshot.ts'

const attract = snapshotOf(new URLSearchParams('screen=attract'))

function check(message: unknown): { left: Outgoing; errors: string[] } {
  const errors: string[] = []
  return { left: checkedOutgoing(message as Outgoing, (error) => errors.push(error.message)), errors }
}

describe('what leaves main', () => {
  it('is the snapshot itself when the contract knows all of it', () => {
    expect(check({ kind: 'snapshot', snapshot: attract })).toEqual({ left: { kind: 'snapshot', snapshot: attract }, errors: [] })
  })

  it.each<[string, unknown]>([
    ['says what the contract has no word for', { ...attract, language: 'secret words' }],
    ['carries more than the contract names', { ...attract, applicantName: 'secret words' }],
  ])('is a cover instead of a snapshot that %s, and the report names the place only', (_, snapshot) => {
    const { left, errors } = check({ kind: 'snapshot', snapshot })
    expect(left).toEqual({ kind: 'cover' })
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain('snapshot')
    expect(errors[0]).not.toContain('secret words')
  })

  it('is INTERNAL under the same number instead of a reply the contract does not know', () => {
    const { left, errors } = check({ kind: 'reply', id: 7, result: { ok: false, failure: { code: 'secret words' } } })
    expect(left).toEqual({ kind: 'reply', id: 7, result: { ok: false, failure: { code: 'INTERNAL' } } })
    expect(errors).toHaveLength(1)
  })

  it('answers a query with what belongs to that query, and with INTERNAL otherwise', () => {
    const errors: string[] = []
    const report = (error: Error): void => void errors.push(error.message)
    const preview = { type: 'preview', requestId: 'a' } as const
    const paper = { pdfBase64: 'JVBERi0=', sheets: 1 }
    expect(checkedAnswer(preview, ok(paper), report)).toEqual(ok(paper))
    expect(checkedAnswer(preview, fail('STAFF-SIGNED-OUT'), report)).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(errors).toEqual([])
    expect(checkedAnswer(preview, ok({ ...paper, sheets: 'secret words' }), report)).toEqual(fail('INTERNAL'))
    expect(errors.join()).toContain('sheets')
    expect(errors.join()).not.toContain('secret words')
  })
})

import { describe, expect, it } from 'vitest'
import type { KeptAnswer, StatusEvidence } from '../../../../src-main/pki/certificate-status.ts'
import { requestDetailSchema } from '../../../../src-preload/contract.ts'
import { CounterDesk } from '../../../fixtures/procedures/counter-desk.ts'

const producedAt = new Date('2026-11-20T18:00:00.000Z')
const checkedAt = new Date('2026-11-21T01:00:00.000Z')
const answer = (kind: KeptAnswer['kind'], sha256: string): KeptAnswer => ({ kind, source: 'CRL file crl-user.der', responder: null, producedAt, nextUpdate: null, sha256, raw: null })
const ofTheCard = 'a'.repeat(64)
const evidence: StatusEvidence = { source: 'CRL file crl-user.der', producedAt, sha256: ofTheCard, checkedAt }

async function shown(kept: StatusEvidence): Promise<unknown> {
  const counter = await new CounterDesk().signedIn('clerk')
  const detail = counter.desk.detail(counter.request({ evidence: kept }).requestId)
  if (!detail.ok) throw new Error(detail.failure.code)
  return requestDetailSchema.parse(detail.value).identified.revocation
}

describe('失効の確認 of a request', () => {
  it.each(['crl', 'ocsp', 'deliveryCentre'] as const)('tells the clerk the kind of the answer about the card (%s) and as of when, not the name of a file', async (kind) => {
    const answers = [answer(kind === 'crl' ? 'ocsp' : 'crl', 'b'.repeat(64)), answer(kind, ofTheCard)]
    expect(await shown({ ...evidence, proof: { path: [], anchorSha256: null, answers } })).toEqual({ by: kind, asOf: '2026-11-20T18:00:00.000Z' })
  })

  it('leaves open what a request of older days does not say', async () => {
    expect(await shown(evidence)).toEqual({ by: null, asOf: '2026-11-20T18:00:00.000Z' })
    expect(await shown({ ...evidence, producedAt: null, sha256: null })).toEqual({ by: null, asOf: null })
  })
})

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../src-main/clock.ts'
import type { StatusEvidence } from '../../../src-main/pki/certificate-status.ts'
import { verifyEvidence, type EvidenceRules } from '../../../src-main/pki/evidence/verify-evidence.ts'
import { createPathCertificateStatus } from '../../../src-main/pki/providers/path-certificate-status.ts'
import { httpOcspTransport } from '../../../src-main/pki/providers/ocsp/http-transport.ts'
import { createOcspSource, type OcspTransport } from '../../../src-main/pki/providers/ocsp/ocsp-source.ts'
import { OpensslResponder } from '../../fixtures/pki/openssl-responder.ts'
import { newAuthority, newKey, newLeaf, newResponder, oneDay, type Authority } from '../../unit/pki/ocsp/support/authority.ts'
import { freshRequest, temporaryStore, value } from '../../unit/queue/temporary-store.ts'

const seconds = (count: number): Date => new Date(Date.now() + count * 1000)
const period = { notBefore: seconds(-400 * oneDay), notAfter: seconds(400 * oneDay) }
const freshness = { maxAgeSeconds: oneDay, skewSeconds: 60 }

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-evidence-'))
let authority: Authority
let leaf: Uint8Array
let received: Uint8Array
let evidence: StatusEvidence

/** One check against a responder that is gone afterwards: what is known later is what was kept. */
beforeAll(async () => {
  authority = newAuthority(undefined, period)
  leaf = newLeaf(authority, newKey(), { serial: 0x1001n, ...period })
  writeFileSync(join(folder, 'ca.der'), authority.der)
  const signerKey = newKey()
  const signer = newResponder(authority, signerKey, {}, period)
  const responder = await OpensslResponder.start({ authority: authority.der, signer, signerKey, index: [{ serial: '1001', revoked: null }] })
  try {
    const line = httpOcspTransport(responder.url, 20)
    const listening: OcspTransport = {
      description: line.description,
      async ask(request) {
        const asked = await line.ask(request)
        if (asked.ok) received = asked.response
        return asked
      },
    }
    const source = createOcspSource({ transport: listening, hash: 'sha256', nonce: 'required', ...freshness })
    const status = createPathCertificateStatus({ kind: 'userAuthentication', anchors: [join(folder, 'ca.der')], intermediates: [], policies: [], source, clock: systemClock })
    const verdict = await status.check(leaf, new Date())
    if (verdict.status !== 'good') throw new Error(verdict.status)
    evidence = verdict.evidence
  } finally {
    await responder.stop()
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

const rules = (): EvidenceRules => ({ anchors: [authority.certificate], lists: { maxAgeDays: 7, skewSeconds: 60 }, ocsp: freshness })

describe('evidence that is kept with a request', () => {
  it('comes out of the store as it went in, after a restart, and proves the verdict without the responder', async () => {
    const { open, file } = temporaryStore()
    const request = freshRequest()
    value(value(open()).queue.enqueue({ ...request, personal: { ...request.personal, evidence } }))
    const kept = value(value(open()).queue.openPersonal(request.requestId)).evidence
    expect(kept).toEqual(evidence)
    expect(kept.proof?.answers).toEqual([
      {
        kind: 'ocsp',
        source: evidence.source,
        responder: 'CN=OCSP responder,O=Mihon City,C=JP',
        producedAt: evidence.producedAt,
        nextUpdate: expect.any(Date) as unknown,
        sha256: createHash('sha256').update(received).digest('hex'),
        raw: Buffer.from(received).toString('base64'),
      },
    ])
    expect(await verifyEvidence(kept, rules())).toEqual({ outcome: 'proven', status: 'good', at: evidence.checkedAt })
    // It names the person's certificate, so it is inside the seal.
    expect(readFileSync(file).includes(Buffer.from(received).toString('base64').slice(0, 64))).toBe(false)
  })

  it('proves nothing to whoever trusts another authority of the same name', async () => {
    const namesake = newAuthority(undefined, period)
    expect((await verifyEvidence(evidence, { ...rules(), anchors: [namesake.certificate] })).outcome).toBe('broken')
  })

  it('proves nothing about another day', async () => {
    expect((await verifyEvidence({ ...evidence, checkedAt: seconds(2 * oneDay) }, rules())).outcome).toBe('broken')
  })
})

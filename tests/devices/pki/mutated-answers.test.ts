import { sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { certIdOf } from '../../../src-main/pki/ocsp/message/cert-id.ts'
import { OCSP } from '../../../src-main/pki/ocsp/message/identifiers.ts'
import { nonceOctets } from '../../../src-main/pki/ocsp/message/request.ts'
import { parseOcspResponse } from '../../../src-main/pki/ocsp/message/response.ts'
import { trustAnchor } from '../../../src-main/pki/path/trust-anchor.ts'
import type { RevocationQuestion } from '../../../src-main/pki/path/path-verdict.ts'
import { validatePath } from '../../../src-main/pki/path/validate-path.ts'
import { createOcspSource } from '../../../src-main/pki/providers/ocsp/ocsp-source.ts'
import { bitString, nothing, octetString, sequence, tagged } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { extension } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import * as x from '../../unit/pki/support/issuing/extensions.ts'
import { certificateDer, issue, now, party, root, signings } from '../../unit/pki/support/issuing/parties.ts'
import { responseData, successful, type ForgedStatus } from '../../unit/pki/ocsp/support/forge-answer.ts'
import { changedBody, countingRounds, everyMutation, seed } from './support/rounds.ts'

const rounds = { good: 15_000, revoked: 15_000, resigned: 10_000 }

const authority = party('Root')
const responder = party('Responder')
const anchor = root(authority)
const target = issue(authority, party('A0'), { extensions: [x.keyUsage(0)] })
const delegation = certificateDer(authority, responder, { serial: 9n, extensions: [x.keyUsage(0), x.extendedKeyUsage(OCSP.signingPurpose), extension(OCSP.noCheck, nothing())] })
const nonce = Uint8Array.from({ length: nonceOctets }, (_, i) => 200 - i)
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000)

/** The answer asked for and one about a neighbour, with something in every optional place. */
function answerBody(status: ForgedStatus): Uint8Array {
  const single = (serial: bigint, says: ForgedStatus) => ({
    id: certIdOf({ issuer: target.issuer, serial: Uint8Array.of(Number(serial)) }, anchor, 'sha256'),
    status: says,
    thisUpdate: minutes(-2),
    nextUpdate: minutes(30),
    extensions: [extension('2.999.3', octetString(Uint8Array.of(4, 1, 7)))],
  })
  const singles = [single(77n, status), single(78n, 'unknown')]
  return responseData({ responder: { name: responder.name }, producedAt: minutes(-1), singles, nonce, certificates: [], signer: responder.key })
}

const signedBy = (body: Uint8Array): Uint8Array =>
  sequence(body, signings.ed25519.algorithm, bitString(sign(null, body, responder.key)), tagged(0, sequence(delegation)))

const goodBody = answerBody('good')
const goodAnswer = successful(signedBy(goodBody))
const revokedAnswer = successful(signedBy(answerBody({ at: minutes(-5000), reason: 1 })))

/** The path of the certificate is left out: it is the same in every round, and costs more than all that is tried here. */
const question: RevocationQuestion = {
  certificate: target,
  issuer: anchor,
  anchor: trustAnchor(anchor),
  at: now,
  intermediates: [],
  validateSigner: (signer, { keyUsage, keyPurpose, intermediates }) =>
    validatePath({ target: signer, intermediates, anchors: [trustAnchor(anchor)], at: now, settings: { keyUsage, keyPurpose }, revocation: 'none' }),
}

async function outcome(response: Uint8Array): Promise<string> {
  const transport = { description: 'responder', ask: () => Promise.resolve({ ok: true as const, response }) }
  const source = createOcspSource({ transport, hash: 'sha256', nonce: 'required', maxAgeSeconds: 3600, skewSeconds: 60, random: () => nonce })
  return (await source.check(question)).status
}

function signedPart(response: Uint8Array): Uint8Array | null {
  const parsed = parseOcspResponse(response)
  return parsed.ok && parsed.value.status === 'successful' ? parsed.value.basic.signedBytes : null
}

describe('answers that somebody changed', () => {
  it('were believed before', async () => {
    expect(await outcome(goodAnswer)).toBe('good')
    expect(await outcome(revokedAnswer)).toBe('revoked')
  })

  it('from revoked are never good', { timeout: 600_000 }, async () => {
    const outcomes = await everyMutation(revokedAnswer, rounds.revoked, seed + 4_000_000, outcome)
    expect(outcomes.get('good') ?? 0).toBe(0)
    expect(outcomes.get('unknown') ?? 0).toBeGreaterThan(1000)
  })

  it('from good are believed only where nothing that was signed has changed', { timeout: 600_000 }, async () => {
    const outcomes = await everyMutation(goodAnswer, rounds.good, seed + 5_000_000, async (bytes) => {
      const found = await outcome(bytes)
      if (found !== 'good') return found
      return Buffer.compare(signedPart(bytes) ?? new Uint8Array(), goodBody) === 0 ? 'the same statement' : 'good'
    })
    expect(outcomes.get('good') ?? 0).toBe(0)
    expect(outcomes.get('unknown') ?? 0).toBeGreaterThan(1000)
  })

  it('and signed again by their responder get a verdict, whatever it is', { timeout: 600_000 }, async () => {
    const outcomes = await countingRounds(rounds.resigned, seed + 6_000_000, (roundSeed) => outcome(successful(signedBy(changedBody(sequence(goodBody), roundSeed)))))
    // Both ends are met: some changes harm nothing, most do.
    expect(outcomes.get('good') ?? 0).toBeGreaterThan(0)
    expect(outcomes.get('unknown') ?? 0).toBeGreaterThan(0)
  })
})

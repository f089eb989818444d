import type { Certificate } from '../../certificate/certificate.ts'
import type { Decoded } from '../../der/der-reader.ts'
import type { RevocationEvidence, RevocationQuestion } from '../../path/path-verdict.ts'
import { OCSP } from '../message/identifiers.ts'

/**
 * Whether the delegated `responder` is trusted for the certificate in question, and what that rests on: it must have a
 * path of its own to the same anchor, and must not be revoked itself unless its issuer waived that (RFC 6960 §4.2.2.2.1).
 */
export async function vouchForResponder(responder: Certificate, question: RevocationQuestion): Promise<Decoded<readonly RevocationEvidence[]>> {
  const verdict = await question.validateSigner(responder, {
    keyUsage: 'digitalSignature',
    keyPurpose: OCSP.signingPurpose,
    ownRevocation: responder.extensions.has(OCSP.noCheck) ? 'waived' : 'checked',
    intermediates: [],
  })
  if (verdict.outcome === 'invalid') return { ok: false, why: verdict.why }
  return { ok: true, value: verdict.steps.flatMap(({ revocation }) => revocation?.evidence ?? []) }
}

import { z } from 'zod'
import type { KeptAnswer, StatusEvidence } from '../certificate-status.ts'

const instant = z.iso.datetime({ precision: 3 }).transform((text) => new Date(text))
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const answerSchema = z.strictObject({
  kind: z.enum(['crl', 'ocsp', 'deliveryCentre']),
  source: z.string(),
  responder: z.string().nullable(),
  producedAt: instant,
  nextUpdate: instant.nullable(),
  sha256,
  raw: z.base64().nullable(),
})

const proofSchema = z.strictObject({ path: z.array(z.base64()), anchorSha256: sha256.nullable(), answers: z.array(answerSchema) })

/** Evidence read back from JSON. Requests that were kept before there was a proof have none. */
export const statusEvidenceSchema = z
  .strictObject({ source: z.string(), producedAt: instant.nullable(), sha256: z.string().nullable(), checkedAt: instant, proof: proofSchema.optional() })
  .transform(({ proof, ...evidence }): StatusEvidence => (proof === undefined ? evidence : { ...evidence, proof }))

const plainAnswer = ({ kind, source, responder, producedAt, nextUpdate, sha256: hash, raw }: KeptAnswer): KeptAnswer => ({
  kind,
  source,
  responder,
  producedAt,
  nextUpdate,
  sha256: hash,
  raw,
})

/** Named field by field, so that nothing a source hung on the object is kept. Dates become ISO 8601 by JSON. */
export function toPlainEvidence({ source, producedAt, sha256: hash, checkedAt, proof }: StatusEvidence): StatusEvidence {
  const plain = { source, producedAt, sha256: hash, checkedAt }
  if (proof === undefined) return plain
  const { path, anchorSha256, answers } = proof
  return { ...plain, proof: { path: [...path], anchorSha256, answers: answers.map(plainAnswer) } }
}

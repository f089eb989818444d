import { z } from 'zod'
import { individualNumberPurposeSchema } from '../../src-preload/contract.ts'
import type { RequestPersonalData } from './request-queue.ts'

const instant = z.iso.datetime({ precision: 3 }).transform((text) => new Date(text))

/** What the seal holds, read back. Strict: 個人番号 has no field to be stored in. */
export const sealedPersonalSchema = z.strictObject({
  applicantResidentId: z.string(),
  applicantName: z.string(),
  residentIds: z.array(z.string()),
  memberNames: z.array(z.string()),
  purpose: individualNumberPurposeSchema.nullable(),
  evidence: z.strictObject({ source: z.string(), producedAt: instant.nullable(), sha256: z.string().nullable(), checkedAt: instant }),
  certificateValidUntil: z.string(),
})

/** Named field by field, so that nothing a caller hung on the object gets into the store. Dates become ISO 8601 by JSON. */
export function toSealed(personal: RequestPersonalData): unknown {
  const { evidence } = personal
  return {
    applicantResidentId: personal.applicantResidentId,
    applicantName: personal.applicantName,
    residentIds: personal.residentIds,
    memberNames: personal.memberNames,
    purpose: personal.purpose,
    evidence: { source: evidence.source, producedAt: evidence.producedAt, sha256: evidence.sha256, checkedAt: evidence.checkedAt },
    certificateValidUntil: personal.certificateValidUntil,
  } satisfies RequestPersonalData
}

import { z } from 'zod'
import { individualNumberPurposeSchema } from '../../src-preload/contract.ts'
import { statusEvidenceSchema, toPlainEvidence } from '../pki/evidence/evidence-schema.ts'
import type { RequestPersonalData } from './request-queue.ts'

/** What the seal holds, read back. Strict: 個人番号 has no field to be stored in. */
export const sealedPersonalSchema = z.strictObject({
  applicantResidentId: z.string(),
  applicantName: z.string(),
  residentIds: z.array(z.string()),
  memberNames: z.array(z.string()),
  purpose: individualNumberPurposeSchema.nullable(),
  evidence: statusEvidenceSchema,
  certificateValidUntil: z.string(),
})

/** Named field by field, so that nothing a caller hung on the object gets into the store. Dates become ISO 8601 by JSON. */
export function toSealed(personal: RequestPersonalData): unknown {
  return {
    applicantResidentId: personal.applicantResidentId,
    applicantName: personal.applicantName,
    residentIds: personal.residentIds,
    memberNames: personal.memberNames,
    purpose: personal.purpose,
    evidence: toPlainEvidence(personal.evidence),
    certificateValidUntil: personal.certificateValidUntil,
  } satisfies RequestPersonalData
}

import { z } from 'zod'
import { instantSchema, photoExceptionSchema, photoReasonSchema, photoSourceSchema } from '../../../src-preload/contract.ts'
import type { KeptPhoto } from './application-store.ts'

/** What the seals hold, read back. Strict: 個人番号 has no field to be stored in. */
export const subjectSchema = z.strictObject({ residentId: z.string() })

export const keptPhotoSchema = z.strictObject({
  jpeg: z.string(),
  width: z.int(),
  height: z.int(),
  source: photoSourceSchema,
  findings: z.array(photoReasonSchema),
  takenAt: instantSchema,
  confirmedBy: z.string().nullable(),
  exception: z.strictObject({ reason: photoExceptionSchema, note: z.string() }).nullable(),
}) satisfies z.ZodType<KeptPhoto>

import { z } from 'zod'
import { applicationResidentEventSchemas } from './application-screens.ts'
import { counterServiceSchema, individualNumberPurposeSchema, languageSchema, pinKindSchema, recordOptionSchema, terminalSchema } from './common.ts'
import { residentScreenSchema } from './resident-screens.ts'

/** The steps in words, in order; the frame shows all of them and where the resident is. */
export const procedureStepSchema = z.enum(['choose', 'card', 'pin', 'confirm', 'slip', 'choosePin', 'newPin', 'check', 'result', 'application', 'form', 'details', 'photo'])
export type ProcedureStep = z.infer<typeof procedureStepSchema>

/** What the frame names: the procedure that runs. */
export const procedureSchema = z.enum(['certificateIssuance', 'pinChange', 'certificateValidity', 'cardWork', 'cardApplication'])
export type ProcedureName = z.infer<typeof procedureSchema>

export const displaySchema = z.strictObject({ largeText: z.boolean(), highContrast: z.boolean(), furigana: z.boolean() })
export type Display = z.infer<typeof displaySchema>

export const residentSnapshotSchema = z.strictObject({
  side: z.literal('resident'),
  revision: z.int(),
  terminal: terminalSchema,
  language: languageSchema,
  display: displaySchema,
  /** The running procedure; null on attract, out of service, and while the resident still chooses one. */
  procedure: procedureSchema.nullable(),
  /** All steps of the running procedure and the index of the present one; null on attract, out of service. */
  progress: z.strictObject({ steps: z.array(procedureStepSchema), current: z.int().min(0) }).nullable(),
  screen: residentScreenSchema,
  can: z.strictObject({ back: z.boolean(), stop: z.boolean(), next: z.boolean() }),
  /** 係員を呼ぶ was pressed and no clerk has answered yet. */
  staffCalled: z.boolean(),
  /** "続けますか": seconds left until this screen forgets; null while nobody needs warning. Pushed once a second. */
  idleSecondsLeft: z.int().min(0).nullable(),
})
export type ResidentSnapshot = z.infer<typeof residentSnapshotSchema>

export const residentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('touch') }),
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('chooseService'), service: counterServiceSchema }),
  z.strictObject({ type: z.literal('setOption'), option: recordOptionSchema, wanted: z.boolean() }),
  z.strictObject({ type: z.literal('setPurpose'), purpose: individualNumberPurposeSchema }),
  z.strictObject({ type: z.literal('setCopies'), copies: z.int().min(1).max(99) }),
  z.strictObject({ type: z.literal('next') }),
  z.strictObject({ type: z.literal('back') }),
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('callStaff') }),
  z.strictObject({ type: z.literal('setLanguage'), language: languageSchema }),
  z.strictObject({ type: z.literal('setDisplay'), display: displaySchema.partial() }),
  /** One digit at a time, so that the whole PIN never exists as one value outside the main process. */
  z.strictObject({ type: z.literal('pinDigit'), digit: z.string().regex(/^[0-9]$/) }),
  z.strictObject({ type: z.literal('pinLetter'), letter: z.string().regex(/^[A-Z]$/) }),
  z.strictObject({ type: z.literal('pinErase') }),
  z.strictObject({ type: z.literal('pinSubmit') }),
  z.strictObject({ type: z.literal('tryLastTime') }),
  z.strictObject({ type: z.literal('toggleMember'), memberId: z.string().max(64) }),
  z.strictObject({ type: z.literal('confirm') }),
  z.strictObject({ type: z.literal('choosePin'), pin: pinKindSchema }),
  /** After one PIN was changed: another of the same card. */
  z.strictObject({ type: z.literal('changeAnotherPin') }),
  /** Makes the two keys of 住民基本台帳用 the same again. */
  z.strictObject({ type: z.literal('repairPin') }),
  /** 署名用 is checked only when the resident wants to enter its password. */
  z.strictObject({ type: z.literal('checkSignatureCertificate') }),
  z.strictObject({ type: z.literal('printReceipt') }),
  ...applicationResidentEventSchemas,
])
export type ResidentEvent = z.infer<typeof residentEventSchema>

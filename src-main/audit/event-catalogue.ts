import { z } from 'zod'
import { certificateKindSchema, failureCodeSchema, pinKindSchema } from '../../src-preload/contract.ts'

/**
 * Every event the audit log may hold, with exactly the fields it may carry. Strict schemas: personal data
 * has no field to go into. Long actions have a `-begin` and an outcome event.
 */
const actor = z.string().max(64)
const requestId = z.string().max(64)
const jobId = z.string().max(64)
const caseId = z.string().max(64)
const orderId = z.string().max(64)
const code = failureCodeSchema
const outcome = z.enum(['success', 'failure'])
/** Left out: 利用者証明用. */
const pin = pinKindSchema.optional()
const certificate = certificateKindSchema.optional()
/** What a key of 住民基本台帳用 holds after a change. */
const heldPin = z.enum(['old', 'new', 'unknown'])

export const auditEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('kiosk-started'), version: z.string(), profile: z.string(), training: z.boolean() }),
  z.strictObject({ type: z.literal('kiosk-stopped') }),
  z.strictObject({ type: z.literal('kiosk-recovered'), uncertainRequests: z.int() }),
  z.strictObject({ type: z.literal('kiosk-halted'), requestId, stage: z.enum(['afterRender', 'beforePrinter']) }),
  z.strictObject({ type: z.literal('kiosk-halt-ended'), actor, note: z.string().max(500) }),
  z.strictObject({ type: z.literal('device-changed'), device: z.string(), light: z.string(), code: code.nullable() }),
  z.strictObject({ type: z.literal('session-begin'), sessionId: z.string() }),
  z.strictObject({ type: z.literal('session-end'), sessionId: z.string(), outcome: z.enum(['completed', 'stopped', 'idle', 'failed', 'staff', 'crash']), code: code.nullable() }),
  z.strictObject({ type: z.literal('card-opened'), sessionId: z.string(), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('pin-verified'), sessionId: z.string(), pin, outcome, code: code.nullable(), triesLeft: z.int().nullable() }),
  z.strictObject({ type: z.literal('card-overview-read'), sessionId: z.string(), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('pin-change-begin'), sessionId: z.string(), pin: pinKindSchema, repair: z.boolean() }),
  z.strictObject({
    type: z.literal('pin-change-end'),
    sessionId: z.string(),
    pin: pinKindSchema,
    outcome,
    code: code.nullable(),
    /** The two keys of 住民基本台帳用, as far as it is known; null for the PINs that are one key. */
    keys: z.strictObject({ common: heldPin, residentRegister: heldPin }).nullable(),
  }),
  z.strictObject({ type: z.literal('certificate-read'), sessionId: z.string(), certificate: certificateKindSchema, outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('validity-receipt-printed'), sessionId: z.string(), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('card-work-begin'), sessionId: z.string(), caseId }),
  z.strictObject({ type: z.literal('card-work-end'), sessionId: z.string(), caseId, outcome: z.enum(['done', 'givenUp']), code: code.nullable() }),
  z.strictObject({ type: z.literal('card-proved'), sessionId: z.string(), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('certificate-checked'), sessionId: z.string(), certificate, status: z.string(), evidenceSha256: z.string().nullable() }),
  z.strictObject({ type: z.literal('resident-found'), sessionId: z.string(), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('issuance-blocked'), sessionId: z.string(), block: z.string() }),
  /** `times`: how many alike since the entry before; the first of a kind is written at once, the others once a minute. */
  z.strictObject({ type: z.literal('message-refused'), side: z.enum(['resident', 'staff']), code, messageType: z.string().max(64), times: z.int().min(1) }),
  z.strictObject({ type: z.literal('request-received'), requestId, sessionId: z.string().nullable(), number: z.string() }),
  z.strictObject({ type: z.literal('request-changed'), requestId, change: z.string(), from: z.string(), to: z.string(), actor, code: code.nullable(), reason: z.string().max(100).nullable() }),
  z.strictObject({ type: z.literal('print-begin'), requestId, jobId, reissue: z.boolean() }),
  z.strictObject({ type: z.literal('print-end'), requestId, jobId, outcome: z.enum(['printed', 'failed', 'uncertain']), code: code.nullable() }),
  z.strictObject({ type: z.literal('fee-receipt-printed'), requestId, outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('staff-signed-in'), actor, outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('staff-signed-out'), actor, how: z.enum(['signOut', 'lock', 'idle', 'disconnect']) }),
  z.strictObject({ type: z.literal('staff-viewed-request'), actor, requestId, what: z.enum(['detail', 'preview']) }),
  z.strictObject({ type: z.literal('staff-decided-last-try'), actor, allow: z.boolean() }),
  z.strictObject({ type: z.literal('staff-account-changed'), actor, account: z.string(), change: z.enum(['added', 'disabled', 'unlocked', 'oneTimePasswordSet', 'passwordChanged']) }),
  z.strictObject({ type: z.literal('staff-password-refused'), actor, code }),
  z.strictObject({ type: z.literal('alert-raised'), kind: z.string(), block: z.string().nullable(), code: code.nullable() }),
  z.strictObject({ type: z.literal('alert-acknowledged'), actor, kind: z.string() }),
  z.strictObject({ type: z.literal('card-case-opened'), caseId, number: z.string(), kind: z.string(), actor }),
  z.strictObject({ type: z.literal('card-case-changed'), caseId, change: z.string(), from: z.string(), to: z.string(), actor, code: code.nullable(), reason: z.string().max(100).nullable() }),
  z.strictObject({ type: z.literal('card-case-viewed'), actor, caseId, what: z.enum(['detail', 'applicationForm', 'inquiryLetter']) }),
  z.strictObject({ type: z.literal('card-case-paper-printed'), actor, caseId, paper: z.enum(['applicationForm', 'inquiryLetter']), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('card-case-card-proved'), caseId, outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('card-cases-recovered'), uncertain: z.int(), returned: z.int() }),
  z.strictObject({ type: z.literal('issuer-order-begin'), caseId, orderId, work: z.string(), repeated: z.boolean() }),
  z.strictObject({ type: z.literal('issuer-order-end'), caseId, orderId, work: z.string(), outcome: z.enum(['done', 'refused', 'notSent', 'uncertain']), code: code.nullable() }),
  z.strictObject({ type: z.literal('resident-searched'), actor, hits: z.int().nullable(), code: code.nullable() }),
  z.strictObject({ type: z.literal('card-looked-at'), actor, by: z.enum(['certificate', 'face']), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('application-opened'), applicationId: caseId, number: z.string(), kind: z.string(), origin: z.string(), actor }),
  z.strictObject({ type: z.literal('application-changed'), applicationId: caseId, change: z.string(), from: z.string(), to: z.string(), actor, reason: z.string().max(100).nullable() }),
  z.strictObject({ type: z.literal('application-viewed'), actor, applicationId: caseId, what: z.enum(['detail', 'photo', 'form', 'photoSheetA4', 'photoSheetL', 'pinForm']) }),
  z.strictObject({ type: z.literal('application-paper-printed'), actor, applicationId: caseId, paper: z.string(), outcome, code: code.nullable() }),
  z.strictObject({ type: z.literal('applications-recovered'), drafts: z.int() }),
  z.strictObject({ type: z.literal('application-batch-changed'), batchId: caseId, change: z.enum(['opened', 'closed']), actor }),
  z.strictObject({ type: z.literal('application-batch-viewed'), batchId: caseId, what: z.enum(['detail', 'sheet', 'printed']), actor }),
  z.strictObject({ type: z.literal('application-list-imported'), batchId: caseId, people: z.int(), actor }),
  z.strictObject({ type: z.literal('application-packet-changed'), packetId: caseId, change: z.enum(['begun', 'made', 'handedOver']), applications: z.int(), actor }),
  z.strictObject({ type: z.literal('internal-error'), where: z.string().max(200), name: z.string().max(100) }),
])
export type AuditEvent = z.infer<typeof auditEventSchema>

import { z } from 'zod'
import { applicationEventSchemas, applicationQuerySchemas, applicationsSchema } from './applications.ts'
import { cardCaseEventSchemas, cardCaseQuerySchemas, cardCasesSchema } from './card-cases.ts'
import { extentSchema, failureCodeSchema, individualNumberPurposeSchema, instantSchema, isoDateSchema, recordOptionSchema, serviceSchema, terminalSchema } from './common.ts'

export const roleSchema = z.enum(['clerk', 'supervisor', 'maintainer'])
export type Role = z.infer<typeof roleSchema>

/**
 * The life of a request. `printing` is left only by the printer's own word or by a clerk:
 * a crash while printing leads to `uncertain`, never back to `received` by itself.
 */
export const requestStateSchema = z.enum(['received', 'printing', 'uncertain', 'printed', 'paid', 'handedOver', 'voided'])
export type RequestState = z.infer<typeof requestStateSchema>

export const voidReasonSchema = z.enum(['residentCancelled', 'wrongContent', 'notCollected', 'printDefect', 'recordChanged', 'other'])
export type VoidReason = z.infer<typeof voidReasonSchema>

export const reissueReasonSchema = z.enum(['paperJam', 'unreadable', 'damaged', 'lost', 'other'])
export type ReissueReason = z.infer<typeof reissueReasonSchema>

export const requestRowSchema = z.strictObject({
  /** 128 random bits; opens the request, so it is never printed in clear for strangers to guess from. */
  requestId: z.string(),
  /** 受付番号 of the day, such as A-017. */
  number: z.string(),
  receivedAt: instantSchema,
  service: serviceSchema,
  extent: extentSchema,
  copies: z.int(),
  fee: z.int(),
  state: requestStateSchema,
  /** 受付票: whether the slip is known to have come out. */
  slip: z.enum(['pending', 'printed', 'failed']),
  reissues: z.int(),
  /** Code of the last failure that waits for the clerk, if any. */
  failure: failureCodeSchema.nullable(),
})
export type RequestRow = z.infer<typeof requestRowSchema>

export const deviceSchema = z.strictObject({
  device: z.enum(['cardReader', 'receiptPrinter', 'documentPrinter', 'store', 'registry', 'certificateStatus']),
  light: z.enum(['ready', 'attention', 'down']),
  failure: failureCodeSchema.nullable(),
  /** Driver and address for the clerk and the municipal IT people. */
  detail: z.string(),
})
export type DeviceView = z.infer<typeof deviceSchema>

export const alertSchema = z.strictObject({
  alertId: z.string(),
  at: instantSchema,
  /** Silent: never on the resident side. */
  kind: z.enum(['blockedRecord', 'notGenuineCard', 'incident', 'staffCalled', 'lastTry', 'deviceDown', 'recordProblem']),
  /** For blockedRecord: the reason, to those whose role may see it; else null. */
  block: z.enum(['supportMeasures', 'under15', 'movingOut', 'movedOut', 'deceased', 'characterPending', 'overLength', 'sameDayMoveIn', 'faceAuthenticationCard']).nullable(),
  failure: failureCodeSchema.nullable(),
})
export type AlertView = z.infer<typeof alertSchema>

export const staffSnapshotSchema = z.strictObject({
  side: z.literal('staff'),
  revision: z.int(),
  terminal: terminalSchema,
  /** Nobody signed in, or not yet with a password of their own, or the screen is locked: lists are empty. */
  session: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('signedOut') }),
    /** Nobody can sign in yet: whoever set the terminal up has to make the first account. */
    z.strictObject({ state: z.literal('noAccounts') }),
    z.strictObject({ state: z.literal('locked'), accountId: z.string(), displayName: z.string() }),
    /** In with a one-time password, for nothing but setting one's own. */
    z.strictObject({ state: z.literal('passwordDue'), accountId: z.string(), displayName: z.string() }),
    z.strictObject({ state: z.literal('signedIn'), accountId: z.string(), displayName: z.string(), role: roleSchema }),
  ]),
  /** What waits, oldest first; finished requests leave after the day ends. */
  requests: z.array(requestRowSchema),
  devices: z.array(deviceSchema),
  alerts: z.array(alertSchema),
  resident: z.strictObject({
    /** What the resident side does, without who. */
    screen: z.string(),
    failure: failureCodeSchema.nullable(),
    staffCalled: z.boolean(),
    waitsForLastTryApproval: z.boolean(),
  }),
  /** 停止中: a subject mismatch was found; only a supervisor opens the terminal again. */
  halted: z.boolean(),
  cardCases: cardCasesSchema,
  applications: applicationsSchema,
})
export type StaffSnapshot = z.infer<typeof staffSnapshotSchema>

const requestId = z.string().max(64)
const note = z.string().max(500)
const accountId = z.string().max(64)
const password = z.string().max(256)

export const staffEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('signIn'), accountId, password }),
  z.strictObject({ type: z.literal('lock') }),
  z.strictObject({ type: z.literal('unlock'), password }),
  z.strictObject({ type: z.literal('signOut') }),
  z.strictObject({ type: z.literal('active') }),
  z.strictObject({ type: z.literal('changePassword'), oldPassword: password, newPassword: password }),
  z.strictObject({ type: z.literal('setOneTimePassword'), accountId, oneTimePassword: password, ownPassword: password }),
  z.strictObject({ type: z.literal('print'), requestId }),
  z.strictObject({ type: z.literal('resolveUncertain'), requestId, paperCameOut: z.boolean() }),
  z.strictObject({ type: z.literal('takeFee'), requestId, receivedYen: z.int().min(0).max(1_000_000) }),
  z.strictObject({ type: z.literal('handOver'), requestId }),
  z.strictObject({ type: z.literal('void'), requestId, reason: voidReasonSchema, note }),
  z.strictObject({ type: z.literal('reissue'), requestId, reason: reissueReasonSchema, note }),
  z.strictObject({ type: z.literal('printSlipAgain'), requestId }),
  z.strictObject({ type: z.literal('printFeeReceiptAgain'), requestId }),
  z.strictObject({ type: z.literal('answerCall') }),
  z.strictObject({ type: z.literal('decideLastTry'), allow: z.boolean() }),
  z.strictObject({ type: z.literal('acknowledgeAlert'), alertId: z.string().max(64) }),
  z.strictObject({ type: z.literal('endHalt'), note: note.min(1) }),
  ...cardCaseEventSchemas,
  ...applicationEventSchemas,
])
export type StaffEvent = z.infer<typeof staffEventSchema>

export const staffQuerySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('requestDetail'), requestId }),
  /** The paper as it will come out: a PDF, base64. Never cached, rendered anew each time. */
  z.strictObject({ type: z.literal('preview'), requestId }),
  z.strictObject({ type: z.literal('staffAccounts') }),
  ...cardCaseQuerySchemas,
  ...applicationQuerySchemas,
])
export type StaffQuery = z.infer<typeof staffQuerySchema>

export const requestDetailSchema = z.strictObject({
  row: requestRowSchema,
  include: z.array(recordOptionSchema),
  omitted: z.array(recordOptionSchema),
  purpose: individualNumberPurposeSchema.nullable(),
  applicantName: z.string(),
  memberNames: z.array(z.string()),
  /** How the applicant was identified. */
  identified: z.strictObject({
    method: z.literal('userAuthenticationCertificate'),
    at: instantSchema,
    certificateValidUntil: isoDateSchema,
    /** 失効の確認: by what, and as of when it answered. Null where a request of older days does not say. */
    revocation: z.strictObject({ by: z.enum(['crl', 'ocsp', 'deliveryCentre']).nullable(), asOf: instantSchema.nullable() }),
  }),
  history: z.array(z.strictObject({ at: instantSchema, state: requestStateSchema, actor: z.string(), reason: z.string().nullable() })),
  receivedYen: z.int().nullable(),
  certificateNumbers: z.array(z.string()),
})
export type RequestDetail = z.infer<typeof requestDetailSchema>

export const previewSchema = z.strictObject({ pdfBase64: z.string(), sheets: z.int() })
export type Preview = z.infer<typeof previewSchema>

/** 職員アカウント: those that may sign in, for supervisors. */
export const staffAccountsSchema = z.strictObject({
  accounts: z.array(
    z.strictObject({
      accountId: z.string(),
      displayName: z.string(),
      role: roleSchema,
      /** A one-time password was set and not used yet. */
      passwordDue: z.boolean(),
      /** Closed for the moment after wrong passwords. */
      locked: z.boolean(),
    }),
  ),
})
export type StaffAccountsView = z.infer<typeof staffAccountsSchema>

import { z } from 'zod'
import { failureCodes } from './failure-codes.ts'
import { individualNumberPurposes, services } from './values.ts'

export const failureCodeSchema = z.enum(failureCodes)

export const languageSchema = z.enum(['ja', 'en'])
export type Language = z.infer<typeof languageSchema>

export const serviceSchema = z.enum(services)
export type Service = z.infer<typeof serviceSchema>

/** What a resident can begin alone; the screen shows what the profile lists. */
export const counterServiceSchema = z.enum([...serviceSchema.options, 'pinChange', 'certificateValidity', 'cardApplication'])
export type CounterService = z.infer<typeof counterServiceSchema>

/** The secrets of the card that its holder sets (reference counter-procedures §B.1). */
export const pinKindSchema = z.enum(['userAuthentication', 'signature', 'inputSupport', 'residentRegister'])
export type PinKind = z.infer<typeof pinKindSchema>

/** 利用者証明用電子証明書, 署名用電子証明書. */
export const certificateKindSchema = z.enum(['userAuthentication', 'signature'])
export type CertificateKind = z.infer<typeof certificateKindSchema>

/** Why a new PIN is not taken (reference counter-procedures §B.1: 不適当な暗証番号). */
export const pinWeaknesses = ['format', 'birthDate', 'securityCode', 'expiryYear', 'run', 'repeat', 'sameAsOld'] as const
export const pinWeaknessSchema = z.enum(pinWeaknesses)
export type PinWeakness = z.infer<typeof pinWeaknessSchema>

/** What a 住民票の写し carries only on explicit request (住民基本台帳法12条; reference counter-procedures §D.2). */
export const recordOptionSchema = z.enum(['relationship', 'registeredDomicile', 'individualNumber', 'residentRecordCode', 'foreignResidentDetails'])
export type RecordOption = z.infer<typeof recordOptionSchema>

export const individualNumberPurposeSchema = z.enum(individualNumberPurposes)
export type IndividualNumberPurpose = z.infer<typeof individualNumberPurposeSchema>

export const extentSchema = z.enum(['household', 'members'])
export type Extent = z.infer<typeof extentSchema>

/** Instants cross the boundary as ISO 8601 UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 })

/** Dates shown to people: Gregorian ISO date; the glass turns it into 和暦. */
export const isoDateSchema = z.iso.date()

export const failureSchema = z.strictObject({ code: failureCodeSchema })
export const replySchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
])

export const terminalSchema = z.strictObject({
  /** 端末番号; printed on every paper. */
  number: z.string(),
  profile: z.enum(['counter', 'post-office', 'self-service', 'outreach']),
  /** 研修モード: everything carries 見本. */
  training: z.boolean(),
  municipality: z.strictObject({ ja: z.string(), en: z.string() }),
  languages: z.array(languageSchema).min(1),
})
export type TerminalView = z.infer<typeof terminalSchema>

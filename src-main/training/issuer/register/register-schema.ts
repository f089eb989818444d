import { z } from 'zod'

/** Times are ISO 8601 with zone; serial numbers lower-case hex without leading zeros. */
const time = z.iso.datetime()
const serial = z.string().regex(/^[1-9a-f][0-9a-f]*$/)
const hierarchy = z.enum(['userAuthentication', 'signature'])

const authoritySchema = z.strictObject({
  hierarchy,
  /** 1 is the oldest. */
  generation: z.int().min(1),
  /** The one that issues. */
  newest: z.boolean(),
  /** Relative to the pki folder. */
  certificateFile: z.string(),
  keyFile: z.string(),
})
export type TrainingAuthorityFile = z.output<typeof authoritySchema>

const certificateSchema = z.strictObject({
  serial,
  generation: z.int().min(1),
  notAfter: time,
  /** Decides in which list a revocation appears. */
  municipalityCode: z.string(),
})
export type RegisteredCertificate = z.output<typeof certificateSchema>

const cardSchema = z.strictObject({
  birthDate: z.iso.date(),
  /** Last day of validity of the card. */
  expiry: z.iso.date(),
  municipalityCode: z.string(),
  /** 運用中, 一時停止, 返納 (counter-procedures §G.4). */
  state: z.enum(['inUse', 'suspended', 'returned']),
  /** 顔認証マイナンバーカード: no PINs. */
  faceAuthentication: z.boolean(),
  userAuthentication: certificateSchema.nullable(),
  signature: certificateSchema.nullable(),
})
export type RegisteredCard = z.output<typeof cardSchema>

const certificateName = z.strictObject({ certificate: hierarchy, serial })

/** What an order came to; enough to answer a repeat. No secret and no person's data. */
const receiptSchema = z.strictObject({
  at: time,
  issued: z.array(certificateName.extend({ notAfter: time })),
  revoked: z.array(certificateName),
})
export type RegisteredReceipt = z.output<typeof receiptSchema>

const reason = z.enum(['unspecified', 'keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation', 'certificateHold'])

const revocationSchema = z.strictObject({ hierarchy, generation: z.int().min(1), municipalityCode: z.string(), serial, reason })

const orderSchema = z.strictObject({
  kind: z.string(),
  /** 製造番号 of the card that commits the order; null for one without a card. */
  card: z.string().nullable(),
  /** `sent`: everything is ready to be committed, and the card may have committed it. */
  state: z.enum(['sent', 'done']),
  receipt: receiptSchema,
  /** Entries of cards when the order is done, by 製造番号. */
  after: z.record(z.string(), cardSchema),
  /** Revocations that take effect with the order. */
  revocations: z.array(revocationSchema),
})
export type RegisteredOrder = z.output<typeof orderSchema>

/** The training issuer's books: `pki/issuer/register.json`. */
export const registerSchema = z.strictObject({
  authorities: z.array(authoritySchema),
  crlNumber: z.int().min(1),
  nextSerial: serial,
  cards: z.record(z.string().regex(/^\d{15}$/), cardSchema),
  revocations: z.array(revocationSchema.extend({ at: time })),
  orders: z.record(z.string(), orderSchema),
})
export type Register = z.output<typeof registerSchema>
export type RegisteredRevocation = Register['revocations'][number]

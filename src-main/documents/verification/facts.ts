import type { KeyObject } from 'node:crypto'
import { z } from 'zod'

/** A city's key for checking papers. Ed25519. */
export interface CityKey {
  readonly keyId: string
  readonly publicKey: KeyObject
}

const text = (longest: number): z.ZodString => z.string().max(longest)
const bytes = (length: number): z.ZodType<Uint8Array> => z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === length)

/**
 * What the code on a sheet says, in this order: an array is a third of the size of named fields in a QR code.
 * 個人番号 and 住民票コード are never in it.
 */
export const payloadSchema = z.tuple([
  /** Version of this layout. */
  z.literal(1),
  /** 全国地方公共団体コード. */
  text(6),
  /** Kind of certificate: 1 is 住民票の写し. */
  z.literal(1),
  text(64),
  /** Request id: 16 bytes where it is 32 hex digits, else as it is. */
  z.union([bytes(16), text(64)]),
  z.iso.date(),
  z.int().min(1).max(99),
  z.int().min(1).max(99),
  /** 0: 世帯全員, 1: 世帯の一部. */
  z.union([z.literal(0), z.literal(1)]),
  /** 1: 再発行, 2: 見本, added. */
  z.int().min(0).max(3),
  /** Address as printed. */
  text(1000),
  /** Name and birth date as printed. */
  z.array(z.tuple([text(1000), text(100)])).min(1).max(4),
  /** SHA-256 over every cell of the sheet. */
  bytes(32),
])
export type Payload = z.infer<typeof payloadSchema>

/** A sheet whose signature is right, in words that a clerk compares with the paper. */
export interface VerifiedSheet {
  readonly keyId: string
  readonly municipalityCode: string
  readonly kind: 'residentRecord'
  readonly certificateNumber: string
  readonly requestId: string
  /** YYYY-MM-DD. */
  readonly issuedOn: string
  readonly sheet: number
  readonly sheets: number
  readonly extent: 'household' | 'members'
  readonly reissue: boolean
  readonly specimen: boolean
  readonly address: string
  readonly persons: readonly { readonly name: string; readonly birthDate: string }[]
  /** Hex SHA-256 over every cell of the sheet. */
  readonly contentDigest: string
}

export function verifiedSheet(keyId: string, payload: Payload): VerifiedSheet {
  const [, municipalityCode, , certificateNumber, requestId, issuedOn, sheet, sheets, extent, flags, address, persons, digest] = payload
  return {
    keyId,
    municipalityCode,
    kind: 'residentRecord',
    certificateNumber,
    requestId: typeof requestId === 'string' ? requestId : Buffer.from(requestId).toString('hex'),
    issuedOn,
    sheet,
    sheets,
    extent: extent === 0 ? 'household' : 'members',
    reissue: (flags & 1) !== 0,
    specimen: (flags & 2) !== 0,
    address,
    persons: persons.map(([name, birthDate]) => ({ name, birthDate })),
    contentDigest: Buffer.from(digest).toString('hex'),
  }
}

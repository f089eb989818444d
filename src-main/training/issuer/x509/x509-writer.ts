import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto'
import * as der from './der-writer.ts'

/** One attribute a set, outermost first: [['C', 'JP'], ['O', '…']]. */
export type NameParts = readonly (readonly ['C' | 'O' | 'OU' | 'L' | 'CN', string])[]

const attributeTypes = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', L: '2.5.4.7', CN: '2.5.4.3' } as const

/** Name; ASCII becomes PrintableString, anything else UTF8String. */
export const name = (parts: NameParts): Uint8Array =>
  der.sequence(
    ...parts.map(([type, value]) => {
      const text = /^[\x20-\x7e]*$/.test(value) ? der.printableString(value) : der.utf8String(value)
      return der.setOf(der.sequence(der.objectIdentifier(attributeTypes[type]), text))
    }),
  )

export const extension = (id: string, value: Uint8Array, critical = false): Uint8Array =>
  der.sequence(der.objectIdentifier(id), ...(critical ? [der.boolean(true)] : []), der.octetString(value))

const sha256WithRsa = der.sequence(der.objectIdentifier('1.2.840.113549.1.1.11'), der.nothing())

const signed = (toBeSigned: Uint8Array, key: KeyObject): Uint8Array =>
  der.sequence(toBeSigned, sha256WithRsa, der.bitString(sign('sha256', toBeSigned, key)))

/** Node makes no public key of one that is public already. */
const publicHalf = (key: KeyObject): KeyObject => (key.type === 'private' ? createPublicKey(key) : key)

const publicKeyInfo = (key: KeyObject): Uint8Array => publicHalf(key).export({ format: 'der', type: 'spki' })

/** SHA-1 of RSAPublicKey, the first method of RFC 5280 §4.2.1.2, as JPKI does (reference card.md §6). */
export const keyIdentifier = (key: KeyObject): Uint8Array =>
  createHash('sha1')
    .update(publicHalf(key).export({ format: 'der', type: 'pkcs1' }))
    .digest()

export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

export interface CertificateContent extends Validity {
  readonly serial: bigint
  readonly issuer: NameParts
  readonly subject: NameParts
  /** Private or public. */
  readonly subjectKey: KeyObject
  readonly issuerKey: KeyObject
  /** Each by `extension`, in order. */
  readonly extensions: readonly Uint8Array[]
}

/** X.509 version 3, sha256WithRSAEncryption. */
export const certificate = (content: CertificateContent): Uint8Array =>
  signed(
    der.sequence(
      der.tagged(0, der.integer(2n)),
      der.integer(content.serial),
      sha256WithRsa,
      name(content.issuer),
      der.sequence(der.time(content.notBefore), der.time(content.notAfter)),
      name(content.subject),
      publicKeyInfo(content.subjectKey),
      der.tagged(3, der.sequence(...content.extensions)),
    ),
    content.issuerKey,
  )

export interface RevokedEntry {
  readonly serial: bigint
  readonly at: Date
  /** CRLReason of RFC 5280 §5.3.1; null writes no reason. */
  readonly reason: number | null
  /** Further entry extensions, each by `extension`. */
  readonly extensions?: readonly Uint8Array[]
}

export interface RevocationListContent {
  readonly issuer: NameParts
  readonly issuerKey: KeyObject
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  readonly revoked: readonly RevokedEntry[]
  readonly extensions: readonly Uint8Array[]
}

function revokedEntry({ serial, at, reason, extensions = [] }: RevokedEntry): Uint8Array {
  const all = [...(reason === null ? [] : [extension('2.5.29.21', der.enumerated(reason))]), ...extensions]
  return der.sequence(der.integer(serial), der.time(at), ...(all.length === 0 ? [] : [der.sequence(...all)]))
}

/** CertificateList version 2 (RFC 5280 §5.1). */
export const revocationList = (content: RevocationListContent): Uint8Array =>
  signed(
    der.sequence(
      der.integer(1n),
      sha256WithRsa,
      name(content.issuer),
      der.time(content.thisUpdate),
      ...(content.nextUpdate === null ? [] : [der.time(content.nextUpdate)]),
      ...(content.revoked.length === 0 ? [] : [der.sequence(...content.revoked.map(revokedEntry))]),
      ...(content.extensions.length === 0 ? [] : [der.tagged(0, der.sequence(...content.extensions))]),
    ),
    content.issuerKey,
  )

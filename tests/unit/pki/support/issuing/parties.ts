import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { bitString, integer, nothing, objectIdentifier, octetString, sequence, tagged, time } from '../../../../../src-main/training/issuer/x509/der-writer.ts'
import { name, type NameParts } from '../../../../../src-main/training/issuer/x509/x509-writer.ts'
import { parseCertificate, type Certificate } from '../../../../../src-main/pki/certificate/certificate.ts'
import type { Decoded } from '../../../../../src-main/pki/der/der-reader.ts'
import { parseRevocationList, type RevocationList } from '../../../../../src-main/pki/revocation/revocation-list.ts'
import { authorityKeyId, basicConstraints, keyUsage, subjectKeyId } from './extensions.ts'

/** The time at which everything made here is valid unless it says otherwise. */
export const now = new Date('2026-11-20T03:00:00Z')
const day = 86_400_000
export const daysFrom = (days: number, from = now): Date => new Date(from.getTime() + days * day)

/** PKCS #8 of an Ed25519 key (RFC 8410 §7), but for the 32 octets of the seed. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Always the same key for a label, so that every certificate made with it has the same octets in every run. */
export const keyOf = (label: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([ed25519Prefix, createHash('sha256').update(label).digest()]), format: 'der', type: 'pkcs8' })

/** Somebody with a name and a key. */
export interface Party {
  readonly name: NameParts
  readonly key: KeyObject
}

export const party = (label: string, key = keyOf(label)): Party => ({ name: [['C', 'JP'], ['O', 'Mihon'], ['CN', label]], key })

const nullAlgorithm = (id: string): Uint8Array => sequence(objectIdentifier(id), nothing())
const bareAlgorithm = (id: string): Uint8Array => sequence(objectIdentifier(id))

/** RSASSA-PSS with SHA-256 and a salt of its length (RFC 4055 §3.1). */
const pssAlgorithm = (): Uint8Array => {
  const sha256 = nullAlgorithm('2.16.840.1.101.3.4.2.1')
  const mask = sequence(objectIdentifier('1.2.840.113549.1.1.8'), sha256)
  return sequence(objectIdentifier('1.2.840.113549.1.1.10'), sequence(tagged(0, sha256), tagged(1, mask), tagged(2, integer(32n))))
}

export interface Signing {
  readonly algorithm: Uint8Array
  readonly sign: (message: Uint8Array, key: KeyObject) => Uint8Array
}

const hashed = (hash: string, algorithm: Uint8Array): Signing => ({ algorithm, sign: (message, key) => sign(hash, message, key) })

export const signings = {
  ed25519: { algorithm: bareAlgorithm('1.3.101.112'), sign: (message, key) => sign(null, message, key) },
  rsaSha1: hashed('sha1', nullAlgorithm('1.2.840.113549.1.1.5')),
  rsaSha256: hashed('sha256', nullAlgorithm('1.2.840.113549.1.1.11')),
  rsaSha512: hashed('sha512', nullAlgorithm('1.2.840.113549.1.1.13')),
  ecdsaSha256: hashed('sha256', bareAlgorithm('1.2.840.10045.4.3.2')),
  ecdsaSha384: hashed('sha384', bareAlgorithm('1.2.840.10045.4.3.3')),
  ecdsaSha512: hashed('sha512', bareAlgorithm('1.2.840.10045.4.3.4')),
  rsaPss: { algorithm: pssAlgorithm(), sign: (message, key) => sign('sha256', message, { key, padding: 6, saltLength: 32 }) },
} satisfies Record<string, Signing>

export interface CertificateShape {
  readonly serial?: bigint
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** Each by a function of extensions.ts; added to key identifiers. */
  readonly extensions?: readonly Uint8Array[]
  readonly withoutKeyIdentifiers?: boolean
  readonly signing?: Signing
  readonly subjectName?: Uint8Array
  readonly issuerName?: Uint8Array
}

function required<T>(decoded: Decoded<T>): T {
  if (!decoded.ok) throw new Error(decoded.why)
  return decoded.value
}

const publicKeyInfo = (key: KeyObject): Uint8Array => createPublicKey(key).export({ format: 'der', type: 'spki' })

function signedBy(key: KeyObject, { algorithm, sign: make }: Signing, toBeSigned: (algorithm: Uint8Array) => Uint8Array): Uint8Array {
  const body = toBeSigned(algorithm)
  return sequence(body, algorithm, bitString(make(body, key)))
}

/** A certificate about `subject` by `issuer`, DER. */
export function certificateDer(issuer: Party, subject: Party, shape: CertificateShape = {}): Uint8Array {
  const identifiers = shape.withoutKeyIdentifiers === true ? [] : [authorityKeyId(issuer.key), subjectKeyId(subject.key)]
  const extensions = [...(shape.extensions ?? []), ...identifiers]
  return signedBy(issuer.key, shape.signing ?? signings.ed25519, (algorithm) =>
    sequence(
      tagged(0, integer(2n)),
      integer(shape.serial ?? 77n),
      algorithm,
      shape.issuerName ?? name(issuer.name),
      sequence(time(shape.notBefore ?? daysFrom(-30)), time(shape.notAfter ?? daysFrom(30))),
      shape.subjectName ?? name(subject.name),
      publicKeyInfo(subject.key),
      ...(extensions.length === 0 ? [] : [tagged(3, sequence(...extensions))]),
    ),
  )
}

export const issue = (issuer: Party, subject: Party, shape: CertificateShape = {}): Certificate => required(parseCertificate(certificateDer(issuer, subject, shape)))

/** An authority's certificate: CA:TRUE, keyCertSign and cRLSign, and what `extensions` add. */
export const issueAuthority = (issuer: Party, subject: Party, { extensions = [], ...shape }: CertificateShape & { readonly pathLength?: number } = {}): Certificate =>
  issue(issuer, subject, { serial: 2n, ...shape, extensions: [basicConstraints(true, shape.pathLength), keyUsage(5, 6), ...extensions] })

export const root = (self: Party, shape: CertificateShape & { readonly pathLength?: number } = {}): Certificate => issueAuthority(self, self, { serial: 1n, ...shape })

export interface ListedEntry {
  readonly serial: bigint
  readonly at?: Date
  readonly extensions?: readonly Uint8Array[]
  /** An element in the place of crlEntryExtensions, whatever it is. */
  readonly extensionList?: Uint8Array
}

export interface ListShape {
  readonly thisUpdate?: Date
  readonly nextUpdate?: Date | null
  readonly entries?: readonly ListedEntry[]
  readonly extensions?: readonly Uint8Array[]
  readonly signing?: Signing
  readonly withoutKeyIdentifier?: boolean
}

function entryDer({ serial, at = daysFrom(-3), extensions = [], extensionList }: ListedEntry): Uint8Array {
  const list = extensionList ?? (extensions.length === 0 ? null : sequence(...extensions))
  return sequence(integer(serial), time(at), ...(list === null ? [] : [list]))
}

/** A complete, fresh revocation list by `issuer`, DER, unless `shape` says otherwise. */
export function listDer(issuer: Party, shape: ListShape = {}): Uint8Array {
  const { thisUpdate = daysFrom(-1), nextUpdate = daysFrom(1), entries = [] } = shape
  const extensions = [...(shape.withoutKeyIdentifier === true ? [] : [authorityKeyId(issuer.key)]), ...(shape.extensions ?? [])]
  return signedBy(issuer.key, shape.signing ?? signings.ed25519, (algorithm) =>
    sequence(
      integer(1n),
      algorithm,
      name(issuer.name),
      time(thisUpdate),
      ...(nextUpdate === null ? [] : [time(nextUpdate)]),
      ...(entries.length === 0 ? [] : [sequence(...entries.map(entryDer))]),
      ...(extensions.length === 0 ? [] : [tagged(0, sequence(...extensions))]),
    ),
  )
}

export const list = (issuer: Party, shape: ListShape = {}): RevocationList => required(parseRevocationList(listDer(issuer, shape)))

export const unknownCritical = (): Uint8Array => sequence(objectIdentifier('2.999.1'), Uint8Array.of(1, 1, 0xff), octetString(Uint8Array.of(5, 0)))

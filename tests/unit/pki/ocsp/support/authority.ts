import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { namedBits, objectIdentifier, sequence, nothing, boolean } from '../../../../../src-main/training/issuer/x509/der-writer.ts'
import { authorityKey, caExtensions, caName, userAuthenticationExtensions } from '../../../../../src-main/training/issuer/x509/training-profile.ts'
import { certificate, extension, type CertificateContent, type NameParts } from '../../../../../src-main/training/issuer/x509/x509-writer.ts'
import { parseCertificate, type Certificate } from '../../../../../src-main/pki/certificate/certificate.ts'
import { OCSP } from '../../../../../src-main/pki/ocsp/message/identifiers.ts'

export const now = new Date('2026-11-20T03:00:00Z')
export const later = (seconds: number, from = now): Date => new Date(from.getTime() + seconds * 1000)
export const oneDay = 86_400

const validity = { notBefore: later(-400 * oneDay), notAfter: later(400 * oneDay) }

export const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

export function parsed(der: Uint8Array): Certificate {
  const read = parseCertificate(der)
  if (!read.ok) throw new Error(read.why)
  return read.value
}

export interface Authority {
  readonly name: NameParts
  readonly key: KeyObject
  readonly der: Uint8Array
  readonly certificate: Certificate
}

/** A self-signed authority in the shape of JPKI's; several may have one name. */
export function newAuthority(name: NameParts = caName('userAuthentication'), period: Partial<CertificateContent> = {}): Authority {
  const key = newKey()
  const der = certificate({
    serial: 1n,
    issuer: name,
    subject: name,
    subjectKey: key,
    issuerKey: key,
    ...validity,
    extensions: caExtensions(key, 'userAuthentication'),
    ...period,
  })
  return { name, key, der, certificate: parsed(der) }
}

/** A card's certificate by `authority`. */
export function newLeaf({ name, key: issuerKey }: Authority, subjectKey: KeyObject, changes: Partial<CertificateContent> = {}): Uint8Array {
  return certificate({
    serial: 0x0132_c4abn,
    issuer: name,
    subject: [['C', 'JP'], ['CN', 'A0']],
    subjectKey,
    issuerKey,
    ...validity,
    extensions: userAuthenticationExtensions({ subjectKey, issuerKey }),
    ...changes,
  })
}

export const responderName: NameParts = [['C', 'JP'], ['O', 'Mihon City'], ['CN', 'OCSP responder']]

export interface ResponderShape {
  readonly purposes?: readonly string[] | null
  readonly noCheck?: boolean
  readonly keyUsage?: readonly number[] | null
  readonly extensions?: readonly Uint8Array[]
}

export function responderExtensions(issuerKey: KeyObject, { purposes = [OCSP.signingPurpose], noCheck = true, keyUsage = [0], extensions = [] }: ResponderShape = {}): readonly Uint8Array[] {
  return [
    ...(keyUsage === null ? [] : [extension('2.5.29.15', namedBits(keyUsage), true)]),
    ...(purposes === null ? [] : [extension('2.5.29.37', sequence(...purposes.map(objectIdentifier)))]),
    ...(noCheck ? [extension(OCSP.noCheck, nothing())] : []),
    authorityKey(issuerKey),
    ...extensions,
  ]
}

export const authorityMark = (): Uint8Array => extension('2.5.29.19', sequence(boolean(true)), true)

/** A delegated responder certified by `authority`. */
export function newResponder({ name, key: issuerKey }: Authority, subjectKey: KeyObject, shape: ResponderShape = {}, changes: Partial<CertificateContent> = {}): Uint8Array {
  return certificate({
    serial: 900n,
    issuer: name,
    subject: responderName,
    subjectKey,
    issuerKey,
    ...validity,
    extensions: responderExtensions(issuerKey, shape),
    ...changes,
  })
}

import { contextTag, decode, DerError, openWhole, sameBytes, TAG, type Decoded, type DerCursor } from '../der/der-reader.ts'
import { bitStringOctets, integerContent, smallInteger, takeTime } from '../der/primitives.ts'
import { algorithmIdentifier, type AlgorithmIdentifier } from './algorithm.ts'
import { distinguishedName, type DistinguishedName } from './distinguished-name.ts'
import * as extension from './extensions.ts'
import { distributionPoints, type DistributionPoint } from './extensions/distribution-points.ts'
import { subjectAltName, type GeneralName } from './extensions/general-names.ts'
import { nameConstraints, type NameConstraints } from './extensions/name-constraints.ts'
import * as policy from './extensions/policies.ts'

/** A parsed certificate (RFC 5280 §4.1). Parsed means well-formed; it says nothing about trust. */
export interface Certificate {
  /** The whole certificate, DER. */
  readonly encoding: Uint8Array
  /** tbsCertificate as signed. */
  readonly signedBytes: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly version: 1 | 2 | 3
  /** Content octets of the INTEGER, two's complement, big-endian; minimal, so equal serials are equal bytes. */
  readonly serial: Uint8Array
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  readonly notBefore: Date
  readonly notAfter: Date
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKeyInfo: Uint8Array
  /** All extensions by object identifier, evaluated here or not. */
  readonly extensions: ReadonlyMap<string, extension.Extension>
  /** From here on: null where the extension is absent. Key identifiers in lower-case hex. */
  readonly authorityKeyIdentifier: string | null
  readonly subjectKeyIdentifier: string | null
  readonly keyUsage: extension.KeyUsage | null
  readonly extendedKeyUsage: readonly string[] | null
  readonly basicConstraints: extension.BasicConstraints | null
  readonly subjectAltNames: readonly GeneralName[] | null
  readonly nameConstraints: NameConstraints | null
  readonly policies: readonly string[] | null
  readonly policyMappings: readonly policy.PolicyMapping[] | null
  readonly policyConstraints: policy.PolicyConstraints | null
  readonly inhibitAnyPolicy: number | null
  readonly crlDistributionPoints: readonly DistributionPoint[] | null
  /** Extensions marked critical that this module does not evaluate: a path with one is refused (§4.2). */
  readonly unknownCriticalExtensions: readonly string[]
}

/** Far above any card certificate (3,808 octets of file, reference card.md §2.1) and any CA certificate. */
const maxCertificateOctets = 65_536
const maxSerialOctets = 64

const evaluated = new Set<string>([
  extension.EXTENSION.subjectKeyIdentifier,
  extension.EXTENSION.authorityKeyIdentifier,
  extension.EXTENSION.keyUsage,
  extension.EXTENSION.extendedKeyUsage,
  extension.EXTENSION.basicConstraints,
  extension.EXTENSION.subjectAltName,
  extension.EXTENSION.nameConstraints,
  extension.EXTENSION.certificatePolicies,
  extension.EXTENSION.policyMappings,
  extension.EXTENSION.policyConstraints,
  extension.EXTENSION.inhibitAnyPolicy,
  extension.EXTENSION.crlDistributionPoints,
])

export function serialContent(cursor: DerCursor): Uint8Array {
  const serial = integerContent(cursor.take(TAG.integer).content, 'serialNumber')
  if (serial.length > maxSerialOctets) throw new DerError('serialNumber is too long')
  return serial
}

function version(cursor: DerCursor): 1 | 2 | 3 {
  const explicit = cursor.openOptional(contextTag(0, 'constructed'), 'version')
  if (explicit === null) return 1
  const value = smallInteger(explicit.take(TAG.integer).content, 'version')
  explicit.end()
  if (value === 1) return 2
  if (value === 2) return 3
  throw new DerError('version is not one of X.509')
}

function toBeSigned(encoding: Uint8Array) {
  const tbs = openWhole(encoding, TAG.sequence, 'tbsCertificate')
  const parsedVersion = version(tbs)
  const serial = serialContent(tbs)
  const signature = algorithmIdentifier(tbs.take(TAG.sequence), 'signature')
  const issuer = distinguishedName(tbs.take(TAG.sequence), 'issuer')
  if (issuer.rdns.length === 0) throw new DerError('issuer is empty')
  const validity = tbs.open(TAG.sequence, 'validity')
  const notBefore = takeTime(validity, 'notBefore')
  const notAfter = takeTime(validity, 'notAfter')
  validity.end()
  const subject = distinguishedName(tbs.take(TAG.sequence), 'subject')
  const publicKeyInfo = tbs.take(TAG.sequence).encoding
  const uniqueIdentifiers = [tbs.takeOptional(contextTag(1, 'primitive')), tbs.takeOptional(contextTag(2, 'primitive'))]
  if (parsedVersion === 1 && uniqueIdentifiers.some((one) => one !== null)) throw new DerError('a version 1 certificate has unique identifiers')
  const wrapper = tbs.openOptional(contextTag(3, 'constructed'), 'extensions')
  tbs.end()
  if (wrapper !== null && parsedVersion !== 3) throw new DerError('only a version 3 certificate has extensions')
  const extensions =
    wrapper === null ? new Map<string, extension.Extension>() : extension.extensionList(wrapper.open(TAG.sequence, 'extensions'), 'extensions')
  wrapper?.end()
  return { version: parsedVersion, serial, signature, issuer, notBefore, notAfter, subject, publicKeyInfo, extensions }
}

function certificate(der: Uint8Array): Certificate {
  if (der.length > maxCertificateOctets) throw new DerError(`certificate has more than ${maxCertificateOctets} octets`)
  const outer = openWhole(der, TAG.sequence, 'certificate')
  const signedBytes = outer.take(TAG.sequence).encoding
  const signatureAlgorithm = algorithmIdentifier(outer.take(TAG.sequence), 'signatureAlgorithm')
  const signature = bitStringOctets(outer.take(TAG.bitString).content, 'signatureValue')
  outer.end()
  const { signature: innerAlgorithm, ...tbs } = toBeSigned(signedBytes)
  const { extensions } = tbs
  if (!sameBytes(innerAlgorithm.encoding, signatureAlgorithm.encoding)) throw new DerError('certificate names two signature algorithms')
  const read = <T>(id: string, grammar: (value: Uint8Array) => T): T | null => {
    const found = extensions.get(id)
    return found === undefined ? null : grammar(found.value)
  }
  return {
    ...tbs,
    encoding: der,
    signedBytes,
    signatureAlgorithm,
    signature,
    authorityKeyIdentifier: read(extension.EXTENSION.authorityKeyIdentifier, extension.authorityKeyIdentifier),
    subjectKeyIdentifier: read(extension.EXTENSION.subjectKeyIdentifier, extension.subjectKeyIdentifier),
    keyUsage: read(extension.EXTENSION.keyUsage, extension.keyUsage),
    extendedKeyUsage: read(extension.EXTENSION.extendedKeyUsage, extension.extendedKeyUsage),
    basicConstraints: read(extension.EXTENSION.basicConstraints, extension.basicConstraints),
    subjectAltNames: read(extension.EXTENSION.subjectAltName, subjectAltName),
    nameConstraints: read(extension.EXTENSION.nameConstraints, nameConstraints),
    policies: read(extension.EXTENSION.certificatePolicies, policy.certificatePolicies),
    policyMappings: read(extension.EXTENSION.policyMappings, policy.policyMappings),
    policyConstraints: read(extension.EXTENSION.policyConstraints, policy.policyConstraints),
    inhibitAnyPolicy: read(extension.EXTENSION.inhibitAnyPolicy, policy.inhibitAnyPolicy),
    crlDistributionPoints: read(extension.EXTENSION.crlDistributionPoints, distributionPoints),
    unknownCriticalExtensions: [...extensions.values()].filter(({ id, critical }) => critical && !evaluated.has(id)).map(({ id }) => id),
  }
}

/** X.509 DER, exactly one certificate, nothing after it. The bytes are copied, so the caller may reuse its buffer. */
export const parseCertificate = (der: Uint8Array): Decoded<Certificate> => decode(() => certificate(Uint8Array.from(der)))

import type { KeyObject } from 'node:crypto'
import * as der from './der-writer.ts'
import { extension, keyIdentifier, name, type NameParts } from './x509-writer.ts'
import { trainingOrganization } from '../../training-organization.ts'

/**
 * The certificate profile of the training PKI: the shape of JPKI's (reference card.md §6) under names that claim
 * nothing. Object identifiers that only mark membership of JPKI are replaced by ones under 2.999, the arc that ITU-T
 * keeps for examples; the six otherName types stay JPKI's, because card clients find the attributes by them.
 */
const exampleArc = '2.999.200149.8.5'
const otherNameArc = '1.2.392.200149.8.5.5'

export type Hierarchy = 'userAuthentication' | 'signature'

const unit: Readonly<Record<Hierarchy, string>> = {
  userAuthentication: 'Training only for user authentication',
  signature: 'Training only for digital signature',
}

const policy: Readonly<Record<Hierarchy, string>> = {
  userAuthentication: `${exampleArc}.1.3.30`,
  signature: `${exampleArc}.1.1.20`,
}

export const caName = (hierarchy: Hierarchy): NameParts => [
  ['C', 'JP'],
  ['O', trainingOrganization],
  ['OU', unit[hierarchy]],
  ['OU', 'Mihon City Training Authority'],
]

const japaneseName: NameParts = [
  ['C', 'JP'],
  ['O', '窓口研修用認証サービス（見本）'],
]

const directoryName = (parts: NameParts): Uint8Array => der.tagged(4, name(parts))

const keyUsage = (bits: readonly number[]): Uint8Array => extension('2.5.29.15', der.namedBits(bits), true)

const subjectKey = (key: KeyObject): Uint8Array => extension('2.5.29.14', der.octetString(keyIdentifier(key)))

export const authorityKey = (key: KeyObject): Uint8Array => extension('2.5.29.35', der.sequence(der.taggedPrimitive(0, keyIdentifier(key))))

const distributionPoint = (parts: NameParts): Uint8Array =>
  extension('2.5.29.31', der.sequence(der.sequence(der.tagged(0, der.tagged(0, directoryName(parts))))))

/** A municipality of the training world, as certificates and lists write it. */
export interface Municipality {
  readonly prefecture: string
  readonly city: string
  /** CN of its distribution point. */
  readonly distributionPoint: string
}

export const mihonCity: Municipality = { prefecture: 'Kakuu-ken', city: 'Mihon-shi', distributionPoint: 'Mihon City CRLDP' }

/** Municipalities with training cards, by 全国地方公共団体コード without check digit (codes that no municipality has). */
export const municipalities: Readonly<Record<string, Municipality>> = {
  '99999': mihonCity,
  '99998': { prefecture: 'Kakuu-ken', city: 'Rinsetsu-cho', distributionPoint: 'Rinsetsu Town CRLDP' },
}

/** JPKI publishes one list a municipality (reference card.md §6, 署名用). */
const cityDistributionPoint = (hierarchy: Hierarchy, { prefecture, distributionPoint }: Municipality): NameParts => [
  ...caName(hierarchy),
  ['OU', 'CRL Distribution Points'],
  ['OU', prefecture],
  ['CN', distributionPoint],
]

/** Critical extension of a list that speaks for the end-entity certificates of one municipality alone (RFC 5280 §5.2.5). */
export const issuingDistributionPoint = (hierarchy: Hierarchy, municipality: Municipality): Uint8Array =>
  extension(
    '2.5.29.28',
    der.sequence(
      der.tagged(0, der.tagged(0, directoryName(cityDistributionPoint(hierarchy, municipality)))),
      der.taggedPrimitive(1, Uint8Array.of(0xff)),
    ),
    true,
  )

const cpsUri = 'http://madoguchi.invalid/training-cps'
const cpsQualifier = '1.3.6.1.5.5.7.2.1'

/** CA certificate: certSign and cRLSign, CA:TRUE without path length, its own name as distribution point. */
export const caExtensions = (key: KeyObject, hierarchy: Hierarchy): readonly Uint8Array[] => [
  keyUsage([5, 6]),
  extension('2.5.29.17', der.sequence(directoryName(japaneseName))),
  extension('2.5.29.19', der.sequence(der.boolean(true)), true),
  distributionPoint(caName(hierarchy)),
  authorityKey(key),
  subjectKey(key),
]

/** The six attributes of a 署名用電子証明書 in the order of reference card.md §6. */
export interface SignatureAttributes {
  readonly name: string
  /** Era digit and Gregorian YYYYMMDD, nine characters. */
  readonly birth: string
  /** '1' male, '2' female, '3' not applicable. */
  readonly sex: '1' | '2' | '3'
  readonly address: string
}

/** One '0' for each character: nothing was substituted. */
const noSubstitutions = (text: string): string => '0'.repeat(Array.from(text).length)

function otherNames(attributes: SignatureAttributes): Uint8Array {
  const fields: readonly (readonly [number, string])[] = [
    [1, attributes.name],
    [4, attributes.birth],
    [3, attributes.sex],
    [5, attributes.address],
    [2, noSubstitutions(attributes.name)],
    [6, noSubstitutions(attributes.address)],
  ]
  return der.sequence(
    ...fields.map(([type, text]) => der.tagged(0, der.objectIdentifier(`${otherNameArc}.${type}`), der.tagged(0, der.utf8String(text)))),
  )
}

const policies = (hierarchy: Hierarchy): Uint8Array => {
  const qualifier = der.sequence(der.objectIdentifier(cpsQualifier), der.ia5String(cpsUri))
  return extension('2.5.29.32', der.sequence(der.sequence(der.objectIdentifier(policy[hierarchy]), der.sequence(qualifier))))
}

export interface LeafKeys {
  readonly subjectKey: KeyObject
  readonly issuerKey: KeyObject
}

export const userAuthenticationExtensions = (keys: LeafKeys, municipality = mihonCity): readonly Uint8Array[] => [
  keyUsage([0]),
  policies('userAuthentication'),
  extension('2.5.29.18', der.sequence(directoryName(japaneseName))),
  distributionPoint(cityDistributionPoint('userAuthentication', municipality)),
  authorityKey(keys.issuerKey),
  subjectKey(keys.subjectKey),
]

export const signatureExtensions = (keys: LeafKeys, attributes: SignatureAttributes, municipality = mihonCity): readonly Uint8Array[] => [
  keyUsage([0, 1]),
  policies('signature'),
  extension('2.5.29.17', otherNames(attributes)),
  extension('2.5.29.18', der.sequence(directoryName(japaneseName))),
  distributionPoint(cityDistributionPoint('signature', municipality)),
  authorityKey(keys.issuerKey),
  subjectKey(keys.subjectKey),
]

/** Delegated OCSP responder (RFC 6960 §4.2.2.2): id-kp-OCSPSigning, and id-pkix-ocsp-nocheck because nobody lists its revocation. */
export const responderExtensions = (keys: LeafKeys): readonly Uint8Array[] => [
  keyUsage([0]),
  extension('2.5.29.37', der.sequence(der.objectIdentifier('1.3.6.1.5.5.7.3.9'))),
  extension('1.3.6.1.5.5.7.48.1.5', der.nothing()),
  authorityKey(keys.issuerKey),
  subjectKey(keys.subjectKey),
]

export const responderName = (hierarchy: Hierarchy): NameParts => [...caName(hierarchy), ['CN', 'Training status responder']]

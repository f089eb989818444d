import type { KeyObject } from 'node:crypto'
import { createHash, createPublicKey } from 'node:crypto'
import {
  boolean,
  element,
  enumerated,
  ia5String,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  tagged,
  taggedPrimitive,
  utf8String,
} from '../../../../../src-main/training/issuer/x509/der-writer.ts'
import { extension, name, type NameParts } from '../../../../../src-main/training/issuer/x509/x509-writer.ts'

const keyIdentifier = (key: KeyObject): Uint8Array =>
  createHash('sha1')
    .update(createPublicKey(key).export({ format: 'der', type: 'spki' }))
    .digest()

export const subjectKeyId = (key: KeyObject): Uint8Array => extension('2.5.29.14', octetString(keyIdentifier(key)))
export const authorityKeyId = (key: KeyObject): Uint8Array => extension('2.5.29.35', sequence(taggedPrimitive(0, keyIdentifier(key))))

export const basicConstraints = (cA: boolean, pathLength?: number): Uint8Array =>
  extension('2.5.29.19', sequence(...(cA ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(BigInt(pathLength))])), true)

/** Bits of RFC 5280 §4.2.1.3: 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign, 6 cRLSign. */
export const keyUsage = (...bits: readonly number[]): Uint8Array => extension('2.5.29.15', namedBits(bits), true)
export const extendedKeyUsage = (...purposes: readonly string[]): Uint8Array => extension('2.5.29.37', sequence(...purposes.map(objectIdentifier)))

export const policies = (...ids: readonly string[]): Uint8Array => extension('2.5.29.32', sequence(...ids.map((id) => sequence(objectIdentifier(id)))))
export const policyMappings = (...pairs: readonly (readonly [string, string])[]): Uint8Array =>
  extension('2.5.29.33', sequence(...pairs.map(([issuer, subject]) => sequence(objectIdentifier(issuer), objectIdentifier(subject)))), true)

/** INTEGER content of a small number, for IMPLICIT tags. */
const small = (value: number): Uint8Array => Uint8Array.of(value)
export const policyConstraints = (limits: { readonly explicit?: number; readonly mapping?: number }): Uint8Array =>
  extension(
    '2.5.29.36',
    sequence(
      ...(limits.explicit === undefined ? [] : [taggedPrimitive(0, small(limits.explicit))]),
      ...(limits.mapping === undefined ? [] : [taggedPrimitive(1, small(limits.mapping))]),
    ),
    true,
  )
export const inhibitAnyPolicy = (skip: number): Uint8Array => extension('2.5.29.54', integer(BigInt(skip)), true)

export const general = {
  mail: (text: string): Uint8Array => taggedPrimitive(1, Buffer.from(text, 'latin1')),
  dns: (text: string): Uint8Array => taggedPrimitive(2, Buffer.from(text, 'latin1')),
  directory: (parts: NameParts): Uint8Array => tagged(4, name(parts)),
  uri: (text: string): Uint8Array => taggedPrimitive(6, Buffer.from(text, 'latin1')),
  address: (...octets: readonly number[]): Uint8Array => taggedPrimitive(7, Uint8Array.from(octets)),
  other: (type: string, text: string): Uint8Array => tagged(0, objectIdentifier(type), tagged(0, utf8String(text))),
}
export const subjectAltName = (...names: readonly Uint8Array[]): Uint8Array => extension('2.5.29.17', sequence(...names))
export const nameConstraints = (lists: { readonly permitted?: readonly Uint8Array[]; readonly excluded?: readonly Uint8Array[] }): Uint8Array => {
  const subtrees = (bases: readonly Uint8Array[]): readonly Uint8Array[] => bases.map((base) => sequence(base))
  return extension(
    '2.5.29.30',
    sequence(
      ...(lists.permitted === undefined ? [] : [tagged(0, ...subtrees(lists.permitted))]),
      ...(lists.excluded === undefined ? [] : [tagged(1, ...subtrees(lists.excluded))]),
    ),
    true,
  )
}

/** A Name whose only attribute is a mail address, as old certificates have. */
export const mailOnlyName = (address: string): Uint8Array =>
  sequence(setOf(sequence(objectIdentifier('1.2.840.113549.1.9.1'), ia5String(address))))

export interface PointShape {
  readonly full?: NameParts
  /** CN of the one RDN below the issuer of the list. */
  readonly relative?: string
  /** ReasonFlags: 1 keyCompromise to 8 aACompromise. */
  readonly reasons?: readonly number[]
  readonly crlIssuer?: NameParts
}

const implicitBits = (bits: readonly number[]): Uint8Array => namedBits(bits).subarray(2)
const relativeRdn = (commonName: string): Uint8Array => sequence(objectIdentifier('2.5.4.3'), utf8String(commonName))
const pointName = ({ full, relative }: PointShape): readonly Uint8Array[] => {
  if (full !== undefined) return [tagged(0, tagged(0, general.directory(full)))]
  return relative === undefined ? [] : [tagged(0, tagged(1, relativeRdn(relative)))]
}

export const distributionPoints = (...points: readonly PointShape[]): Uint8Array =>
  extension(
    '2.5.29.31',
    sequence(
      ...points.map((point) =>
        sequence(
          ...pointName(point),
          ...(point.reasons === undefined ? [] : [taggedPrimitive(1, implicitBits(point.reasons))]),
          ...(point.crlIssuer === undefined ? [] : [tagged(2, general.directory(point.crlIssuer))]),
        ),
      ),
    ),
  )

export interface ScopeShape extends Omit<PointShape, 'crlIssuer'> {
  readonly only?: 'user' | 'authority' | 'attribute'
  readonly indirect?: boolean
}

const flag = (tagNumber: number): Uint8Array => taggedPrimitive(tagNumber, Uint8Array.of(0xff))

export const issuingDistributionPoint = (scope: ScopeShape): Uint8Array =>
  extension(
    '2.5.29.28',
    sequence(
      ...pointName(scope),
      ...(scope.only === 'user' ? [flag(1)] : []),
      ...(scope.only === 'authority' ? [flag(2)] : []),
      ...(scope.reasons === undefined ? [] : [taggedPrimitive(3, implicitBits(scope.reasons))]),
      ...(scope.indirect === true ? [flag(4)] : []),
      ...(scope.only === 'attribute' ? [flag(5)] : []),
    ),
    true,
  )

export const crlNumber = (value: bigint): Uint8Array => extension('2.5.29.20', integer(value))
export const deltaOf = (base: bigint): Uint8Array => extension('2.5.29.27', integer(base), true)
export const reasonCode = (reason: number): Uint8Array => extension('2.5.29.21', enumerated(reason))
export const certificateIssuer = (parts: NameParts): Uint8Array => extension('2.5.29.29', sequence(general.directory(parts)), true)
export const invalid = (id: string, critical = false): Uint8Array => extension(id, element(0x05), critical)

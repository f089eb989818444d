import { createPublicKey, type KeyObject } from 'node:crypto'
import { decode, DerError, openWhole, TAG, type Decoded } from '../../der/der-reader.ts'
import { bitStringOctets, objectIdentifier } from '../../der/primitives.ts'
import { algorithmIdentifier, parametersAreNull, type AlgorithmIdentifier } from '../algorithm.ts'
import { productionLimits, type AlgorithmLimits, type CurveName, type KeyKind } from './algorithm-limits.ts'
import { checkDsaNumbers, checkRsaNumbers } from './rsa-numbers.ts'

export interface PublicKey {
  readonly kind: KeyKind
  /** Only for RSASSA-PSS, because the key says so (RFC 4055 §1.2). */
  readonly pssOnly: boolean
  readonly curve: CurveName | null
  readonly key: KeyObject
}

const keyAlgorithm = {
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsassaPss: '1.2.840.113549.1.1.10',
  ecPublicKey: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  dsa: '1.2.840.10040.4.1',
} as const

/** RFC 5480 §2.1.1.1; octets of one coordinate. */
const curves: Readonly<Record<string, { readonly name: CurveName; readonly octets: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', octets: 32 },
  '1.3.132.0.34': { name: 'P-384', octets: 48 },
  '1.3.132.0.35': { name: 'P-521', octets: 66 },
}
const ed25519Octets = 32
const uncompressed = 0x04

type KeyNature = Omit<PublicKey, 'key'>

function rsaNature(algorithm: AlgorithmIdentifier, bits: Uint8Array, limits: AlgorithmLimits): KeyNature {
  const pssOnly = algorithm.id === keyAlgorithm.rsassaPss
  if (!pssOnly && !parametersAreNull(algorithm)) throw new DerError('RSA key has parameters')
  checkRsaNumbers(bits, limits.rsaBits)
  return { kind: 'rsa', pssOnly, curve: null }
}

function ecNature({ parameters }: AlgorithmIdentifier, bits: Uint8Array, limits: AlgorithmLimits): KeyNature {
  if (parameters?.tag !== TAG.objectIdentifier) throw new DerError('elliptic curve is not named')
  const id = objectIdentifier(parameters.content, 'namedCurve')
  const curve = curves[id]
  if (curve === undefined || !limits.curves.includes(curve.name)) throw new DerError(`elliptic curve ${id} is not accepted`)
  if (bits[0] !== uncompressed || bits.length !== 1 + 2 * curve.octets) throw new DerError('elliptic curve point is not in uncompressed form')
  return { kind: 'ec', pssOnly: false, curve: curve.name }
}

function nature(algorithm: AlgorithmIdentifier, bits: Uint8Array, limits: AlgorithmLimits): KeyNature {
  switch (algorithm.id) {
    case keyAlgorithm.rsaEncryption:
    case keyAlgorithm.rsassaPss:
      return rsaNature(algorithm, bits, limits)
    case keyAlgorithm.ecPublicKey:
      return ecNature(algorithm, bits, limits)
    case keyAlgorithm.ed25519:
      if (algorithm.parameters !== null || bits.length !== ed25519Octets) throw new DerError('Ed25519 key has parameters or a wrong size')
      return { kind: 'ed25519', pssOnly: false, curve: null }
    case keyAlgorithm.dsa:
      checkDsaNumbers(algorithm.parameters?.encoding ?? new Uint8Array(), limits.dsaBits)
      return { kind: 'dsa', pssOnly: false, curve: null }
    default:
      throw new DerError(`key algorithm ${algorithm.id} is not accepted`)
  }
}

function checkedNature(publicKeyInfo: Uint8Array, limits: AlgorithmLimits): KeyNature {
  const info = openWhole(publicKeyInfo, TAG.sequence, 'subjectPublicKeyInfo')
  const algorithm = algorithmIdentifier(info.take(TAG.sequence), 'subjectPublicKeyInfo')
  const bits = bitStringOctets(info.take(TAG.bitString).content, 'subjectPublicKey')
  info.end()
  const found = nature(algorithm, bits, limits)
  if (!limits.keys.includes(found.kind)) throw new DerError(`key algorithm ${algorithm.id} is not accepted`)
  return found
}

function readKey(publicKeyInfo: Uint8Array, limits: AlgorithmLimits): Decoded<PublicKey> {
  const checked = decode(() => checkedNature(publicKeyInfo, limits))
  if (!checked.ok) return checked
  try {
    const key = createPublicKey({ key: Buffer.from(publicKeyInfo), format: 'der', type: 'spki' })
    return { ok: true, value: { ...checked.value, key } }
  } catch {
    // The crypto library has limits of its own; its wording differs between OpenSSL and BoringSSL.
    return { ok: false, why: 'the crypto library refuses the public key' }
  }
}

// An authority's key is asked for with every card. Both are compared by identity: views of parsed certificates don't change.
const known = new WeakMap<Uint8Array, WeakMap<AlgorithmLimits, Decoded<PublicKey>>>()

/** The key in a SubjectPublicKeyInfo (DER, not changed afterwards), refused with a reason where it is outside the limits. */
export function publicKey(publicKeyInfo: Uint8Array, limits: AlgorithmLimits = productionLimits): Decoded<PublicKey> {
  const byLimits = known.get(publicKeyInfo) ?? new WeakMap<AlgorithmLimits, Decoded<PublicKey>>()
  known.set(publicKeyInfo, byLimits)
  const found = byLimits.get(limits) ?? readKey(publicKeyInfo, limits)
  byLimits.set(limits, found)
  return found
}

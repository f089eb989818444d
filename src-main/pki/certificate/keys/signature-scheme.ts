import { contextTag, DerCursor, DerError, openWhole, TAG, wholeElement } from '../../der/der-reader.ts'
import { smallInteger } from '../../der/primitives.ts'
import { algorithmIdentifier, parametersAreNull, type AlgorithmIdentifier } from '../algorithm.ts'
import type { HashName, KeyKind } from './algorithm-limits.ts'

export interface SignatureScheme {
  readonly kind: KeyKind
  /** Null for Ed25519, which has its hash built in. */
  readonly hash: HashName | null
  /** Octets of the salt, for RSASSA-PSS; null for every other scheme. */
  readonly pssSaltOctets: number | null
}

const scheme = (kind: KeyKind, hash: HashName | null): SignatureScheme => ({ kind, hash, pssSaltOctets: null })

/** RFC 8017 §A.2.4, RFC 3279 §2.2, RFC 5758 §3, RFC 8410 §3. MD5 and older have no name here. */
const schemes: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.5': scheme('rsa', 'sha1'),
  '1.2.840.113549.1.1.11': scheme('rsa', 'sha256'),
  '1.2.840.113549.1.1.12': scheme('rsa', 'sha384'),
  '1.2.840.113549.1.1.13': scheme('rsa', 'sha512'),
  '1.2.840.10045.4.1': scheme('ec', 'sha1'),
  '1.2.840.10045.4.3.2': scheme('ec', 'sha256'),
  '1.2.840.10045.4.3.3': scheme('ec', 'sha384'),
  '1.2.840.10045.4.3.4': scheme('ec', 'sha512'),
  '1.3.101.112': scheme('ed25519', null),
  '1.2.840.10040.4.3': scheme('dsa', 'sha1'),
  '2.16.840.1.101.3.4.3.2': scheme('dsa', 'sha256'),
}

const rsassaPss = '1.2.840.113549.1.1.10'
const mgf1 = '1.2.840.113549.1.1.8'
const hashes: Readonly<Record<string, HashName>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const maxSaltOctets = 64

function hash(algorithm: AlgorithmIdentifier): HashName {
  const name = hashes[algorithm.id]
  if (name === undefined || !parametersAreNull(algorithm)) throw new DerError(`hash ${algorithm.id} is not accepted`)
  return name
}

/** RSASSA-PSS-params (RFC 4055 §3.1). Absent members mean SHA-1 and 20 octets; the mask must use the same hash. */
function pssScheme({ parameters }: AlgorithmIdentifier): SignatureScheme {
  const what = 'RSASSA-PSS-params'
  if (parameters === null) throw new DerError(`${what} are absent`)
  const members = openWhole(parameters.encoding, TAG.sequence, what)
  const member = (number: number, tag: number) => {
    const wrapped = members.takeOptional(contextTag(number, 'constructed'))
    return wrapped === null ? null : wholeElement(wrapped.content, tag, what)
  }
  const hashMember = member(0, TAG.sequence)
  const maskMember = member(1, TAG.sequence)
  const saltMember = member(2, TAG.integer)
  const trailerMember = member(3, TAG.integer)
  members.end()
  const hashName = hashMember === null ? 'sha1' : hash(algorithmIdentifier(hashMember, what))
  const mask = maskMember === null ? null : algorithmIdentifier(maskMember, what)
  if (mask !== null && mask.id !== mgf1) throw new DerError(`mask generation ${mask.id} is not accepted`)
  const maskHash = mask === null ? 'sha1' : hash(algorithmIdentifier(new DerCursor(mask.parameters?.encoding ?? new Uint8Array(), what).next(), what))
  if (maskHash !== hashName) throw new DerError('RSASSA-PSS mixes two hashes')
  const pssSaltOctets = saltMember === null ? 20 : smallInteger(saltMember.content, 'saltLength')
  if (pssSaltOctets > maxSaltOctets) throw new DerError('saltLength is too large')
  if (trailerMember !== null && smallInteger(trailerMember.content, 'trailerField') !== 1) throw new DerError('trailerField is not 1')
  return { kind: 'rsa', hash: hashName, pssSaltOctets }
}

/** What a signatureAlgorithm asks for. Throws DerError for what is unknown; whether it is accepted is not decided here. */
export function signatureScheme(algorithm: AlgorithmIdentifier): SignatureScheme {
  if (algorithm.id === rsassaPss) return pssScheme(algorithm)
  const found = schemes[algorithm.id]
  // RFC 5758 §3.2 and RFC 8410 §3 forbid parameters where RFC 4055 §5 wants NULL; absent is let pass for RSA.
  const parametersFit = found?.kind === 'rsa' ? parametersAreNull(algorithm) : algorithm.parameters === null
  if (found === undefined || !parametersFit) throw new DerError(`signature algorithm ${algorithm.id} is not accepted`)
  return found
}

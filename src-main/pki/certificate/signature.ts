import { constants, verify } from 'node:crypto'
import { decode, type Decoded } from '../der/der-reader.ts'
import type { AlgorithmIdentifier } from './algorithm.ts'
import { productionLimits, type AlgorithmLimits } from './keys/algorithm-limits.ts'
import { publicKey, type PublicKey } from './keys/public-key.ts'
import { signatureScheme, type SignatureScheme } from './keys/signature-scheme.ts'

/** What a certificate, a revocation list and an OCSP answer have in common. */
export interface Signed {
  readonly signedBytes: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

export type SignatureCheck =
  | { readonly ok: true }
  /** 'algorithmRefused': it was not even tried, because algorithm or key is outside the limits. */
  | { readonly ok: false; readonly fault: 'algorithmRefused' | 'badSignature'; readonly why: string }

/** True where `signature` over `message` holds; false for a wrong one and for one of a wrong shape. */
export function signatureHolds({ hash, pssSaltOctets }: SignatureScheme, message: Uint8Array, { key }: PublicKey, signature: Uint8Array): boolean {
  try {
    if (pssSaltOctets === null) return verify(hash, message, key, signature)
    return verify(hash, message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pssSaltOctets }, signature)
  } catch {
    // OpenSSL and BoringSSL differ in which malformed signatures are "false" and which are an error.
    return false
  }
}

/** Why a key can't have made signatures of a scheme, or null. */
export function whyNotSchemeOfKey(scheme: SignatureScheme, key: PublicKey, limits: AlgorithmLimits): string | null {
  if (scheme.hash !== null && !limits.hashes.includes(scheme.hash)) return `hash ${scheme.hash} is not accepted`
  if (scheme.kind !== key.kind) return 'signature algorithm and key do not belong together'
  return key.pssOnly && scheme.pssSaltOctets === null ? 'the key is for RSASSA-PSS only' : null
}

/** Whether the holder of `publicKeyInfo` (SubjectPublicKeyInfo, DER) signed it within `limits`; the reason where not. */
export function checkSignature(signed: Signed, publicKeyInfo: Uint8Array, limits: AlgorithmLimits = productionLimits): SignatureCheck {
  const refused = (why: string): SignatureCheck => ({ ok: false, fault: 'algorithmRefused', why })
  const scheme: Decoded<SignatureScheme> = decode(() => signatureScheme(signed.signatureAlgorithm))
  if (!scheme.ok) return refused(scheme.why)
  const { hash } = scheme.value
  if (hash !== null && !limits.hashes.includes(hash)) return refused(`signature algorithm ${signed.signatureAlgorithm.id} is not accepted`)
  const key = publicKey(publicKeyInfo, limits)
  if (!key.ok) return refused(key.why)
  const unfit = whyNotSchemeOfKey(scheme.value, key.value, limits)
  if (unfit !== null) return refused(unfit)
  if (signatureHolds(scheme.value, signed.signedBytes, key.value, signed.signature)) return { ok: true }
  return { ok: false, fault: 'badSignature', why: 'the signature does not hold' }
}

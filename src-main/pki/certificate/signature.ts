import { verify, type KeyObject } from 'node:crypto'
import type { Decoded } from '../der/der-reader.ts'
import { parametersAreNull, type AlgorithmIdentifier } from './algorithm.ts'
import { rsaPublicKey } from './rsa-public-key.ts'

/** Signature algorithms that are believed, by object identifier (RFC 8017 §A.2.4). SHA-1 and MD5 are not. */
const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
}

/** What a certificate and a revocation list have in common. */
export interface Signed {
  readonly signedBytes: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

/** RSASSA-PKCS1-v1_5; false for a wrong signature and for one of a wrong length. */
export function rsaSignatureHolds(digest: string, message: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(digest, message, key, signature)
  } catch {
    // OpenSSL and BoringSSL differ in which malformed signatures are "false" and which are an error.
    return false
  }
}

/** Whether the holder of `publicKeyInfo` (SubjectPublicKeyInfo, DER) signed it; the reason where not. */
export function checkSignature({ signedBytes, signatureAlgorithm, signature }: Signed, publicKeyInfo: Uint8Array): Decoded<void> {
  const digest = digests[signatureAlgorithm.id]
  if (digest === undefined || !parametersAreNull(signatureAlgorithm))
    return { ok: false, why: `signature algorithm ${signatureAlgorithm.id} is not accepted` }
  const key = rsaPublicKey(publicKeyInfo)
  if (!key.ok) return key
  if (!rsaSignatureHolds(digest, signedBytes, key.value, signature)) return { ok: false, why: 'the signature does not hold' }
  return { ok: true, value: undefined }
}

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512'
export type KeyKind = 'rsa' | 'ec' | 'ed25519' | 'dsa'
export type CurveName = 'P-256' | 'P-384' | 'P-521'

/** Which algorithms are believed: data, so that a coming card generation or a broken hash is a change of one list. */
export interface AlgorithmLimits {
  readonly keys: readonly KeyKind[]
  readonly hashes: readonly HashName[]
  readonly curves: readonly CurveName[]
  /** Bits of the modulus, both ends inclusive. The upper end keeps one verification short whatever the input. */
  readonly rsaBits: { readonly least: number; readonly most: number }
  /** Bits of p; FIPS 186-5 withdrew DSA, so this matters only where `keys` names it. */
  readonly dsaBits: { readonly least: number; readonly most: number }
}

/**
 * JPKI signs with RSA-2048 and SHA-256 today and announces ECDSA-384 with SHA-384 (reference card.md §6). No SHA-1, no
 * DSA, no RSA below 2048 bits (CRYPTREC's list of e-government recommended ciphers).
 */
export const productionLimits: AlgorithmLimits = {
  keys: ['rsa', 'ec', 'ed25519'],
  hashes: ['sha256', 'sha384', 'sha512'],
  curves: ['P-256', 'P-384', 'P-521'],
  rsaBits: { least: 2048, most: 8192 },
  dsaBits: { least: 2048, most: 3072 },
}

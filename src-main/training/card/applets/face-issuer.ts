import { createHash } from 'node:crypto'
import { digestInfoSha256, lazyRsaPair, rsaPkcs1, type RsaPair } from '../chip/rsa.ts'
import { encodeTlv } from '../chip/tlv-encoder.ts'

/**
 * The training issuer of the card-face data (券面情報): a root that certifies a signer, and the signer. Made
 * anew in every process, because nothing in training has to outlive the cards of one run.
 */
const root = lazyRsaPair()
const signer = lazyRsaPair()
/** Key identifiers of the test hierarchy begin with 6 (reference card.md §5.2). */
const rootKeyId = Buffer.from('6000033'.padEnd(16, '0'), 'ascii')
const signerKeyId = Buffer.from('6999033'.padEnd(16, '0'), 'ascii')

/** RSA public key as the card writes it: 90 exponent, 91 modulus; 265 bytes. */
export function publicKeyObjects({ modulus }: RsaPair): Uint8Array {
  return Buffer.concat([encodeTlv(0x90, Uint8Array.of(0x01, 0x00, 0x01)), encodeTlv(0x91, modulus)])
}

/** Signature of the issuer over `data`, RSA-PKCS1-SHA256, 256 bytes. */
export function issuerSignature(data: Uint8Array): Uint8Array {
  return sign(signer(), data)
}

/** CV certificate 7F21 of the signer, 568 bytes (reference card.md §5.1, EF 0004). */
export function signerCertificate(): Uint8Array {
  const body = Buffer.concat([rootKeyId, signerKeyId, publicKeyObjects(signer())])
  return encodeTlv(0x7f21, Buffer.concat([encodeTlv(0x5f4e, body), encodeTlv(0x5f37, sign(root(), body))]))
}

/** Identifier of the key whose CV certificate the card carries. */
export function issuerKeyId(): Uint8Array {
  return signerKeyId
}

function sign(pair: RsaPair, data: Uint8Array): Uint8Array {
  return rsaPkcs1(pair.privateKey, digestInfoSha256(createHash('sha256').update(data).digest()))
}

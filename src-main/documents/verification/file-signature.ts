import { sign, verify, type KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { CityKey } from './facts.ts'

/**
 * Signature over the whole PDF, in a comment after its end: `%MDGSIG1 <key id> <base64>`. Readers skip it; whoever
 * changes, adds or takes away one byte of the file breaks it.
 */
const marker = '\n%MDGSIG1 '
const trailer = /^\n%MDGSIG1 (?<keyId>[\x21-\x7e]{1,64}) (?<signature>[A-Za-z0-9+/]{86}==)\n$/
const longestTrailer = marker.length + 64 + 1 + 88 + 1

const signedBytes = (pdf: Uint8Array, keyId: string): Buffer => Buffer.concat([pdf, Buffer.from(`${marker}${keyId}`, 'latin1')])

export function signFile(pdf: Uint8Array, key: { readonly keyId: string; readonly privateKey: KeyObject }): Buffer {
  const signature = sign(null, signedBytes(pdf, key.keyId), key.privateKey).toString('base64')
  return Buffer.concat([pdf, Buffer.from(`${marker}${key.keyId} ${signature}\n`, 'latin1')])
}

/** Key id of the signer; DOCUMENT-NOT-VERIFIED says why not. */
export function verifyFile(pdf: Uint8Array, keys: readonly CityKey[]): Result<string> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const at = bytes.lastIndexOf(marker, undefined, 'latin1')
  if (at < 0 || bytes.length - at > longestTrailer) return fail('DOCUMENT-NOT-VERIFIED', 'the file carries no signature at its end')
  const parts = trailer.exec(bytes.toString('latin1', at))?.groups
  if (parts === undefined) return fail('DOCUMENT-NOT-VERIFIED', 'the signature at the end of the file is malformed')
  const { keyId = '', signature = '' } = parts
  const key = keys.find((each) => each.keyId === keyId)
  if (key === undefined) return fail('DOCUMENT-NOT-VERIFIED', 'signed with a key that is not known here')
  const genuine = verify(null, signedBytes(bytes.subarray(0, at), keyId), key.publicKey, Buffer.from(signature, 'base64'))
  return genuine ? ok(keyId) : fail('DOCUMENT-NOT-VERIFIED', 'the file was changed after it was signed')
}

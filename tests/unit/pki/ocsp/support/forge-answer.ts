import { createHash, sign, type KeyObject } from 'node:crypto'
import * as der from '../../../../../src-main/training/issuer/x509/der-writer.ts'
import { extension, keyIdentifier, name, type NameParts } from '../../../../../src-main/training/issuer/x509/x509-writer.ts'
import { encodeCertId, type CertId } from '../../../../../src-main/pki/ocsp/message/cert-id.ts'
import { OCSP } from '../../../../../src-main/pki/ocsp/message/identifiers.ts'

export const generalizedTime = (at: Date): Uint8Array => der.element(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`, 'latin1'))

export type ForgedStatus = 'good' | 'unknown' | { readonly at: Date; readonly reason: number | null }

export interface ForgedSingle {
  readonly id: CertId
  readonly status: ForgedStatus
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  readonly extensions?: readonly Uint8Array[]
}

export interface ForgedAnswer {
  readonly responder: { readonly name: NameParts } | { readonly key: KeyObject } | { readonly raw: Uint8Array }
  readonly producedAt: Date
  readonly singles: readonly ForgedSingle[]
  readonly nonce: Uint8Array | null
  readonly extensions?: readonly Uint8Array[]
  /** DER of the certificates sent along. */
  readonly certificates: readonly Uint8Array[]
  readonly signer: KeyObject
}

export const nonceExtension = (nonce: Uint8Array, critical = false): Uint8Array => extension(OCSP.nonce, der.octetString(nonce), critical)

function certStatus(status: ForgedStatus): Uint8Array {
  if (status === 'good') return der.taggedPrimitive(0, new Uint8Array())
  if (status === 'unknown') return der.taggedPrimitive(2, new Uint8Array())
  return der.tagged(1, generalizedTime(status.at), ...(status.reason === null ? [] : [der.tagged(0, der.enumerated(status.reason))]))
}

const single = ({ id, status, thisUpdate, nextUpdate, extensions = [] }: ForgedSingle): Uint8Array =>
  der.sequence(
    encodeCertId(id),
    certStatus(status),
    generalizedTime(thisUpdate),
    ...(nextUpdate === null ? [] : [der.tagged(0, generalizedTime(nextUpdate))]),
    ...(extensions.length === 0 ? [] : [der.tagged(1, der.sequence(...extensions))]),
  )

function responderId(responder: ForgedAnswer['responder']): Uint8Array {
  if ('raw' in responder) return responder.raw
  return 'name' in responder ? der.tagged(1, name(responder.name)) : der.tagged(2, der.octetString(keyIdentifier(responder.key)))
}

/** ResponseData, DER. */
export function responseData({ responder, producedAt, singles, nonce, extensions = [] }: ForgedAnswer): Uint8Array {
  const all = [...(nonce === null ? [] : [nonceExtension(nonce)]), ...extensions]
  return der.sequence(
    responderId(responder),
    generalizedTime(producedAt),
    der.sequence(...singles.map(single)),
    ...(all.length === 0 ? [] : [der.tagged(1, der.sequence(...all))]),
  )
}

/** BasicOCSPResponse around `data`, whatever it is. */
export function signedBasic(data: Uint8Array, signer: KeyObject, certificates: readonly Uint8Array[] = []): Uint8Array {
  const algorithm = der.sequence(der.objectIdentifier('1.2.840.113549.1.1.11'), der.nothing())
  const certs = certificates.length === 0 ? [] : [der.tagged(0, der.sequence(...certificates))]
  return der.sequence(data, algorithm, der.bitString(sign('sha256', data, signer)), ...certs)
}

/** OCSPResponse that says successful around a BasicOCSPResponse. */
export const successful = (basic: Uint8Array, type: string = OCSP.basicResponse): Uint8Array =>
  der.sequence(der.enumerated(0), der.tagged(0, der.sequence(der.objectIdentifier(type), der.octetString(basic))))

export const errorAnswer = (status: number): Uint8Array => der.sequence(der.enumerated(status))

export const answer = (forged: ForgedAnswer): Uint8Array => successful(signedBasic(responseData(forged), forged.signer, forged.certificates))

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

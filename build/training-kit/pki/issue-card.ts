import type { KeyObject } from 'node:crypto'
import { newRsaKey, opaqueText, type Authority } from './authorities.ts'
import { japaneseDate, japaneseDay, lastSecondBefore } from './calendar.ts'
import { municipalityCode, type CardSpec, type CertificateKind } from './cards.ts'
import { caName, signatureExtensions, userAuthenticationExtensions, type SignatureAttributes } from './training-profile.ts'
import { certificate, type Validity } from './x509-writer.ts'

export interface IssuedCertificate {
  readonly der: Uint8Array
  readonly key: KeyObject
}

export interface IssuedCard {
  readonly spec: CardSpec
  readonly serial: bigint
  readonly userAuthentication: IssuedCertificate
  readonly signature: IssuedCertificate | null
}

/** JPKI's serials are counters of up to four octets; half of these start above 0x80 and so need a sign octet. */
export const serialOfCard = (index: number): bigint => (index % 2 === 0 ? 0x0133_c400n : 0x9133_c400n) + BigInt(index)

function validity(kind: CertificateKind, now: Date): Validity {
  if (kind === 'expired') return { notBefore: japaneseDay(now, -2, 1), notAfter: lastSecondBefore(now, 0, -30) }
  if (kind === 'notYetValid') return { notBefore: japaneseDay(now, 0, 30), notAfter: lastSecondBefore(now, 4) }
  return { notBefore: japaneseDay(now, -1), notAfter: lastSecondBefore(now, 4) }
}

async function userAuthenticationCertificate(issuer: Authority, serial: bigint, period: Validity): Promise<IssuedCertificate> {
  const key = await newRsaKey()
  const der = certificate({
    serial,
    issuer: caName('userAuthentication'),
    subject: [
      ['C', 'JP'],
      ['CN', `${opaqueText()}${municipalityCode}003A`],
    ],
    subjectKey: key,
    issuerKey: issuer.key,
    extensions: userAuthenticationExtensions({ subjectKey: key, issuerKey: issuer.key }),
    ...period,
  })
  return { der, key }
}

async function signatureCertificate(
  issuer: Authority,
  serial: bigint,
  period: Validity,
  attributes: SignatureAttributes,
): Promise<IssuedCertificate> {
  const key = await newRsaKey()
  const der = certificate({
    serial,
    issuer: caName('signature'),
    subject: [
      ['C', 'JP'],
      ['L', 'Kakuu-ken'],
      ['L', 'Mihon-shi'],
      ['CN', `${japaneseDate(period.notBefore)}${opaqueText()}${municipalityCode}A`],
    ],
    subjectKey: key,
    issuerKey: issuer.key,
    extensions: signatureExtensions({ subjectKey: key, issuerKey: issuer.key }, attributes),
    ...period,
  })
  return { der, key }
}

export interface Issuers {
  readonly user: Authority
  readonly other: Authority
  readonly sign: Authority
}

/** Issues the certificates of one card; `index` is its place in the list of cards. */
export async function issueCard(spec: CardSpec, index: number, issuers: Issuers, now: Date): Promise<IssuedCard> {
  const serial = serialOfCard(index)
  const period = validity(spec.kind, now)
  const issuer = spec.kind === 'otherIssuer' ? issuers.other : issuers.user
  const [userAuthentication, signature] = await Promise.all([
    userAuthenticationCertificate(issuer, serial, period),
    spec.signature === undefined ? null : signatureCertificate(issuers.sign, serial, period, spec.signature),
  ])
  return { spec, serial, userAuthentication, signature }
}

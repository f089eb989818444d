import { randomBytes, type KeyObject } from 'node:crypto'
import type { CardRecord, CertificateKind } from '../../../issuer/issuer-terminal.ts'
import { japaneseDate } from './japanese-day.ts'
import {
  caName,
  municipalities,
  signatureExtensions,
  userAuthenticationExtensions,
  type Municipality,
  type SignatureAttributes,
} from '../x509/training-profile.ts'
import { certificate, type NameParts, type Validity } from '../x509/x509-writer.ts'

export interface CardCertificateContent extends Validity {
  readonly kind: CertificateKind
  readonly serial: bigint
  /** Of the card: private or public. */
  readonly subjectKey: KeyObject
  readonly issuerKey: KeyObject
  /** 全国地方公共団体コード without check digit. */
  readonly municipalityCode: string
  /** Goes into a 署名用 certificate alone. */
  readonly record: CardRecord
}

/** Fourteen characters that mean nothing, as in the subject names of JPKI. */
const opaqueText = (): string => randomBytes(7).toString('hex').toUpperCase()

export function municipalityOf(code: string): Municipality {
  const municipality = municipalities[code]
  if (municipality === undefined) throw new Error(`no training municipality ${code}`)
  return municipality
}

/** The certificate of a card in the training profile (DER). */
export function cardCertificate(content: CardCertificateContent): Uint8Array {
  const { kind, municipalityCode, record, ...rest } = content
  const municipality = municipalityOf(municipalityCode)
  const extensions =
    kind === 'signature'
      ? signatureExtensions(rest, signatureAttributes(record), municipality)
      : userAuthenticationExtensions(rest, municipality)
  return certificate({ ...rest, issuer: caName(kind), subject: subjectName(content, municipality), extensions })
}

function subjectName({ kind, notBefore, municipalityCode }: CardCertificateContent, { prefecture, city }: Municipality): NameParts {
  if (kind === 'userAuthentication')
    return [
      ['C', 'JP'],
      ['CN', `${opaqueText()}${municipalityCode}003A`],
    ]
  return [
    ['C', 'JP'],
    ['L', prefecture],
    ['L', city],
    ['CN', `${japaneseDate(notBefore)}${opaqueText()}${municipalityCode}A`],
  ]
}

/** First days of the eras, newest first, with the digit that stands for them (reference card.md §6). */
const eras = [
  ['2019-05-01', '5'],
  ['1989-01-08', '4'],
  ['1926-12-25', '3'],
  ['1912-07-30', '2'],
  ['1868-01-25', '1'],
] as const

/** The record as a 署名用 certificate has it: its sex code '3' stands for what the card's files call '9' and '0' (reference card.md §10.11). */
function signatureAttributes({ name, address, birthDate, sex }: CardRecord): SignatureAttributes {
  const era = eras.find(([from]) => from <= birthDate)?.[1] ?? '0'
  return { name, address, birth: era + birthDate.replaceAll('-', ''), sex: sex === '1' || sex === '2' ? sex : '3' }
}

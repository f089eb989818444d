import type { KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CardFace, SignedRecord } from '../../card-contents.ts'
import type { CardFaceOpener, RecordIssuerKeys } from '../../individual-number-card.ts'
import { checkFaceSignature, checkSmallRecord, faceTag, parseCardFace, parseFaceBirthDate, parseIndividualNumberPicture } from '../records/card-face.ts'
import { recordKey } from '../records/issuer-signature.ts'
import { objectLength, RecordFields } from '../records/record-fields.ts'
import { PinKey } from '../secrets/pin-key.ts'
import { checkDigits } from '../secrets/secret-formats.ts'
import { verificationNumberALength, verificationNumberBLength } from '../secrets/verification-number.ts'
import { enterApplet } from '../session/applet.ts'
import { learnExtendedLength } from '../session/applet-info.ts'
import type { CardSession } from '../session/card-session.ts'
import { offsetMax, readObject } from '../session/file-reader.ts'

/** 券面事項確認AP (reference card.md §1, §2.3). */
const aid = Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02)
const name = '券面事項確認AP'
const file = { birthDate: 0x0001, face: 0x0002, info: 0x0003, cvCertificate: 0x0004, individualNumber: 0x0005 } as const
const cvCertificateTag = 0x7f21
const birthDateLength = 6
/** The limits of these keys are not documented (reference card.md §4); the card's own answer counts, up to this. */
const triesMax = 15
const info = { fileId: file.info, fileTag: faceTag.info, versionTag: faceTag.infoVersion } as const

type FaceKey = CardFaceOpener['by'] | 'birthDate'

export class CardFaceApplet {
  readonly #session: CardSession
  readonly #keys: Readonly<Record<FaceKey, PinKey>>

  constructor(session: CardSession) {
    this.#session = session
    const key = (fileId: number): PinKey => new PinKey(session, { fileId, max: triesMax, absent: 'CARD-REFUSED' })
    this.#keys = { birthDate: key(0x0011), verificationNumberB: key(0x0012), verificationNumberA: key(0x0013) }
  }

  async readFace(opener: CardFaceOpener, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<CardFace>>> {
    const format = checkDigits(opener.secret, opener.by === 'verificationNumberA' ? verificationNumberALength : verificationNumberBLength)
    if (!format.ok) return format
    const opened = await this.#open(opener.by, opener.secret)
    if (!opened.ok) return opened
    // The face is the one big file, so the question pays for itself.
    await learnExtendedLength(this.#session, info)
    return this.#readSigned(file.face, faceTag.face, parseCardFace, checkFaceSignature, issuerKeys)
  }

  async readBirthDate(eraBirthDate: Uint8Array, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<string>>> {
    const format = checkDigits(eraBirthDate, birthDateLength)
    if (!format.ok) return format
    const opened = await this.#open('birthDate', eraBirthDate)
    if (!opened.ok) return opened
    const check = (record: RecordFields, issuer: KeyObject): Result<void> => checkSmallRecord(record, 'birthDate', issuer)
    return this.#readSigned(file.birthDate, faceTag.birthDate, parseFaceBirthDate, check, issuerKeys)
  }

  async readIndividualNumberPicture(verificationNumberA: Uint8Array, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<Uint8Array>>> {
    const format = checkDigits(verificationNumberA, verificationNumberALength)
    if (!format.ok) return format
    const opened = await this.#open('verificationNumberA', verificationNumberA)
    if (!opened.ok) return opened
    const check = (record: RecordFields, issuer: KeyObject): Result<void> => checkSmallRecord(record, 'individualNumber', issuer)
    return this.#readSigned(file.individualNumber, faceTag.individualNumber, parseIndividualNumberPicture, check, issuerKeys)
  }

  async #open(by: FaceKey, secret: Uint8Array): Promise<Result<void>> {
    const here = await enterApplet(this.#session, aid, name)
    return here.ok ? this.#keys[by].verify(secret) : here
  }

  async #readSigned<T>(
    fileId: number,
    tag: number,
    parse: (record: RecordFields) => Result<T>,
    check: (record: RecordFields, issuer: KeyObject) => Result<void>,
    issuerKeys: RecordIssuerKeys,
  ): Promise<Result<SignedRecord<T>>> {
    const content = await readObject(this.#session, fileId, objectLength(tag), offsetMax)
    if (!content.ok) return content
    const record = RecordFields.of(content.value, tag)
    if (!record.ok) return record
    const value = parse(record.value)
    if (!value.ok) return value
    const issuer = issuerKeys.length === 0 ? ok(null) : await this.#recordKey(issuerKeys)
    if (!issuer.ok) return issuer
    if (issuer.value === null) return ok({ value: value.value, signature: 'unchecked' })
    const checked = check(record.value, issuer.value)
    return checked.ok ? ok({ value: value.value, signature: 'valid' }) : checked
  }

  async #recordKey(issuerKeys: RecordIssuerKeys): Promise<Result<KeyObject | null>> {
    const certificate = await readObject(this.#session, file.cvCertificate, objectLength(cvCertificateTag))
    if (!certificate.ok) return certificate
    return certificate.value.kind === 'absent' ? fail('CARD-MALFORMED', 'no CV certificate') : recordKey(certificate.value.bytes, issuerKeys)
  }
}

import type { KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { BasicAttributes, SignedRecord } from '../../card-contents.ts'
import type { InputSupportOpener, PinTries, RecordIssuerKeys } from '../../individual-number-card.ts'
import { basicAttributesLength, digestedAttributes, parseBasicAttributes } from '../records/basic-attributes.ts'
import { individualNumberFileLength, parseIndividualNumber } from '../records/individual-number.ts'
import { recordKey } from '../records/issuer-signature.ts'
import { objectLength } from '../records/record-fields.ts'
import { checkDigest, digestsTag } from '../records/signed-digests.ts'
import { PinKey } from '../secrets/pin-key.ts'
import { checkDigits, checkFourDigits } from '../secrets/secret-formats.ts'
import { verificationNumberALength, verificationNumberBLength } from '../secrets/verification-number.ts'
import { enterApplet } from '../session/applet.ts'
import { learnExtendedLength } from '../session/applet-info.ts'
import type { CardSession } from '../session/card-session.ts'
import { readObject, readPrefix } from '../session/file-reader.ts'

/** 券面事項入力補助AP (reference card.md §1, §2.2). */
const aid = Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08)
const name = '券面事項入力補助AP'
const file = { individualNumber: 0x0001, attributes: 0x0002, digests: 0x0003, cvCertificate: 0x0004, info: 0x0005 } as const
const cvCertificateTag = 0x7f21
const info = { fileId: file.info, fileTag: 0xff40, versionTag: 0xdf41 } as const
/** A key without a documented limit or with one nobody measured is believed to have ten tries (reference card.md §4). */
const verificationNumberTries = 10

export class InputSupportApplet {
  readonly pin: PinKey
  readonly #session: CardSession
  readonly #keys: Readonly<Record<InputSupportOpener['by'], PinKey>>

  constructor(session: CardSession) {
    this.#session = session
    this.pin = new PinKey(session, { fileId: 0x0011, max: 3, change: 'changeReferenceData', absent: 'CARD-FACE-ONLY' })
    this.#keys = {
      pin: this.pin,
      verificationNumberA: new PinKey(session, { fileId: 0x0014, max: verificationNumberTries, absent: 'CARD-REFUSED' }),
      verificationNumberB: new PinKey(session, { fileId: 0x0015, max: verificationNumberTries, absent: 'CARD-REFUSED' }),
    }
  }

  enter(): Promise<Result<void>> {
    return enterApplet(this.#session, aid, name)
  }

  async verificationNumberTries(): Promise<Result<Readonly<Record<'a' | 'b', PinTries>>>> {
    const here = await this.enter()
    if (!here.ok) return here
    const a = await this.#keys.verificationNumberA.tries()
    if (!a.ok) return a
    const b = await this.#keys.verificationNumberB.tries()
    return b.ok ? ok({ a: a.value, b: b.value }) : b
  }

  /** Does nothing when it is known already; the applet must be the current one. */
  learnExtendedLength(): Promise<void> {
    return learnExtendedLength(this.#session, info)
  }

  /** Basic four attributes, by PIN or 照合番号B. */
  async readAttributes(opener: InputSupportOpener, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<BasicAttributes>>> {
    if (opener.by === 'verificationNumberA') return fail('PIN-FORMAT', '照合番号A opens the My Number alone')
    const opened = await this.#open(opener)
    if (!opened.ok) return opened
    const content = await readObject(this.#session, file.attributes, basicAttributesLength)
    if (!content.ok) return content
    if (content.value.kind === 'absent') return fail('CARD-MALFORMED', 'no basic attributes')
    const { bytes } = content.value
    const attributes = parseBasicAttributes(bytes)
    if (!attributes.ok) return attributes
    const digested = digestedAttributes(bytes)
    if (!digested.ok) return digested
    const signature = await this.#check('attributes', digested.value, issuerKeys)
    return signature.ok ? ok({ value: attributes.value, signature: signature.value }) : signature
  }

  /** 個人番号 by PIN or 照合番号A: 12 ASCII digits that the caller zeroes. */
  async readIndividualNumber(opener: InputSupportOpener, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<Uint8Array>>> {
    if (opener.by === 'verificationNumberB') return fail('PIN-FORMAT', '照合番号B opens the basic attributes alone')
    const opened = await this.#open(opener)
    if (!opened.ok) return opened
    const content = await readPrefix(this.#session, file.individualNumber, individualNumberFileLength)
    if (!content.ok) return content
    const bytes = content.value
    try {
      const number = parseIndividualNumber(bytes)
      if (!number.ok) return number
      const signature = await this.#check('individualNumber', bytes, issuerKeys)
      if (signature.ok) return ok({ value: number.value, signature: signature.value })
      number.value.fill(0)
      return signature
    } finally {
      bytes.fill(0)
    }
  }

  async #open(opener: InputSupportOpener): Promise<Result<void>> {
    const format = checkOpener(opener)
    if (!format.ok) return format
    const here = await this.enter()
    return here.ok ? this.#keys[opener.by].verify(opener.secret) : here
  }

  async #check(which: 'individualNumber' | 'attributes', content: Uint8Array, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<unknown>['signature']>> {
    if (issuerKeys.length === 0) return ok('unchecked')
    const issuer = await this.#recordKey(issuerKeys)
    if (!issuer.ok) return issuer
    if (issuer.value === null) return ok('unchecked')
    const digests = await readObject(this.#session, file.digests, objectLength(digestsTag))
    if (!digests.ok) return digests
    if (digests.value.kind === 'absent') return fail('CARD-MALFORMED', 'no digests')
    const checked = checkDigest(digests.value.bytes, which, content, issuer.value)
    return checked.ok ? ok('valid') : checked
  }

  async #recordKey(issuerKeys: RecordIssuerKeys): Promise<Result<KeyObject | null>> {
    const certificate = await readObject(this.#session, file.cvCertificate, objectLength(cvCertificateTag))
    if (!certificate.ok) return certificate
    return certificate.value.kind === 'absent' ? fail('CARD-MALFORMED', 'no CV certificate') : recordKey(certificate.value.bytes, issuerKeys)
  }
}

function checkOpener({ by, secret }: InputSupportOpener): Result<void> {
  switch (by) {
    case 'pin':
      return checkFourDigits(secret)
    case 'verificationNumberA':
      return checkDigits(secret, verificationNumberALength)
    case 'verificationNumberB':
      return checkDigits(secret, verificationNumberBLength)
  }
}

import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../failures/result.ts'
import { derTotalLength } from '../codec/der-length.ts'
import type { ResponseApdu } from '../codec/response-apdu.ts'
import { formatStatusWord, refusesShortIdentifier, statusWord } from '../codec/status-word.ts'
import type { PinTries } from '../individual-number-card.ts'
import { refused, type CardSession } from './card-session.ts'
import { readObject, readPrefix } from './file-reader.ts'
import { checkFourDigits, PinKey } from './pin-key.ts'

/** 公的個人認証AP (reference card.md §1, §2.1). */
const aid = Uint8Array.of(0xd3, 0x92, 0xf0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01)
const file = {
  tokenInfo: 0x0006,
  userAuthenticationCertificate: 0x000a,
  userAuthenticationCaCertificate: 0x000b,
  userAuthenticationKey: 0x0017,
  userAuthenticationPin: 0x0018,
} as const
const userAuthenticationPinTries = 3
/** Start of EF 0006: the label, padded with spaces (reference card.md §2.6). */
const labelLength = 32
const signatureLength = 256
/** DER of DigestInfo for SHA-256, up to the digest (RFC 8017 §9.2 note 1). */
const digestInfoSha256 = Uint8Array.from([
  0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
])

/** Answers to SELECT that only a card of another kind gives. */
const foreignAnswers: ReadonlySet<number> = new Set([
  statusWord.fileNotFound,
  statusWord.functionNotSupported,
  statusWord.wrongParameters,
  statusWord.lengthAgainstParameters,
  statusWord.instructionNotSupported,
  statusWord.classNotSupported,
])

export class JpkiApplet {
  readonly #session: CardSession
  readonly #userAuthenticationPin: PinKey

  constructor(session: CardSession) {
    this.#session = session
    this.#userAuthenticationPin = new PinKey(session, file.userAuthenticationPin, userAuthenticationPinTries)
  }

  /**
   * First contact: is this an individual number card at all? Failures: CARD-FOREIGN, CARD-OLD-JUKI (住基カード),
   * CARD-PHONE (the same applet in a telephone), CARD-MALFORMED, CARD-REFUSED.
   */
  async open(): Promise<Result<void>> {
    let selected = await this.#session.selectApplet(aid)
    // One surveyed card answered 6F00 to the first command after power-up (reference card.md §3.2).
    if (selected.ok && selected.value === statusWord.selfDiagnosisFailed) selected = await this.#session.selectApplet(aid)
    if (!selected.ok) return selected
    if (foreignAnswers.has(selected.value)) return fail('CARD-FOREIGN', `SELECT JPKI-AP: ${formatStatusWord(selected.value)}`)
    if (selected.value !== statusWord.success) return fail('CARD-REFUSED', `SELECT JPKI-AP: ${formatStatusWord(selected.value)}`)
    const label = await readPrefix(this.#session, file.tokenInfo, labelLength)
    if (!label.ok) return label
    return label.value.length < labelLength ? fail('CARD-MALFORMED', 'token information ends in its label') : checkLabel(label.value)
  }

  async userAuthenticationPinTries(): Promise<Result<PinTries>> {
    const here = await this.#enter()
    return here.ok ? this.#userAuthenticationPin.tries() : here
  }

  async verifyUserAuthenticationPin(pin: Uint8Array): Promise<Result<void>> {
    const format = checkFourDigits(pin)
    if (!format.ok) return format
    const here = await this.#enter()
    return here.ok ? this.#userAuthenticationPin.verify(pin) : here
  }

  readUserAuthenticationCertificate(): Promise<Result<Uint8Array>> {
    return this.#readCertificate(file.userAuthenticationCertificate)
  }

  readUserAuthenticationCaCertificate(): Promise<Result<Uint8Array>> {
    return this.#readCertificate(file.userAuthenticationCaCertificate)
  }

  /** The card pads the DigestInfo (PKCS#1 v1.5) and signs. Failures: CARD-REFUSED, also when the PIN is not verified; CARD-MALFORMED. */
  async signWithUserAuthenticationKey(message: Uint8Array): Promise<Result<Uint8Array>> {
    const here = await this.#enter()
    if (!here.ok) return here
    const digestInfo = Buffer.concat([digestInfoSha256, createHash('sha256').update(message).digest()])
    let response = await this.#sign(0x80 | file.userAuthenticationKey, digestInfo)
    if (response.ok && refusesShortIdentifier(response.value.statusWord)) {
      const selected = await this.#session.selectFile(file.userAuthenticationKey)
      if (!selected.ok) return selected
      response = await this.#sign(0x80, digestInfo)
    }
    if (!response.ok) return response
    const { data, statusWord: word } = response.value
    if (word !== statusWord.success) return refused('COMPUTE DIGITAL SIGNATURE', file.userAuthenticationKey, word)
    return data.length === signatureLength ? ok(data) : fail('CARD-MALFORMED', `signature of ${data.length} bytes`)
  }

  #sign(keyReference: number, digestInfo: Uint8Array): Promise<Result<ResponseApdu>> {
    return this.#session.send({ cla: 0x80, ins: 0x2a, p1: 0x00, p2: keyReference, data: digestInfo, le: signatureLength })
  }

  async #readCertificate(fileId: number): Promise<Result<Uint8Array>> {
    const here = await this.#enter()
    if (!here.ok) return here
    const content = await readObject(this.#session, fileId, derTotalLength)
    if (!content.ok) return content
    return content.value.kind === 'absent' ? fail('CARD-NO-CERTIFICATE', `file ${formatStatusWord(fileId)}`) : ok(content.value.bytes)
  }

  async #enter(): Promise<Result<void>> {
    const selected = await this.#session.selectApplet(aid)
    if (!selected.ok) return selected
    return selected.value === statusWord.success ? ok() : fail('CARD-REFUSED', `SELECT JPKI-AP: ${formatStatusWord(selected.value)}`)
  }
}

function checkLabel(bytes: Uint8Array): Result<void> {
  switch (
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/[ \0]+$/, '')
  ) {
    case 'JPKIAPICCTOKEN2':
      return ok()
    case 'JPKIAPICCTOKEN':
      return fail('CARD-OLD-JUKI')
    case 'JPKIAPGPSETOKEN':
    case 'JPKIAPIOSTOKEN':
      return fail('CARD-PHONE')
    default:
      return fail('CARD-FOREIGN', 'a JPKI token of another kind')
  }
}

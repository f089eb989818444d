import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CertificateKind } from '../../../issuer/issuer-terminal.ts'
import type { TokenInfo } from '../../card-contents.ts'
import { derTotalLength } from '../../codec/der-length.ts'
import type { ResponseApdu } from '../../codec/response-apdu.ts'
import { formatStatusWord, refusesShortIdentifier, statusWord } from '../../codec/status-word.ts'
import type { CardIdentity } from '../../individual-number-card.ts'
import { parseTokenInfo, tokenInfoLength } from '../records/token-info.ts'
import { PinKey } from '../secrets/pin-key.ts'
import { enterApplet } from '../session/applet.ts'
import { refused, type CardSession } from '../session/card-session.ts'
import { readObject, readPrefix, readPrefixIfThere } from '../session/file-reader.ts'

/** 公的個人認証AP (reference card.md §1, §2.1). */
const aid = Uint8Array.of(0xd3, 0x92, 0xf0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01)
const name = 'JPKI-AP'
const file = {
  tokenInfo: 0x0006,
  presence: 0x0008,
  certificate: { userAuthentication: 0x000a, signature: 0x0001 },
  caCertificate: { userAuthentication: 0x000b, signature: 0x0002 },
  key: { userAuthentication: 0x0017, signature: 0x001a },
} as const
/** EF 0008: one byte for each certificate, 00 when it is not there. */
const presenceAt = { signature: 0, userAuthentication: 1 } as const
const signatureLength = 256
/** One short READ: enough of a certificate to hold its serial number and its issuer. */
const certificateStartLength = 256
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
  readonly pins: Readonly<Record<CertificateKind, PinKey>>
  readonly #session: CardSession

  constructor(session: CardSession) {
    this.#session = session
    this.pins = {
      userAuthentication: new PinKey(session, { fileId: 0x0018, max: 3, change: 'changeReferenceData', absent: 'CARD-FACE-ONLY' }),
      signature: new PinKey(session, { fileId: 0x001b, max: 5, change: 'changeReferenceData', absent: 'CARD-NO-CERTIFICATE' }),
    }
  }

  /**
   * First contact: is this an individual number card at all? Failures: CARD-FOREIGN, CARD-OLD-JUKI (住基カード),
   * CARD-PHONE (the same applet in a telephone), CARD-MALFORMED, CARD-REFUSED.
   */
  async open(): Promise<Result<TokenInfo>> {
    let selected = await this.#session.selectApplet(aid)
    // One surveyed card answered 6F00 to the first command after power-up (reference card.md §3.2).
    if (selected.ok && selected.value === statusWord.selfDiagnosisFailed) selected = await this.#session.selectApplet(aid)
    if (!selected.ok) return selected
    if (foreignAnswers.has(selected.value)) return fail('CARD-FOREIGN', `SELECT ${name}: ${formatStatusWord(selected.value)}`)
    if (selected.value !== statusWord.success) return fail('CARD-REFUSED', `SELECT ${name}: ${formatStatusWord(selected.value)}`)
    const token = await this.#readTokenInfo()
    if (!token.ok) return token
    const kind = checkLabel(token.value.label)
    return kind.ok ? token : kind
  }

  enter(): Promise<Result<void>> {
    return enterApplet(this.#session, aid, name)
  }

  /** Read anew each time, for a card that may have been exchanged under the same power. */
  async identity(): Promise<Result<CardIdentity>> {
    const here = await this.enter()
    if (!here.ok) return here
    const token = await this.#readTokenInfo()
    if (!token.ok) return token
    const start = await readPrefixIfThere(this.#session, file.certificate.userAuthentication, certificateStartLength)
    if (!start.ok) return start
    const certificate = start.value.kind === 'absent' ? null : createHash('sha256').update(start.value.bytes).digest('hex')
    return ok({ token: token.value.serialNumber, certificate })
  }

  /** EF 0008. Failures: CARD-REFUSED, CARD-MALFORMED. */
  async certificatesPresent(): Promise<Result<Readonly<Record<CertificateKind, boolean>>>> {
    const here = await this.enter()
    if (!here.ok) return here
    const flags = await readPrefix(this.#session, file.presence, 3)
    if (!flags.ok) return flags
    const { userAuthentication, signature } = { userAuthentication: flags.value[presenceAt.userAuthentication], signature: flags.value[presenceAt.signature] }
    if (userAuthentication === undefined || signature === undefined) return fail('CARD-MALFORMED', 'certificate flags end early')
    return ok({ userAuthentication: userAuthentication !== 0x00, signature: signature !== 0x00 })
  }

  readCertificate(kind: CertificateKind): Promise<Result<Uint8Array>> {
    return this.#readCertificate(file.certificate[kind])
  }

  readCaCertificate(kind: CertificateKind): Promise<Result<Uint8Array>> {
    return this.#readCertificate(file.caCertificate[kind])
  }

  /** The card pads the DigestInfo (PKCS#1 v1.5) and signs. Failures: CARD-REFUSED, also when the PIN is not verified; CARD-MALFORMED. */
  async sign(kind: CertificateKind, message: Uint8Array): Promise<Result<Uint8Array>> {
    const here = await this.enter()
    if (!here.ok) return here
    const keyFile = file.key[kind]
    const digestInfo = Buffer.concat([digestInfoSha256, createHash('sha256').update(message).digest()])
    let response = await this.#sign(0x80 | keyFile, digestInfo)
    if (response.ok && refusesShortIdentifier(response.value.statusWord)) {
      const selected = await this.#session.selectFile(keyFile)
      if (!selected.ok) return selected
      response = await this.#sign(0x80, digestInfo)
    }
    if (!response.ok) return response
    const { data, statusWord: word } = response.value
    if (word !== statusWord.success) return refused('COMPUTE DIGITAL SIGNATURE', keyFile, word)
    return data.length === signatureLength ? ok(data) : fail('CARD-MALFORMED', `signature of ${data.length} bytes`)
  }

  #sign(keyReference: number, digestInfo: Uint8Array): Promise<Result<ResponseApdu>> {
    return this.#session.send({ cla: 0x80, ins: 0x2a, p1: 0x00, p2: keyReference, data: digestInfo, le: signatureLength })
  }

  async #readTokenInfo(): Promise<Result<TokenInfo>> {
    const bytes = await readPrefix(this.#session, file.tokenInfo, tokenInfoLength)
    return bytes.ok ? parseTokenInfo(bytes.value) : bytes
  }

  async #readCertificate(fileId: number): Promise<Result<Uint8Array>> {
    const here = await this.enter()
    if (!here.ok) return here
    const content = await readObject(this.#session, fileId, derTotalLength)
    if (!content.ok) return content
    return content.value.kind === 'absent' ? fail('CARD-NO-CERTIFICATE', `file ${formatStatusWord(fileId)}`) : ok(content.value.bytes)
  }
}

function checkLabel(label: string): Result<void> {
  switch (label) {
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

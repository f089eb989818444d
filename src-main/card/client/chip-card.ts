import { individualNumberPurposeSchema, type IndividualNumberPurpose } from '../../../src-preload/contract/common.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { CertificateKind, IssuerCardChannel, PinKind } from '../../issuer/issuer-terminal.ts'
import type { BasicAttributes, CardData, CardFace, ChipDetails, SignedRecord, TokenInfo } from '../card-contents.ts'
import type {
  CardFaceOpener,
  CardIdentity,
  CardOverview,
  IndividualNumberCard,
  InputSupportOpener,
  PinChangeResult,
  PinTries,
  RecordIssuerKeys,
  ResidentRegisterKey,
} from '../individual-number-card.ts'
import { CardFaceApplet } from './applets/card-face-applet.ts'
import { CardManager } from './applets/card-manager.ts'
import { CommonApplet } from './applets/common-applet.ts'
import { InputSupportApplet } from './applets/input-support-applet.ts'
import type { JpkiApplet } from './applets/jpki-applet.ts'
import { ResidentRegisterApplet } from './applets/resident-register-applet.ts'
import { PinSet } from './pin-set.ts'
import type { CardSession } from './session/card-session.ts'

/** The card as its five applets and its card manager, one sequence of commands at a time. */
export class ChipCard implements IndividualNumberCard {
  readonly token: TokenInfo
  readonly #session: CardSession
  readonly #jpki: JpkiApplet
  readonly #inputSupport: InputSupportApplet
  readonly #cardFace: CardFaceApplet
  readonly #common: CommonApplet
  readonly #residentRegister: ResidentRegisterApplet
  readonly #manager: CardManager
  readonly #pins: PinSet

  constructor(session: CardSession, jpki: JpkiApplet, token: TokenInfo) {
    this.token = token
    this.#session = session
    this.#jpki = jpki
    this.#inputSupport = new InputSupportApplet(session)
    this.#cardFace = new CardFaceApplet(session)
    this.#common = new CommonApplet(session)
    this.#residentRegister = new ResidentRegisterApplet(session)
    this.#manager = new CardManager(session)
    this.#pins = new PinSet({ jpki, inputSupport: this.#inputSupport, common: this.#common, residentRegister: this.#residentRegister })
  }

  identity(): Promise<Result<CardIdentity>> {
    return this.#session.exclusively(() => this.#jpki.identity())
  }

  overview(): Promise<Result<CardOverview>> {
    return this.#session.exclusively(() => this.#pins.overview())
  }

  readCardData(): Promise<Result<CardData>> {
    return this.#session.exclusively(() => this.#common.readCardData())
  }

  readChipDetails(): Promise<Result<ChipDetails>> {
    return this.#session.exclusively(async () => {
      const common = await this.#common.readKeyId()
      if (!common.ok) return common
      const residentRegister = await this.#residentRegister.readKeyId()
      if (!residentRegister.ok) return residentRegister
      const objects = await this.#manager.readObjects()
      return objects.ok ? ok({ keyIds: { common: common.value, residentRegister: residentRegister.value }, managerObjects: objects.value }) : objects
    })
  }

  pinTries(kind: PinKind): Promise<Result<PinTries>> {
    return this.#session.exclusively(() => this.#pins.tries(kind))
  }

  verificationNumberTries(): Promise<Result<Readonly<Record<'a' | 'b', PinTries>>>> {
    return this.#session.exclusively(() => this.#inputSupport.verificationNumberTries())
  }

  verifyPin(kind: PinKind, pin: Uint8Array): Promise<Result<void>> {
    return this.#session.exclusively(() => this.#pins.verify(kind, pin))
  }

  changePin(kind: PinKind, oldPin: Uint8Array, newPin: Uint8Array): Promise<PinChangeResult> {
    return this.#session.exclusively(() => this.#pins.change(kind, oldPin, newPin))
  }

  repairResidentRegisterPin(held: Readonly<Record<ResidentRegisterKey, Uint8Array>>, newPin: Uint8Array): Promise<PinChangeResult> {
    return this.#session.exclusively(() => this.#pins.repairResidentRegister(held, newPin))
  }

  readCertificate(kind: CertificateKind): Promise<Result<Uint8Array>> {
    return this.#session.exclusively(() => this.#jpki.readCertificate(kind))
  }

  readCaCertificate(kind: CertificateKind): Promise<Result<Uint8Array>> {
    return this.#session.exclusively(() => this.#jpki.readCaCertificate(kind))
  }

  sign(kind: CertificateKind, message: Uint8Array): Promise<Result<Uint8Array>> {
    return this.#session.exclusively(() => this.#jpki.sign(kind, message))
  }

  readAttributes(opener: InputSupportOpener, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<BasicAttributes>>> {
    return this.#session.exclusively(() => this.#inputSupport.readAttributes(opener, issuerKeys))
  }

  readIndividualNumber(opener: InputSupportOpener, purpose: IndividualNumberPurpose, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<Uint8Array>>> {
    requirePurpose(purpose)
    return this.#session.exclusively(() => this.#inputSupport.readIndividualNumber(opener, issuerKeys))
  }

  readCardFace(opener: CardFaceOpener, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<CardFace>>> {
    return this.#session.exclusively(() => this.#cardFace.readFace(opener, issuerKeys))
  }

  readCardFaceBirthDate(eraBirthDate: Uint8Array, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<string>>> {
    return this.#session.exclusively(() => this.#cardFace.readBirthDate(eraBirthDate, issuerKeys))
  }

  readIndividualNumberPicture(verificationNumberA: Uint8Array, purpose: IndividualNumberPurpose, issuerKeys: RecordIssuerKeys): Promise<Result<SignedRecord<Uint8Array>>> {
    requirePurpose(purpose)
    return this.#session.exclusively(() => this.#cardFace.readIndividualNumberPicture(verificationNumberA, issuerKeys))
  }

  forIssuer<T>(work: (channel: IssuerCardChannel) => Promise<T>): Promise<T> {
    return this.#session.exclusively(() => this.#session.lend(work))
  }

  userAuthenticationPinTries(): Promise<Result<PinTries>> {
    return this.pinTries('userAuthentication')
  }

  verifyUserAuthenticationPin(pin: Uint8Array): Promise<Result<void>> {
    return this.verifyPin('userAuthentication', pin)
  }

  readUserAuthenticationCertificate(): Promise<Result<Uint8Array>> {
    return this.readCertificate('userAuthentication')
  }

  readUserAuthenticationCaCertificate(): Promise<Result<Uint8Array>> {
    return this.readCaCertificate('userAuthentication')
  }

  signWithUserAuthenticationKey(message: Uint8Array): Promise<Result<Uint8Array>> {
    return this.sign('userAuthentication', message)
  }

  async readBasicAttributes(pin: Uint8Array): Promise<Result<BasicAttributes>> {
    const record = await this.readAttributes({ by: 'pin', secret: pin }, [])
    return record.ok ? ok(record.value.value) : record
  }

  release(): Promise<void> {
    return this.#session.release()
  }
}

/** A number read for no purpose is a bug of the caller (番号法19条), whatever its types say. */
function requirePurpose(purpose: unknown): void {
  individualNumberPurposeSchema.parse(purpose)
}

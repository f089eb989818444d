import { ok, type Result } from '../../failures/result.ts'
import type { CardReader } from '../card-reader.ts'
import type { BasicAttributes, IndividualNumberCard, PinTries } from '../individual-number-card.ts'
import { CardInfoInputSupportApplet } from './card-info-input-support-applet.ts'
import { CardSession } from './card-session.ts'
import { JpkiApplet } from './jpki-applet.ts'

/**
 * Takes the card in the reader and makes sure that it is an individual number card, in two commands. On
 * failure the card is powered off again. Failures: those of CardReader.connect and of JpkiApplet.open.
 */
export async function openIndividualNumberCard(reader: CardReader): Promise<Result<IndividualNumberCard>> {
  const connection = await reader.connect()
  if (!connection.ok) return connection
  const session = new CardSession(connection.value)
  const jpki = new JpkiApplet(session)
  const opened = await jpki.open()
  if (opened.ok) return ok(new ChipCard(session, jpki))
  await session.release()
  return opened
}

class ChipCard implements IndividualNumberCard {
  readonly #session: CardSession
  readonly #jpki: JpkiApplet
  readonly #inputSupport: CardInfoInputSupportApplet

  constructor(session: CardSession, jpki: JpkiApplet) {
    this.#session = session
    this.#jpki = jpki
    this.#inputSupport = new CardInfoInputSupportApplet(session)
  }

  userAuthenticationPinTries(): Promise<Result<PinTries>> {
    return this.#session.exclusively(() => this.#jpki.userAuthenticationPinTries())
  }

  verifyUserAuthenticationPin(pin: Uint8Array): Promise<Result<void>> {
    return this.#session.exclusively(() => this.#jpki.verifyUserAuthenticationPin(pin))
  }

  readUserAuthenticationCertificate(): Promise<Result<Uint8Array>> {
    return this.#session.exclusively(() => this.#jpki.readUserAuthenticationCertificate())
  }

  readUserAuthenticationCaCertificate(): Promise<Result<Uint8Array>> {
    return this.#session.exclusively(() => this.#jpki.readUserAuthenticationCaCertificate())
  }

  signWithUserAuthenticationKey(message: Uint8Array): Promise<Result<Uint8Array>> {
    return this.#session.exclusively(() => this.#jpki.signWithUserAuthenticationKey(message))
  }

  readBasicAttributes(pin: Uint8Array): Promise<Result<BasicAttributes>> {
    return this.#session.exclusively(() => this.#inputSupport.readBasicAttributes(pin))
  }

  release(): Promise<void> {
    return this.#session.release()
  }
}

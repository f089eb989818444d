import { fail, ok, type Result } from '../../failures/result.ts'
import { pinKinds, type PinKind } from '../../issuer/issuer-terminal.ts'
import type { CardOverview, PinChangeResult, PinTries, ResidentRegisterKey } from '../individual-number-card.ts'
import type { CommonApplet } from './applets/common-applet.ts'
import type { InputSupportApplet } from './applets/input-support-applet.ts'
import type { JpkiApplet } from './applets/jpki-applet.ts'
import type { ResidentRegisterApplet } from './applets/resident-register-applet.ts'
import { ResidentRegisterPin, type KeyInApplet } from './secrets/resident-register-pin.ts'
import { checkNewPinFormat, checkPinFormat, sameSecret } from './secrets/secret-formats.ts'

export interface Applets {
  readonly jpki: JpkiApplet
  readonly inputSupport: InputSupportApplet
  readonly common: CommonApplet
  readonly residentRegister: ResidentRegisterApplet
}

/** The four PINs of the card, wherever on the chip they are. */
export class PinSet {
  readonly #applets: Applets
  readonly #single: Readonly<Record<Exclude<PinKind, 'residentRegister'>, KeyInApplet>>
  readonly #residentRegister: ResidentRegisterPin

  constructor(applets: Applets) {
    const { jpki, inputSupport, common, residentRegister } = applets
    this.#applets = applets
    this.#single = {
      userAuthentication: { enter: () => jpki.enter(), key: jpki.pins.userAuthentication },
      signature: { enter: () => jpki.enter(), key: jpki.pins.signature },
      inputSupport: { enter: () => inputSupport.enter(), key: inputSupport.pin },
    }
    this.#residentRegister = new ResidentRegisterPin({
      common: { enter: () => common.enter(), key: common.pin },
      residentRegister: { enter: () => residentRegister.enter(), key: residentRegister.pin },
    })
  }

  async tries(kind: PinKind): Promise<Result<PinTries>> {
    if (kind === 'residentRegister') return this.#residentRegister.tries()
    const { enter, key } = this.#single[kind]
    const here = await enter()
    return here.ok ? key.tries() : here
  }

  async verify(kind: PinKind, pin: Uint8Array): Promise<Result<void>> {
    if (kind === 'residentRegister') return this.#residentRegister.verify(pin)
    const format = checkPinFormat(kind, pin)
    if (!format.ok) return format
    const { enter, key } = this.#single[kind]
    const here = await enter()
    return here.ok ? key.verify(pin) : here
  }

  async change(kind: PinKind, oldPin: Uint8Array, newPin: Uint8Array): Promise<PinChangeResult> {
    const fit = checkChange(kind, oldPin, newPin)
    if (!fit.ok) return { ...fit, keys: null }
    if (kind === 'residentRegister') return this.#residentRegister.change({ common: oldPin, residentRegister: oldPin }, newPin)
    const { enter, key } = this.#single[kind]
    const here = await enter()
    if (!here.ok) return { ...here, keys: null }
    const verified = await key.verify(oldPin)
    if (!verified.ok) return { ...verified, keys: null }
    const changed = await key.change(newPin)
    return changed.ok ? { ok: true, value: undefined } : { ...changed, keys: null }
  }

  repairResidentRegister(held: Readonly<Record<ResidentRegisterKey, Uint8Array>>, newPin: Uint8Array): Promise<PinChangeResult> {
    return this.#residentRegister.change(held, newPin)
  }

  /** Every PIN and certificate; asks for the extended lengths on the way, while it is in the applet that knows. */
  async overview(): Promise<Result<CardOverview>> {
    const certificates = await this.#applets.jpki.certificatesPresent()
    if (!certificates.ok) return certificates
    const pins: Record<PinKind, PinTries | null> = { userAuthentication: null, signature: null, inputSupport: null, residentRegister: null }
    for (const kind of pinKinds) {
      if (kind === 'signature' && !certificates.value.signature) continue
      const state = await this.#state(kind)
      if (!state.ok) return state
      pins[kind] = state.value
    }
    const unusable = pinKinds.every((kind) => (pins[kind]?.left ?? 0) === 0)
    const { userAuthentication, signature } = certificates.value
    return ok({ pins, certificates: certificates.value, faceAuthenticationOnly: userAuthentication && !signature && unusable })
  }

  async #state(kind: PinKind): Promise<Result<PinTries | null>> {
    if (kind === 'residentRegister') return this.#residentRegister.state()
    const { enter, key } = this.#single[kind]
    const here = await enter()
    if (!here.ok) return here
    if (kind === 'inputSupport') await this.#applets.inputSupport.learnExtendedLength()
    return key.state()
  }
}

function checkChange(kind: PinKind, oldPin: Uint8Array, newPin: Uint8Array): Result<void> {
  const oldFormat = checkPinFormat(kind, oldPin)
  if (!oldFormat.ok) return oldFormat
  const newFormat = checkNewPinFormat(kind, newPin)
  if (!newFormat.ok) return newFormat
  return sameSecret(oldPin, newPin) ? fail('PIN-SAME-AS-OLD') : ok()
}

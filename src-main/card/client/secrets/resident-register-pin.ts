import { fail, ok, type Failure, type Result } from '../../../failures/result.ts'
import type { HeldPin, PinChangeResult, PinTries, ResidentRegisterKey } from '../../individual-number-card.ts'
import { checkFourDigits, sameSecret } from './secret-formats.ts'
import type { PinKey } from './pin-key.ts'

/** One of the two keys, with the way into its applet. */
export interface KeyInApplet {
  readonly enter: () => Promise<Result<void>>
  readonly key: PinKey
}
type Keys = Readonly<Record<ResidentRegisterKey, KeyInApplet>>
type Values = Readonly<Record<ResidentRegisterKey, Uint8Array>>
type Held = Record<ResidentRegisterKey, HeldPin>
interface Failed {
  readonly ok: false
  readonly failure: Failure
}

/**
 * 住民基本台帳用: one PIN for its holder, two keys on the chip (reference card.md §2.5).
 *
 * The chip forgets that a key was verified as soon as the applet of the other one is selected (§3.2), so there is no
 * moment at which both are open. What can be done: both are shown to take their old value before anything is
 * changed; then each is verified again just before its own CHANGE. That second VERIFY is no second try: the card
 * has just said that the value is right. When the second CHANGE is refused, the first key is put back.
 */
export class ResidentRegisterPin {
  readonly #keys: Keys

  constructor(keys: Keys) {
    this.#keys = keys
  }

  /** The key with fewer tries left; null when either is not there. */
  async state(): Promise<Result<PinTries | null>> {
    const common = await this.#stateOf('common')
    if (!common.ok || common.value === null) return common
    const residentRegister = await this.#stateOf('residentRegister')
    if (!residentRegister.ok || residentRegister.value === null) return residentRegister
    return ok(common.value.left <= residentRegister.value.left ? common.value : residentRegister.value)
  }

  /** The same, where both must be there. */
  async tries(): Promise<Result<PinTries>> {
    const common = await this.#triesOf('common')
    if (!common.ok) return common
    const residentRegister = await this.#triesOf('residentRegister')
    if (!residentRegister.ok) return residentRegister
    return ok(common.value.left <= residentRegister.value.left ? common.value : residentRegister.value)
  }

  /** Both keys, neither if one is blocked. PIN-PARTLY-CHANGED when the first took the PIN and the second did not. */
  async verify(pin: Uint8Array): Promise<Result<void>> {
    const format = checkFourDigits(pin)
    if (!format.ok) return format
    const usable = await this.#bothUsable()
    if (!usable.ok) return usable
    const first = await this.#verify('common', pin)
    if (!first.ok) return first
    const second = await this.#verify('residentRegister', pin)
    return isWrong(second) ? differing : second
  }

  /**
   * From `held`, which may differ between the keys, to `newPin` on both. A key that is said to hold `newPin` already
   * is verified and left as it is.
   */
  async change(held: Values, newPin: Uint8Array): Promise<PinChangeResult> {
    for (const secret of [held.common, held.residentRegister, newPin]) {
      const format = checkFourDigits(secret)
      if (!format.ok) return { ...format, keys: null }
    }
    const usable = await this.#bothUsable()
    if (!usable.ok) return { ...usable, keys: null }
    const keys: Held = { common: 'unknown', residentRegister: 'unknown' }
    const second = await this.#verify('residentRegister', held.residentRegister)
    if (!second.ok) return { ...second, keys: null }
    keys.residentRegister = this.#holds(held.residentRegister, newPin)
    const first = await this.#verify('common', held.common)
    if (!first.ok) return { ...(isWrong(first) && sameSecret(held.common, held.residentRegister) ? differing : first), keys }
    keys.common = this.#holds(held.common, newPin)
    if (keys.common === 'old') {
      const changed = await this.#keys.common.key.change(newPin)
      if (!changed.ok) return this.#stopped('common', changed, keys)
      keys.common = 'new'
    }
    if (keys.residentRegister === 'new') return { ok: true, value: undefined }
    const changed = await this.#changeSecond(held.residentRegister, newPin)
    if (changed.ok) return { ok: true, value: undefined }
    if (changed.failure.code === 'PIN-CHANGE-UNCERTAIN') return this.#stopped('residentRegister', changed, keys)
    return this.#putBack(held.common, newPin, changed, keys)
  }

  async #changeSecond(held: Uint8Array, newPin: Uint8Array): Promise<Result<void>> {
    const verified = await this.#verify('residentRegister', held)
    return verified.ok ? this.#keys.residentRegister.key.change(newPin) : verified
  }

  /** The second key kept its old value for sure, so the first gets its own back. `why` is told if that works. */
  async #putBack(held: Uint8Array, newPin: Uint8Array, why: Failed, keys: Held): Promise<PinChangeResult> {
    // It held the new value before, by an earlier change that stopped half-way: there is nothing to go back to.
    if (sameSecret(held, newPin)) return { ...fail('PIN-PARTLY-CHANGED', why.failure.code), keys }
    const verified = await this.#verify('common', newPin)
    if (!verified.ok) return { ...fail('PIN-PARTLY-CHANGED', why.failure.code), keys }
    const back = await this.#keys.common.key.change(held)
    if (back.ok) return { ...why, keys: { ...keys, common: 'old' } }
    if (back.failure.code === 'PIN-CHANGE-UNCERTAIN') return this.#stopped('common', back, keys)
    return { ...fail('PIN-PARTLY-CHANGED', why.failure.code), keys }
  }

  #stopped(at: ResidentRegisterKey, why: Failed, keys: Held): PinChangeResult {
    if (why.failure.code !== 'PIN-CHANGE-UNCERTAIN') return { ...why, keys }
    return { ...why, keys: { ...keys, [at]: 'unknown' } }
  }

  #holds(held: Uint8Array, newPin: Uint8Array): HeldPin {
    return sameSecret(held, newPin) ? 'new' : 'old'
  }

  /** Asks both for their tries before either is given a secret. */
  async #bothUsable(): Promise<Result<void>> {
    const tries = await this.tries()
    if (!tries.ok) return tries
    return tries.value.left === 0 ? fail('PIN-BLOCKED') : ok()
  }

  async #verify(which: ResidentRegisterKey, pin: Uint8Array): Promise<Result<void>> {
    const here = await this.#keys[which].enter()
    return here.ok ? this.#keys[which].key.verify(pin) : here
  }

  async #stateOf(which: ResidentRegisterKey): Promise<Result<PinTries | null>> {
    const here = await this.#keys[which].enter()
    return here.ok ? this.#keys[which].key.state() : here
  }

  async #triesOf(which: ResidentRegisterKey): Promise<Result<PinTries>> {
    const here = await this.#keys[which].enter()
    return here.ok ? this.#keys[which].key.tries() : here
  }
}

const differing = fail('PIN-PARTLY-CHANGED', 'the keys hold different values')

function isWrong(result: Result<void>): boolean {
  return !result.ok && result.failure.code === 'PIN-WRONG'
}

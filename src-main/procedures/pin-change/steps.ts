import { fail, ok, type Result } from '../../failures/result.ts'
import type { CardIdentity, CardOverview, IndividualNumberCard, PinChangeResult } from '../../card/individual-number-card.ts'
import type { PinFacts } from '../../card/pin-rules/check-new-pin.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import { cardIsGone } from '../machine-parts.ts'
import { openCard } from '../open-card.ts'
import { codeOf, outcomeOf, verifyPin, type Verified } from '../pin/pin-steps.ts'
import type { ChangeSecrets } from './change-secrets.ts'
import type { PinChangePorts } from './ports.ts'

export interface OpenedCard {
  readonly card: IndividualNumberCard
  readonly overview: CardOverview
  readonly identity: CardIdentity
}

/** What is known of holder and card for the rules of a good PIN. */
export type HolderFacts = Pick<PinFacts, 'birthDate' | 'cardExpiry'>

/** Every step of a change of PIN that touches a port. Each is audited before its result is handed on. */
export class PinChangeSteps {
  readonly #ports: PinChangePorts
  readonly #sessionId: string

  constructor(ports: PinChangePorts, sessionId: string) {
    this.#ports = ports
    this.#sessionId = sessionId
  }

  /** `expected`: the card of a change that is not finished; CARD-SWAPPED for another one. */
  openCard(expected: CardIdentity | null): Promise<Result<OpenedCard>> {
    return openCard(this.#ports, this.#sessionId, (card) => this.#look(card), expected)
  }

  async #look(card: IndividualNumberCard): Promise<Result<Omit<OpenedCard, 'card'>>> {
    const identity = await card.identity()
    if (!identity.ok) return identity
    const overview = await card.overview()
    if (!overview.ok) return overview
    if (overview.value.faceAuthenticationOnly) return fail('CARD-FACE-ONLY')
    return ok({ identity: identity.value, overview: overview.value })
  }

  /** The tries as they are now; ends the verified state of whatever was entered before. */
  async lookAgain(card: IndividualNumberCard): Promise<Result<CardOverview>> {
    const overview = await card.overview()
    const recorded = this.#ports.audit.record({ type: 'card-overview-read', sessionId: this.#sessionId, outcome: outcomeOf(overview), code: codeOf(overview) })
    return recorded.ok ? overview : recorded
  }

  /** Verifies `secrets.pad`; zeroed unless it was right. */
  verify(card: IndividualNumberCard, secrets: ChangeSecrets): Promise<Verified> {
    return verifyPin(this.#ports.audit, this.#sessionId, card, secrets.kind, secrets.pad)
  }

  /**
   * What others could know of the holder. The expiry is the card's own; the birth date is the register's, found by the
   * certificate on the card: for a card of another municipality, or while the register is down, it is not known, and
   * the rules that need it are left out. Fails only when the card is gone.
   */
  async findFacts(card: IndividualNumberCard, overview: CardOverview): Promise<Result<HolderFacts>> {
    const data = await card.readCardData()
    if (!data.ok && cardIsGone(data)) return data
    const birthDate = overview.certificates.userAuthentication ? await this.#birthDate(card) : ok(null)
    return birthDate.ok ? ok({ birthDate: birthDate.value, cardExpiry: data.ok ? data.value.expiry : null }) : birthDate
  }

  async #birthDate(card: IndividualNumberCard): Promise<Result<string | null>> {
    const certificate = await card.readCertificate('userAuthentication')
    if (!certificate.ok) return cardIsGone(certificate) ? certificate : ok(null)
    const identity = this.#ports.certificateIdentity(certificate.value)
    if (!identity.ok) return ok(null)
    const found = await this.#ports.registry.findByCertificate(identity.value, this.#ports.clock.now())
    const recorded = this.#ports.audit.record({ type: 'resident-found', sessionId: this.#sessionId, outcome: outcomeOf(found), code: codeOf(found) })
    if (!recorded.ok) return recorded
    const holder = found.ok ? found.value.household.members.find(({ residentId }) => residentId === found.value.residentId) : undefined
    return ok(holder ? formatIsoLike(holder.birthDate) : null)
  }

  /** From `secrets.present` to what was chosen. */
  change(card: IndividualNumberCard, secrets: ChangeSecrets): Promise<PinChangeResult> {
    return this.#change(secrets, false, () => secrets.present.lend((old) => secrets.next.chosen.lend((chosen) => card.changePin(secrets.kind, old, chosen))))
  }

  /** From what each key of 住民基本台帳用 holds to what was chosen. */
  repair(card: IndividualNumberCard, secrets: ChangeSecrets): Promise<PinChangeResult> {
    const { common, residentRegister } = secrets.keys
    return this.#change(secrets, true, () =>
      common.lend((first) =>
        residentRegister.lend((second) => secrets.next.chosen.lend((chosen) => card.repairResidentRegisterPin({ common: first, residentRegister: second }, chosen))),
      ),
    )
  }

  /**
   * The beginning is written down before the card is asked. The end is handed on even where it can't be written: what
   * the card holds now is the holder's to know, and the beginning without an end shows in the log.
   */
  async #change(secrets: ChangeSecrets, repair: boolean, action: () => Promise<PinChangeResult>): Promise<PinChangeResult> {
    const begun = this.#ports.audit.record({ type: 'pin-change-begin', sessionId: this.#sessionId, pin: secrets.kind, repair })
    if (!begun.ok) return { ...begun, keys: null }
    const changed = await action()
    const ended = this.#ports.audit.record({
      type: 'pin-change-end',
      sessionId: this.#sessionId,
      pin: secrets.kind,
      outcome: outcomeOf(changed),
      code: codeOf(changed),
      keys: changed.ok || changed.keys === null ? null : { ...changed.keys },
    })
    return ended.ok || changed.ok || leavesTraces.has(changed.failure.code) ? changed : { ...ended, keys: null }
  }
}

const leavesTraces: ReadonlySet<string> = new Set(['PIN-PARTLY-CHANGED', 'PIN-CHANGE-UNCERTAIN'])

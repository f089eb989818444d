import type { Clock } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import { certificateKinds, type IssuerCardChannel, type IssuerOrder, type IssuerReceipt, type IssuerTerminal } from '../../issuer/issuer-terminal.ts'
import { isIssuer, receiptOf } from './register/issuer-books.ts'
import type { RegisteredCard, RegisteredOrder, RegisteredReceipt } from './register/register-schema.ts'
import { IssuingCard, type Pause } from './terminal/issuing-card.ts'
import { planOrder, revocationsOf, type CardOrder } from './terminal/plan-order.ts'
import { prepareOrder, type IssuedCertificates, type IssuingMeans } from './terminal/prepare-order.ts'

export interface TrainingIssuerParts extends IssuingMeans {
  readonly terminalKey: Uint8Array
  readonly clock: Clock
  readonly pause?: Pause
}

/**
 * 研修用統合端末: does the issuer's work on training cards. An order is prepared in the card, noted in the books as sent,
 * committed by the card at once or not at all, and then settled in the books. What a lost answer leaves open is settled
 * at the next meeting with that card: the card knows which orders it has committed.
 */
export class TrainingIssuerTerminal implements IssuerTerminal {
  readonly work: IssuerTerminal['work'] = new Set([
    'resetPins',
    'issueCertificates',
    'suspend',
    'release',
    'updateRecord',
    'continueUse',
    'returnCard',
    'switchToFaceAuthentication',
  ])
  readonly #parts: TrainingIssuerParts
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: TrainingIssuerParts) {
    this.#parts = parts
  }

  /** One order after the other. */
  perform(order: IssuerOrder, card: IssuerCardChannel | null): Promise<Result<IssuerReceipt>> {
    const performed = this.#last.then(() => this.#perform(order, card))
    this.#last = performed.catch(() => undefined)
    return performed
  }

  async #perform(order: IssuerOrder, channel: IssuerCardChannel | null): Promise<Result<IssuerReceipt>> {
    const { books } = this.#parts
    const known = books.order(order.orderId)
    if (known !== undefined && known.kind !== order.kind) return fail('ISSUER-REFUSED', 'another order has this number')
    if (known?.state === 'done') return this.#published(order.orderId, known)
    if (order.kind === 'suspend') return this.#suspend(order)
    if (channel === null) return fail('ISSUER-REFUSED', 'this order needs the card')
    const opened = await IssuingCard.open(channel, this.#parts.terminalKey, this.#parts.pause)
    if (!opened.ok) return opened
    const card = opened.value
    if (known !== undefined && known.card !== card.serial) return fail('ISSUER-UNCERTAIN', 'the order was begun with another card')
    const settled = await this.#settleOpenOrders(card)
    if (!settled.ok) return settled
    const done = books.order(order.orderId)
    return done === undefined ? this.#onCard(order, card) : this.#published(order.orderId, done)
  }

  /** Orders of this card whose answer was lost: the card tells. */
  async #settleOpenOrders(card: IssuingCard): Promise<Result<void>> {
    const { books } = this.#parts
    for (const [orderId, order] of Object.entries(books.register.orders)) {
      if (order.state !== 'sent' || order.card !== card.serial) continue
      const knows = await card.knowsOrder(orderId)
      if (!knows.ok) return knows.failure.code === 'ISSUER-REFUSED' ? fail('ISSUER-UNCERTAIN', knows.failure.detail) : knows
      const noted = await kept('ISSUER-UNCERTAIN', () => (knows.value ? books.settle(orderId, order) : books.forget(orderId)))
      if (!noted.ok) return noted
    }
    return ok()
  }

  async #onCard(order: CardOrder, card: IssuingCard): Promise<Result<IssuerReceipt>> {
    const { books, clock } = this.#parts
    const entry = books.register.cards[card.serial]
    if (entry === undefined) return fail('ISSUER-REFUSED', 'the register has no such card')
    const at = clock.now()
    const plan = planOrder(order, books.register, entry, at)
    if (!plan.ok) return plan
    const issued = await prepareOrder(order, card, { ...this.#parts, entry, after: plan.value.after, at })
    if (!issued.ok) return issued
    const { after, revocations } = plan.value
    const receipt = receiptFor(at, issued.value, revocations)
    const sent: RegisteredOrder = { kind: order.kind, card: card.serial, state: 'sent', receipt, after: { [card.serial]: { ...after, ...issued.value } }, revocations }
    const noted = await kept('ISSUER-UNREACHABLE', () => books.note(order.orderId, sent))
    if (!noted.ok) return noted
    const committed = await card.commit(order.orderId)
    if (!committed.ok) return fail('ISSUER-UNCERTAIN', committed.failure.detail ?? committed.failure.code)
    return this.#settled(order.orderId, sent)
  }

  /** 一時停止: every card that one of the certificates is on, and all its certificates. Certificates of cards before are passed over. */
  async #suspend({ orderId, kind, serials }: IssuerOrder & { readonly kind: 'suspend' }): Promise<Result<IssuerReceipt>> {
    const { books, clock } = this.#parts
    const at = clock.now()
    const named = (card: RegisteredCard): boolean =>
      serials.some(({ certificate, issuer, serial }) => card[certificate]?.serial === serial && isIssuer(certificate, issuer))
    const cards = Object.entries(books.register.cards).filter(([, entry]) => entry.state !== 'returned' && named(entry))
    if (cards.length === 0) return fail('ISSUER-REFUSED', 'no card in use has one of these certificates')
    const after = Object.fromEntries(cards.map(([card, entry]) => [card, { ...entry, state: 'suspended' as const }]))
    const revocations = cards.flatMap(([, entry]) => revocationsOf(books.register, entry, certificateKinds, 'certificateHold', at))
    return this.#settled(orderId, { kind, card: null, state: 'sent', receipt: receiptFor(at, {}, revocations), after, revocations }, 'ISSUER-UNREACHABLE')
  }

  /** `unwritten`: what it means when the books can't be written. */
  async #settled(orderId: string, order: RegisteredOrder, unwritten: Unwritten = 'ISSUER-UNCERTAIN'): Promise<Result<IssuerReceipt>> {
    const settled = await kept(unwritten, () => this.#parts.books.settle(orderId, order))
    return settled.ok ? this.#published(orderId, order) : settled
  }

  /** The order is done when whoever asks can see it in the lists. */
  async #published(orderId: string, { receipt }: RegisteredOrder): Promise<Result<IssuerReceipt>> {
    const { books, clock } = this.#parts
    const published = await kept('ISSUER-UNCERTAIN', () => books.publish(clock.now()))
    return published.ok ? ok(receiptOf(orderId, receipt)) : published
  }
}

function receiptFor(at: Date, issued: IssuedCertificates, revocations: RegisteredOrder['revocations']): RegisteredReceipt {
  const certificates = certificateKinds.flatMap((certificate) => {
    const made = issued[certificate]
    return made === undefined ? [] : [{ certificate, serial: made.serial, notAfter: made.notAfter }]
  })
  return { at: at.toISOString(), issued: certificates, revoked: revocations.map(({ hierarchy, serial }) => ({ certificate: hierarchy, serial })) }
}

type Unwritten = 'ISSUER-UNREACHABLE' | 'ISSUER-UNCERTAIN'

/** A disk that is full or gone is a failure, not a bug. */
async function kept(code: Unwritten, write: () => Promise<void>): Promise<Result<void>> {
  try {
    await write()
    return ok()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail(code, `the issuer's books can't be written: ${String(error.code)}`)
    throw error
  }
}

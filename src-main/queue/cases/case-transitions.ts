import type { CardCaseState } from '../../../src-preload/contract.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { CardCaseChange, CaseOrder, StoredCase } from './card-case-store.ts'

/** What the store knows of a case besides the port's view. */
export interface CaseRecord extends StoredCase {
  readonly sequence: number
  readonly factsVersion: number | null
  readonly cardVersion: number | null
}

/** `same`: stays. `orders`: where the orders say. */
type Target = CardCaseState | 'same' | 'orders'

/** Every allowed change, by the state it may happen in. What is not here is refused. */
export const caseTransitions: Readonly<Record<CardCaseChange['kind'], Readonly<Partial<Record<CardCaseState, Target>>>>> = {
  recordFacts: { open: 'open', awaitingAnswer: 'same', ready: 'open' },
  seeCard: { open: 'same', awaitingAnswer: 'same', ready: 'open' },
  postInquiry: { open: 'awaitingAnswer' },
  receiveAnswer: { awaitingAnswer: 'open' },
  confirm: { open: 'same' },
  makeReady: { open: 'ready' },
  reopen: { ready: 'open' },
  begin: { ready: 'atCard', uncertain: 'atCard' },
  takeBack: { atCard: 'orders' },
  beginOrder: { atCard: 'same' },
  orderDone: { atCard: 'orders' },
  orderRefused: { atCard: 'orders' },
  orderNotSent: { atCard: 'orders' },
  orderUncertain: { atCard: 'uncertain' },
  linked: { done: 'same' },
  linkFailed: { done: 'same' },
  refuse: { open: 'refused', awaitingAnswer: 'refused', ready: 'refused' },
  withdraw: { open: 'withdrawn', awaitingAnswer: 'withdrawn', ready: 'withdrawn', uncertain: 'withdrawn' },
  abandon: { open: 'withdrawn', awaitingAnswer: 'withdrawn', ready: 'withdrawn' },
}

/** Something was done to the card, or may have been: what the case is about stands from then on. */
export const isUnderWay = ({ orders }: Pick<StoredCase, 'orders'>): boolean => orders.some((order) => order.state !== 'pending' || order.doubtful)

/**
 * The case after the change, version included; nothing is written. Pure.
 * Failures: CASE-STATE.
 */
export function applyCaseChange(record: CaseRecord, change: CardCaseChange): Result<CaseRecord> {
  const target = caseTransitions[change.kind][record.state]
  if (target === undefined) return fail('CASE-STATE', `${change.kind} does not fit ${record.state}`)
  const state = target === 'same' || target === 'orders' ? record.state : target
  const next = { ...record, state, version: record.version + 1 }
  switch (change.kind) {
    case 'recordFacts':
      // What one colleague confirmed is not what is there now.
      return isUnderWay(record) ? fail('CASE-STATE', 'an order was begun') : ok({ ...next, factsVersion: next.version, secondPerson: null, failure: null })
    case 'seeCard':
      return isUnderWay(record) ? fail('CASE-STATE', 'an order was begun') : ok({ ...next, cardVersion: next.version, secondPerson: null, failure: null })
    case 'postInquiry':
      return ok({ ...next, inquiry: { postedOn: change.postedOn, dueOn: change.dueOn, receivedOn: null, accepted: null } })
    case 'receiveAnswer':
      if (record.inquiry === null) return fail('CASE-STATE', 'no inquiry was posted')
      return ok({ ...next, inquiry: { ...record.inquiry, receivedOn: change.receivedOn, accepted: change.accepted } })
    case 'confirm':
      return ok({ ...next, secondPerson: change.secondPerson })
    case 'makeReady':
      return ok({ ...next, failure: null })
    case 'reopen':
      return isUnderWay(record) ? fail('CASE-STATE', 'an order was begun') : ok(next)
    case 'begin':
      if ((change.orders === null) !== isUnderWay(record)) return fail('CASE-STATE', 'orders are made once')
      if (change.orders?.length === 0) return fail('CASE-STATE', 'nothing to order')
      return ok({ ...next, failure: null, orders: change.orders === null ? record.orders : change.orders.map((order) => ({ ...order, state: 'pending', doubtful: false })) })
    case 'takeBack':
      // An order on its way is not taken back: its answer or its loss decides.
      if (record.orders.some((order) => order.state === 'begun')) return fail('CASE-STATE', 'an order is on its way')
      return ok({ ...next, state: settled(record.orders), failure: change.failure })
    case 'beginOrder': {
      if (record.orders.some((order) => order.state === 'begun')) return fail('CASE-STATE', 'an order is on its way')
      // In their order, or a certificate could be issued for an address that the chip does not have yet.
      const due = record.orders.find((order) => order.state !== 'done')
      if (due?.orderId !== change.orderId) return fail('CASE-STATE', 'this order is not due')
      return ok({ ...next, orders: withOrder(record.orders, change.orderId, (order) => ({ ...order, state: 'begun' })) })
    }
    case 'orderDone':
    case 'orderRefused':
    case 'orderNotSent':
    case 'orderUncertain':
      return ended(record, next, change)
    case 'linked':
      return record.link === 'outstanding' ? ok({ ...next, link: 'linked', failure: null }) : fail('CASE-STATE', 'nothing to link')
    case 'linkFailed':
      return record.link === 'outstanding' ? ok({ ...next, failure: change.failure }) : fail('CASE-STATE', 'nothing to link')
    case 'refuse':
      return isUnderWay(record) ? fail('CASE-STATE', 'an order was begun') : ok({ ...next, failure: null })
    case 'withdraw':
      return ok({ ...next, failure: null })
    case 'abandon':
      return isUnderWay(record) ? fail('CASE-STATE', 'an order was begun') : ok({ ...next, failure: null })
  }
}

type OrderEnd = Extract<CardCaseChange, { readonly kind: 'orderDone' | 'orderRefused' | 'orderNotSent' | 'orderUncertain' }>

function ended(record: CaseRecord, next: CaseRecord, change: OrderEnd): Result<CaseRecord> {
  const begun = record.orders.find((order) => order.orderId === change.orderId)
  if (begun?.state !== 'begun') return fail('CASE-STATE', 'this order was not begun')
  const state = orderAfter(begun, change.kind)
  const orders = withOrder(record.orders, change.orderId, (order) => ({ ...order, state, doubtful: state === 'uncertain' }))
  if (change.kind === 'orderDone') {
    const finished = orders.every((order) => order.state === 'done')
    return ok({ ...next, orders, state: finished ? 'done' : 'atCard', failure: null, link: change.issuedSerial === null ? record.link : 'outstanding' })
  }
  return ok({ ...next, orders, state: settled(orders), failure: change.failure })
}

/** An attempt that reached nobody says nothing about an earlier one whose answer was lost. */
function orderAfter(order: CaseOrder, end: OrderEnd['kind']): CaseOrder['state'] {
  if (end === 'orderDone') return 'done'
  if (end === 'orderUncertain') return 'uncertain'
  return end === 'orderNotSent' && order.doubtful ? 'uncertain' : 'pending'
}

const settled = (orders: readonly CaseOrder[]): CardCaseState => (orders.some((order) => order.state === 'uncertain') ? 'uncertain' : 'ready')

const withOrder = (orders: readonly CaseOrder[], orderId: string, replace: (order: CaseOrder) => CaseOrder): readonly CaseOrder[] =>
  orders.map((order) => (order.orderId === orderId ? replace(order) : order))

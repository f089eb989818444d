import type { RequestRow, RequestState, Role } from '../../../src-preload/contract.ts'

/** What a clerk can do with a request; the first of each pair in the order of the work. */
export type ActionName = 'print' | 'resolveUncertain' | 'takeFee' | 'handOver' | 'printSlipAgain' | 'printFeeReceiptAgain' | 'reissue' | 'void'

/** Why an action is not open now; said beside its key. */
export type WhyNot =
  | 'busy'
  | 'notAllowed'
  | 'halted'
  | 'printing'
  | 'uncertain'
  | 'notPrinted'
  | 'alreadyPrinted'
  | 'notPaid'
  | 'alreadyPaid'
  | 'finished'
  | 'voided'
  | 'noFeeYet'

export interface Situation {
  readonly row: Pick<RequestRow, 'state'>
  readonly role: Role
  readonly halted: boolean
  /** An action on this request is under way. */
  readonly busy: boolean
  /** Null while the detail is not there, and before the fee is taken. */
  readonly receivedYen: number | null
}

type Table = Readonly<Record<RequestState, WhyNot | null>>

const onTheWay = { printing: 'printing', uncertain: 'uncertain' } as const
const over = { handedOver: 'finished', voided: 'voided' } as const

/** Null: open in this state. The same table that main keeps; main refuses all the same. */
const byState: Readonly<Record<ActionName, Table>> = {
  print: { ...onTheWay, ...over, received: null, printed: 'alreadyPrinted', paid: 'alreadyPrinted' },
  resolveUncertain: { ...over, received: 'notPrinted', printing: 'printing', uncertain: null, printed: 'alreadyPrinted', paid: 'alreadyPrinted' },
  takeFee: { ...onTheWay, ...over, received: 'notPrinted', printed: null, paid: 'alreadyPaid' },
  handOver: { ...onTheWay, ...over, received: 'notPrinted', printed: 'notPaid', paid: null },
  printSlipAgain: { ...over, received: null, printing: null, uncertain: null, printed: null, paid: null },
  printFeeReceiptAgain: { received: 'noFeeYet', printing: 'noFeeYet', uncertain: 'noFeeYet', printed: 'noFeeYet', paid: null, handedOver: null, voided: 'voided' },
  reissue: { ...onTheWay, received: 'notPrinted', printed: null, paid: null, handedOver: null, voided: 'voided' },
  void: { received: null, printing: 'printing', uncertain: null, printed: null, paid: null, handedOver: 'finished', voided: 'voided' },
}

/** While a paper is in doubt nothing may be printed or given away. */
const stoppedByHalt: ReadonlySet<ActionName> = new Set<ActionName>(['print', 'reissue', 'handOver'])

/** @returns null when the action may be done now, else why not. */
export function whyNot(action: ActionName, { row, role, halted, busy, receivedYen }: Situation): WhyNot | null {
  if (role === 'maintainer') return 'notAllowed'
  const state = byState[action][row.state]
  // A fee taken before a reissue is still on record while the new paper is on its way.
  const reason = action === 'printFeeReceiptAgain' && state === 'noFeeYet' && receivedYen !== null ? null : state
  if (reason !== null) return reason
  if (halted && stoppedByHalt.has(action)) return 'halted'
  return busy ? 'busy' : null
}

const steps = ['print', 'takeFee', 'handOver'] as const
export type Step = (typeof steps)[number]

const stepsDone: Readonly<Record<RequestState, number>> = { received: 0, printing: 0, uncertain: 0, printed: 1, paid: 2, handedOver: 3, voided: 0 }

/** The three steps of the work, and which of them this request has behind it. */
export const stepsOf = (state: RequestState): { step: Step; done: boolean; next: boolean }[] =>
  steps.map((step, index) => ({ step, done: index < stepsDone[state], next: state !== 'voided' && index === stepsDone[state] }))

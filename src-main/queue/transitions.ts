import type { RequestState } from '../../src-preload/contract.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { RequestChange } from './request-queue.ts'
import type { PrintOrigin, RequestRecord } from './request-record.ts'

/** `origin`: back to where the attempt began. `paper`: where the attempt leads when paper came out. `same`: stays. */
type Target = Extract<RequestState, 'printing' | 'uncertain' | 'paid' | 'handedOver' | 'voided'> | 'origin' | 'paper' | 'same'

const inEveryState = {
  received: 'same',
  printing: 'same',
  uncertain: 'same',
  printed: 'same',
  paid: 'same',
  handedOver: 'same',
  voided: 'same',
} as const

/** Every allowed change, by the state it may happen in. What is not here is refused. */
export const transitions: Readonly<Record<RequestChange['kind'], Readonly<Partial<Record<RequestState, Target>>>>> = {
  beginPrint: { received: 'printing' },
  printed: { printing: 'paper' },
  printFailed: { printing: 'origin' },
  printUncertain: { printing: 'uncertain' },
  resolveUncertain: { uncertain: 'paper' },
  pay: { printed: 'paid' },
  handOver: { paid: 'handedOver' },
  void: { received: 'voided', printed: 'voided', paid: 'voided', uncertain: 'voided' },
  beginReissue: { printed: 'printing', paid: 'printing', handedOver: 'printing' },
  slipPrinted: inEveryState,
  slipFailed: inEveryState,
}

const isOrigin = (state: RequestState): state is PrintOrigin =>
  state === 'received' || state === 'printed' || state === 'paid' || state === 'handedOver'

/** How a change ends the print job under way, if it does. */
export function jobOutcome(change: RequestChange): 'printed' | 'failed' | 'uncertain' | null {
  switch (change.kind) {
    case 'printed':
      return 'printed'
    case 'printFailed':
      return 'failed'
    case 'printUncertain':
      return 'uncertain'
    case 'resolveUncertain':
      return change.paperCameOut ? 'printed' : 'failed'
    case 'beginPrint':
    case 'beginReissue':
    case 'pay':
    case 'handOver':
    case 'void':
    case 'slipPrinted':
    case 'slipFailed':
      return null
  }
}

/**
 * The request after the change, version included; nothing is written. Pure.
 * @param lastPaper Certificate numbers on the paper that came out before this attempt, asked for only when the attempt came to nothing.
 * Failures: REQUEST-STATE.
 */
export function applyChange(record: RequestRecord, change: RequestChange, lastPaper: () => readonly string[]): Result<RequestRecord> {
  const target = transitions[change.kind][record.state]
  if (target === undefined) return fail('REQUEST-STATE', `${change.kind} does not fit ${record.state}`)
  const next = { ...record, version: record.version + 1 }
  const settled = { ...next, origin: null, printFailure: null }
  const withPaper = (): RequestRecord => ({ ...settled, state: record.origin === 'received' || record.origin === null ? 'printed' : record.origin })
  const withoutPaper = (): RequestRecord => ({
    ...settled,
    state: record.origin ?? 'received',
    // A reissue that did not come out was none.
    reissues: record.origin === 'received' ? record.reissues : record.reissues - 1,
    certificateNumbers: lastPaper(),
  })
  switch (change.kind) {
    case 'beginPrint':
    case 'beginReissue':
      if (!isOrigin(record.state)) throw new Error(`the table lets ${change.kind} begin in ${record.state}`)
      return ok({
        ...settled,
        state: 'printing',
        origin: record.state,
        jobId: change.jobId,
        certificateNumbers: change.certificateNumbers,
        reissues: record.reissues + (change.kind === 'beginReissue' ? 1 : 0),
      })
    case 'printed':
    case 'printFailed':
    case 'printUncertain':
      if (change.jobId !== record.jobId) return fail('REQUEST-STATE', `${change.kind} is about another print job`)
      if (change.kind === 'printed') return ok(withPaper())
      if (change.kind === 'printFailed') return ok({ ...withoutPaper(), printFailure: change.failure })
      return ok({ ...next, state: 'uncertain', printFailure: change.failure })
    case 'resolveUncertain':
      return ok(change.paperCameOut ? withPaper() : withoutPaper())
    case 'pay':
      if (change.receivedYen < record.fee) return fail('REQUEST-STATE', 'the money received is less than the fee')
      return ok({ ...settled, state: 'paid', receivedYen: change.receivedYen })
    case 'handOver':
      return ok({ ...settled, state: 'handedOver' })
    case 'void':
      return ok({ ...settled, state: 'voided' })
    case 'slipPrinted':
      return ok({ ...next, slip: 'printed', slipFailure: null })
    case 'slipFailed':
      return ok({ ...next, slip: 'failed', slipFailure: change.failure })
  }
}

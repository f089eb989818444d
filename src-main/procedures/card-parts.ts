import type { FailureCode } from '../../src-preload/contract.ts'
import type { PinTries } from '../card/individual-number-card.ts'
import type { ReaderState } from '../card/card-reader.ts'
import { curedByCard, needsAnotherCard, nextAfter } from './failure-next.ts'
import type { Outcome, ProcedureEvent } from './resident-procedure.ts'

/** What every procedure with a card knows of the card and of the PIN that is asked for. */
export interface CardContext {
  readonly reader: ReaderState
  /** Why the resident is asked for the card again. */
  readonly again: FailureCode | null
  /** Insertion that can't be used; another card, or the same one placed anew, is awaited. */
  readonly refusedInsertion: number | null
  readonly tries: PinTries
  readonly wasWrong: boolean
  readonly failure: FailureCode | null
  readonly outcome: Outcome
}

/** A card that has not been refused since it was put there. */
const isUsable = (state: ReaderState, { refusedInsertion }: CardContext): boolean => state.kind === 'card' && state.insertion !== refusedInsertion

/** Placing the card again may help; after anything else it is a person who has to. */
export const goesOn = ({ failure }: Pick<CardContext, 'failure'>): boolean => failure !== null && nextAfter(failure) === 'again'

interface Seen {
  readonly context: CardContext & { readonly rules: { readonly lastTry: 'staff' | 'refuse' } }
  readonly event: ProcedureEvent
}

type Change = (seen: Seen) => Partial<CardContext>

/** Of a machine whose context has more than this; `assign` makes an action of it. */
export const cardActions = <Action>(assign: (change: Change) => Action) => ({
  noteReader: assign(({ event }) => (event.type === 'reader' ? { reader: event.state } : {})),
  noteCardGone: assign(() => ({ failure: 'CARD-REMOVED' })),
  forgiveTakenCard: assign(({ event }) => (event.type === 'reader' && event.state.kind !== 'card' ? { refusedInsertion: null } : {})),
  noteFailed: assign(({ context: { failure, reader } }) => ({
    outcome: 'failed',
    refusedInsertion: failure !== null && needsAnotherCard(failure) && reader.kind === 'card' ? reader.insertion : null,
  })),
  askAgain: assign(({ context }) => ({ again: context.failure })),
  forgiveCard: assign(() => ({ refusedInsertion: null })),
  blocked: assign(() => ({ failure: 'PIN-BLOCKED' })),
  lastTryDeclined: assign(() => ({ failure: 'PIN-LAST-TRY-DECLINED' })),
  stopped: assign(() => ({ outcome: 'stopped' })),
  idled: assign(() => ({ outcome: 'idle' })),
  endedByStaff: assign(() => ({ outcome: 'staff' })),
  otherService: assign(() => ({ outcome: 'otherService' })),
})

export const cardGuards = {
  cardGone: ({ event }: Seen) => event.type === 'reader' && event.state.kind !== 'card',
  cardPlaced: ({ context, event }: Seen) => event.type === 'reader' && isUsable(event.state, context),
  cardLies: ({ context }: Seen) => isUsable(context.reader, context),
  /** The card being put back is the remedy itself; nobody should have to press a button as well. */
  cardIsRemedy: ({ context, event }: Seen) =>
    context.failure !== null &&
    curedByCard(context.failure) &&
    event.type === 'reader' &&
    event.state.kind === 'card' &&
    context.reader.kind !== 'card',
  goesOn: ({ context }: Seen) => goesOn(context),
  noTryLeft: ({ context }: Seen) => context.tries.left === 0,
  oneTryLeft: ({ context }: Seen) => context.tries.left === 1,
  staffDecides: ({ context }: Seen) => context.rules.lastTry === 'staff',
  isAllowed: ({ event }: Seen) => event.type === 'lastTryDecided' && event.allow,
}

import { uninterrupted } from './machine-parts.ts'

/**
 * States and transitions of the procedures with a card, in the names of `cardActions` and `cardGuards`. A machine that
 * uses them has the states `placeCard`, `openingCard`, `lastTry`, `enterPin`, `failing` and `ending`; it lets the card
 * go in `failing` and in `ending`.
 */

/** Whoever stops, walks away or is sent away; wherever the procedure is. */
export const exits = {
  reader: { actions: 'noteReader' },
  stop: { target: '.ending', actions: 'stopped' },
  idle: { target: '.ending', actions: 'idled' },
  staffEnd: { target: '.ending', actions: 'endedByStaff' },
} as const

/** The outcome is settled: nothing that happens now changes it. */
export const ends = { stop: 'ending', idle: 'ending', staffEnd: 'ending' } as const

export const backToServices = { target: 'ending', actions: 'otherService' } as const

export const cardAwaited = {
  always: { guard: 'cardLies', target: 'openingCard' },
  reader: [{ guard: 'cardPlaced', target: 'openingCard', actions: 'noteReader' }, { actions: ['noteReader', 'forgiveTakenCard'] }],
} as const

/** While the card is needed: without it the step has failed. */
export const cardStays = {
  reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
} as const

/** Before a PIN is asked for. */
export const byTriesLeft = [
  { guard: 'noTryLeft', target: 'failing', actions: 'blocked' },
  { guard: 'oneTryLeft', target: 'lastTry' },
  { target: 'enterPin' },
] as const

/** A wrong PIN now would lock it: a clerk comes first, or the rules forbid it altogether. */
export const lastTry = <const Id extends string>(id: Id) =>
  ({
    initial: 'ask',
    states: {
      ask: {
        on: {
          tryLastTime: [
            { guard: 'staffDecides', target: 'waitingForStaff' },
            { target: `#${id}.failing`, actions: 'lastTryDeclined' },
          ],
        },
      },
      waitingForStaff: {
        on: {
          lastTryDecided: [
            { guard: 'isAllowed', target: `#${id}.enterPin` },
            { target: `#${id}.failing`, actions: 'lastTryDeclined' },
          ],
        },
      },
    },
  }) as const

/** The card is let go by the actor `release`, which nothing breaks off. */
export const releasing = <const Done>(onDone: Done) =>
  ({ invoke: { src: 'release', input: <Context>({ context }: { context: Context }) => context, onDone }, on: uninterrupted }) as const

/** The card is let go and the resident reads what happened. */
export const failed = {
  entry: 'noteFailed',
  on: {
    reader: [{ guard: 'cardIsRemedy', target: 'placeCard', actions: ['noteReader', 'askAgain', 'forgiveCard'] }, { actions: 'noteReader' }],
    next: [{ guard: 'goesOn', target: 'placeCard', actions: 'askAgain' }, { target: 'ending' }],
    ...ends,
  },
} as const

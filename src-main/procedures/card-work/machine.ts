import { assign, fromPromise, setup, type DoneActorEvent } from 'xstate'
import type { Result } from '../../failures/result.ts'
import { once } from '../../once.ts'
import { cardActions, cardGuards } from '../card-parts.ts'
import { byTriesLeft, cardAwaited, cardStays, ends, exits, failed, lastTry, releasing } from '../card-states.ts'
import { failureOf, pinWasWrong, required, succeeded, triesCounted, uninterrupted } from '../machine-parts.ts'
import type { NewPinEntry } from '../pin/new-pin-entry.ts'
import type { PinBuffer } from '../pin/pin-buffer.ts'
import { keyOf } from '../pin/key-pad.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import * as become from './context.ts'
import { cardOf, startingContext, toChoose, toEnter, type CardWorkContext, type CardWorkInput } from './context.ts'

/** The pad of the PIN that is being entered. */
export const padOf = (context: CardWorkContext): PinBuffer => required(context.secrets.pad(required(toEnter(context))))
/** The new PIN that is being chosen. */
export const entryOf = (context: CardWorkContext): NewPinEntry => required(context.secrets.entry(required(toChoose(context))))

const stepFailed = {
  target: 'failing',
  actions: assign<CardWorkContext, DoneActorEvent<Result<unknown>>, undefined, ProcedureEvent, never>(({ event }) => failureOf(event.output)),
} as const

/**
 * What a clerk began and only the issuer's terminal may do (reference counter-procedures §B.2, §C, §G.4, §G.5), as the
 * resident follows it: the card is proven to be the case's, PINs that must be known are confirmed by the card, new ones
 * are judged without it, then the orders go out while the card is held.
 *
 * A card taken away before the orders begins again from the card: what was entered and chosen is zeroed. After the
 * orders began nothing is repeated here: the case is the clerk's. Every exit zeroes all PINs, lets the card go and tells
 * the case how it ended.
 */
export const cardWorkMachine = once(() => setup({
  types: { context: {} as CardWorkContext, events: {} as ProcedureEvent, input: {} as CardWorkInput },
  actors: {
    begin: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.begin()),
    openCard: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.openCard()),
    prove: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.prove(required(input.opened))),
    verify: fromPromise(({ input }: { input: CardWorkContext }) =>
      input.steps.verify(required(cardOf(input)), required(toEnter(input)), padOf(input)),
    ),
    perform: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.perform(required(cardOf(input)), input.secrets)),
    finish: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.finish(required(cardOf(input)), required(input.done))),
    release: fromPromise(({ input }: { input: CardWorkContext }) => cardOf(input)?.release() ?? Promise.resolve()),
    /** Lets the card go, and then hands the case back; whether that is settled. */
    handBack: fromPromise(async ({ input }: { input: CardWorkContext }) => {
      await cardOf(input)?.release()
      return input.settled || input.steps.giveUp(input.failure).ok
    }),
  },
  actions: {
    ...cardActions((change) => assign<CardWorkContext, ProcedureEvent, undefined, ProcedureEvent, never>(change)),
    stopped: assign({ outcome: 'stopped', failure: null }),
    idled: assign({ outcome: 'idle', failure: null }),
    endedByStaff: assign({ outcome: 'staff', failure: null }),
    forgetCard: assign({ opened: null }),
    press: assign(({ context, event }) => (padOf(context).push(keyOf(event) ?? ''), { wasWrong: false })),
    pressNew: assign(({ context, event }) => (entryOf(context).push(keyOf(event) ?? ''), {})),
    wipe: ({ context }) => context.secrets.wipe(),
  },
  guards: {
    ...cardGuards,
    keyFits: ({ context, event }) => padOf(context).takes(keyOf(event) ?? ''),
    keyFitsNew: ({ context, event }) => entryOf(context).takes(keyOf(event) ?? ''),
  },
}).createMachine({
  id: 'card-work',
  context: ({ input }) => startingContext(input),
  initial: 'explain',
  on: exits,
  states: {
    explain: { on: { next: 'beginning' } },

    beginning: {
      invoke: {
        src: 'begin',
        input: ({ context }) => context,
        onDone: [{ guard: succeeded, target: 'placeCard' }, stepFailed],
      },
      on: uninterrupted,
    },

    placeCard: { always: cardAwaited.always, on: { reader: cardAwaited.reader } },

    openingCard: {
      invoke: {
        src: 'openCard',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'proving', actions: assign(({ event }) => (event.output.ok ? become.cardOpened(event.output.value) : {})) },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    proving: {
      invoke: {
        src: 'prove',
        input: ({ context }) => context,
        onDone: [{ guard: succeeded, target: 'choosingNext' }, stepFailed],
      },
      on: uninterrupted,
    },

    choosingNext: {
      always: [
        // Taken away while no step was watching for it.
        { guard: ({ context }) => context.reader.kind !== 'card', target: 'failing', actions: 'noteCardGone' },
        { guard: ({ context }) => toEnter(context) !== null, target: 'countingTries', actions: assign(({ context }) => become.triesOfNext(context)) },
        { guard: ({ context }) => toChoose(context) !== null, target: 'enterNewPin' },
        { target: 'performing' },
      ],
    },

    countingTries: { always: byTriesLeft },

    lastTry: { ...lastTry('card-work'), on: cardStays },

    enterPin: {
      on: {
        ...cardStays,
        pinDigit: { guard: 'keyFits', actions: 'press' },
        pinLetter: { guard: 'keyFits', actions: 'press' },
        pinErase: { actions: assign(({ context }) => (padOf(context).erase(), {})) },
        pinSubmit: { guard: ({ context }) => padOf(context).complete, target: 'verifying' },
      },
    },

    verifying: {
      invoke: {
        src: 'verify',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'choosingNext', actions: assign(({ context }) => become.pinConfirmed(context)) },
          {
            guard: pinWasWrong,
            target: 'countingTries',
            actions: assign(({ context, event }) => triesCounted(context, event.output)),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    enterNewPin: {
      on: {
        ...cardStays,
        pinDigit: { guard: 'keyFitsNew', actions: 'pressNew' },
        pinLetter: { guard: 'keyFitsNew', actions: 'pressNew' },
        pinErase: { actions: assign(({ context }) => (entryOf(context).erase(), {})) },
        pinSubmit: {
          guard: ({ context }) => entryOf(context).complete,
          target: 'judgingNewPin',
          actions: assign(({ context }) => become.newPinEntered(context)),
        },
        back: [
          { guard: ({ context }) => entryOf(context).phase === 'repeat', actions: assign(({ context }) => (entryOf(context).wipe(), {})) },
          { guard: ({ context }) => context.chosen > 0, actions: assign(({ context }) => become.previousChosen(context)) },
        ],
      },
    },

    judgingNewPin: {
      always: [
        {
          guard: ({ context }) => toChoose(context) !== null && entryOf(context).refusedTooOften,
          target: 'failing',
          actions: assign({ failure: 'PIN-WEAK' }),
        },
        { target: 'choosingNext' },
      ],
    },

    performing: {
      invoke: {
        src: 'perform',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'finishing', actions: assign(({ event }) => (event.output.ok ? { done: event.output.value } : {})) },
          { target: 'failing', actions: assign(({ event }) => (event.output.ok ? {} : { failure: become.orderFailed(event.output.failure.code) })) },
        ],
      },
      on: uninterrupted,
    },

    finishing: {
      invoke: {
        src: 'finish',
        input: ({ context }) => context,
        onDone: { target: 'lettingCardGo', actions: assign({ settled: true, outcome: 'completed' }) },
      },
      on: uninterrupted,
    },

    lettingCardGo: releasing({ target: 'done', actions: 'forgetCard' }),

    done: { on: { next: 'ending', ...ends } },

    failing: {
      entry: 'wipe',
      initial: 'deciding',
      on: uninterrupted,
      states: {
        /** The resident can do no more here: the case is handed back. After anything else the card is asked for again, and the case waits. */
        deciding: { always: [{ guard: 'goesOn', target: 'lettingCardGo' }, { target: 'handingBack' }] },
        lettingCardGo: {
          invoke: { src: 'release', input: ({ context }) => context, onDone: { target: '#card-work.failed', actions: 'forgetCard' } },
        },
        handingBack: {
          invoke: {
            src: 'handBack',
            input: ({ context }) => context,
            onDone: { target: '#card-work.failed', actions: ['forgetCard', assign(({ event }) => ({ settled: event.output }))] },
          },
        },
      },
    },

    failed,

    ending: {
      entry: 'wipe',
      invoke: {
        src: 'handBack',
        input: ({ context }) => context,
        onDone: { target: 'ended', actions: ['forgetCard', assign(({ event }) => ({ settled: event.output }))] },
      },
      on: uninterrupted,
    },

    ended: { type: 'final' },
  },
}))

import { assign, fromPromise, setup } from 'xstate'
import type { Result } from '../../failures/result.ts'
import { curedByCard, needsAnotherCard, nextAfter } from '../failure-next.ts'
import { failureOf, isUsable, required, uninterrupted } from '../machine-parts.ts'
import type { NewPinEntry } from '../pin/new-pin-entry.ts'
import type { PinBuffer } from '../pin/pin-buffer.ts'
import { keyOf } from '../pin/key-pad.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import * as become from './context.ts'
import { cardOf, startingContext, toChoose, toEnter, type CardWorkContext, type CardWorkInput } from './context.ts'

const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.failure.code)

/** The pad of the PIN that is being entered. */
export const padOf = (context: CardWorkContext): PinBuffer => required(context.secrets.pad(required(toEnter(context))))
/** The new PIN that is being chosen. */
export const entryOf = (context: CardWorkContext): NewPinEntry => required(context.secrets.entry(required(toChoose(context))))

/** The resident can do no more here: the case is handed back. After anything else the card is asked for again, and the case waits. */
const goesOn = ({ failure }: CardWorkContext): boolean => failure !== null && nextAfter(failure) === 'again'

/**
 * What a clerk began and only the issuer's terminal may do (reference counter-procedures §B.2, §C, §G.4, §G.5), as the
 * resident follows it: the card is proven to be the case's, PINs that must be known are confirmed by the card, new ones
 * are judged without it, then the orders go out while the card is held.
 *
 * A card taken away before the orders begins again from the card: what was entered and chosen is zeroed. After the
 * orders began nothing is repeated here: the case is the clerk's. Every exit zeroes all PINs, lets the card go and tells
 * the case how it ended.
 */
export const cardWorkMachine = setup({
  types: { context: {} as CardWorkContext, events: {} as ProcedureEvent, input: {} as CardWorkInput },
  actors: {
    begin: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.begin()),
    openCard: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.openCard()),
    prove: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.prove(required(input.opened))),
    verify: fromPromise(({ input }: { input: CardWorkContext }) => input.steps.verify(required(cardOf(input)), required(toEnter(input)), padOf(input))),
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
    noteReader: assign(({ event }) => (event.type === 'reader' ? { reader: event.state } : {})),
    noteCardGone: assign({ failure: 'CARD-REMOVED' }),
    forgetCard: assign({ opened: null }),
    press: assign(({ context, event }) => (padOf(context).push(keyOf(event) ?? ''), { wasWrong: false })),
    pressNew: assign(({ context, event }) => (entryOf(context).push(keyOf(event) ?? ''), {})),
    wipe: ({ context }) => context.secrets.wipe(),
  },
  guards: {
    cardGone: ({ event }) => event.type === 'reader' && event.state.kind !== 'card',
    cardUsable: ({ context, event }) => event.type === 'reader' && isUsable(event.state, context.refusedInsertion),
    keyFits: ({ context, event }) => padOf(context).takes(keyOf(event) ?? ''),
    keyFitsNew: ({ context, event }) => entryOf(context).takes(keyOf(event) ?? ''),
  },
}).createMachine({
  id: 'card-work',
  context: ({ input }) => startingContext(input),
  initial: 'explain',
  on: {
    reader: { actions: 'noteReader' },
    stop: { target: '.ending', actions: assign({ outcome: 'stopped', failure: null }) },
    idle: { target: '.ending', actions: assign({ outcome: 'idle', failure: null }) },
    staffEnd: { target: '.ending', actions: assign({ outcome: 'staff', failure: null }) },
  },
  states: {
    explain: { on: { next: 'beginning' } },

    beginning: {
      invoke: {
        src: 'begin',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'placeCard' },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: uninterrupted,
    },

    placeCard: {
      always: { guard: ({ context }) => isUsable(context.reader, context.refusedInsertion), target: 'openingCard' },
      on: {
        reader: [
          { guard: 'cardUsable', target: 'openingCard', actions: 'noteReader' },
          { actions: ['noteReader', assign(({ context, event }) => ({ refusedInsertion: event.state.kind === 'card' ? context.refusedInsertion : null }))] },
        ],
      },
    },

    openingCard: {
      invoke: {
        src: 'openCard',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'proving', actions: assign(({ event }) => (event.output.ok ? become.cardOpened(event.output.value) : {})) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: uninterrupted,
    },

    proving: {
      invoke: {
        src: 'prove',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'choosingNext' },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
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

    countingTries: {
      always: [
        { guard: ({ context }) => context.tries.left === 0, target: 'failing', actions: assign({ failure: 'PIN-BLOCKED' }) },
        { guard: ({ context }) => context.tries.left === 1, target: 'lastTry' },
        { target: 'enterPin' },
      ],
    },

    lastTry: {
      initial: 'ask',
      on: { reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }] },
      states: {
        ask: {
          on: {
            tryLastTime: [
              { guard: ({ context }) => context.rules.lastTry === 'staff', target: 'waitingForStaff' },
              { target: '#card-work.failing', actions: assign({ failure: 'PIN-LAST-TRY-DECLINED' }) },
            ],
          },
        },
        waitingForStaff: {
          on: {
            lastTryDecided: [
              { guard: ({ event }) => event.allow, target: '#card-work.enterPin' },
              { target: '#card-work.failing', actions: assign({ failure: 'PIN-LAST-TRY-DECLINED' }) },
            ],
          },
        },
      },
    },

    enterPin: {
      on: {
        reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
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
          { guard: ({ event }) => event.output.ok, target: 'choosingNext', actions: assign(({ context }) => become.pinConfirmed(context)) },
          {
            guard: ({ event }) => codeOf(event.output) === 'PIN-WRONG' && event.output.triesLeft !== null,
            target: 'countingTries',
            actions: assign(({ context, event }) => ({ tries: { left: event.output.triesLeft ?? 0, max: context.tries.max }, wasWrong: true })),
          },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: uninterrupted,
    },

    enterNewPin: {
      on: {
        reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
        pinDigit: { guard: 'keyFitsNew', actions: 'pressNew' },
        pinLetter: { guard: 'keyFitsNew', actions: 'pressNew' },
        pinErase: { actions: assign(({ context }) => (entryOf(context).erase(), {})) },
        pinSubmit: { guard: ({ context }) => entryOf(context).complete, target: 'judgingNewPin', actions: assign(({ context }) => become.newPinEntered(context)) },
        back: [
          { guard: ({ context }) => entryOf(context).phase === 'repeat', actions: assign(({ context }) => (entryOf(context).wipe(), {})) },
          { guard: ({ context }) => context.chosen > 0, actions: assign(({ context }) => become.previousChosen(context)) },
        ],
      },
    },

    judgingNewPin: {
      always: [
        { guard: ({ context }) => toChoose(context) !== null && entryOf(context).refusedTooOften, target: 'failing', actions: assign({ failure: 'PIN-WEAK' }) },
        { target: 'choosingNext' },
      ],
    },

    performing: {
      invoke: {
        src: 'perform',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'finishing', actions: assign(({ event }) => (event.output.ok ? { done: event.output.value } : {})) },
          { target: 'failing', actions: assign(({ event }) => (event.output.ok ? {} : { failure: become.orderFailed(event.output.failure.code) })) },
        ],
      },
      on: uninterrupted,
    },

    finishing: {
      invoke: { src: 'finish', input: ({ context }) => context, onDone: { target: 'lettingCardGo', actions: assign({ settled: true, outcome: 'completed' }) } },
      on: uninterrupted,
    },

    lettingCardGo: {
      invoke: { src: 'release', input: ({ context }) => context, onDone: { target: 'done', actions: 'forgetCard' } },
      on: uninterrupted,
    },

    done: { on: { next: 'ending', stop: 'ending', idle: 'ending', staffEnd: 'ending' } },

    failing: {
      entry: 'wipe',
      initial: 'deciding',
      on: uninterrupted,
      states: {
        deciding: { always: [{ guard: ({ context }) => goesOn(context), target: 'lettingCardGo' }, { target: 'handingBack' }] },
        lettingCardGo: { invoke: { src: 'release', input: ({ context }) => context, onDone: { target: '#card-work.failed', actions: 'forgetCard' } } },
        handingBack: {
          invoke: {
            src: 'handBack',
            input: ({ context }) => context,
            onDone: { target: '#card-work.failed', actions: ['forgetCard', assign(({ event }) => ({ settled: event.output }))] },
          },
        },
      },
    },

    failed: {
      entry: assign(({ context }) => ({
        outcome: 'failed',
        refusedInsertion: context.failure !== null && needsAnotherCard(context.failure) && context.reader.kind === 'card' ? context.reader.insertion : null,
      })),
      on: {
        reader: [
          {
            guard: ({ context, event }) => goesOn(context) && curedByCard(required(context.failure)) && event.state.kind === 'card' && context.reader.kind !== 'card',
            target: 'placeCard',
            actions: ['noteReader', assign(({ context }) => ({ again: context.failure, refusedInsertion: null }))],
          },
          { actions: 'noteReader' },
        ],
        next: [{ guard: ({ context }) => goesOn(context), target: 'placeCard', actions: assign(({ context }) => ({ again: context.failure })) }, { target: 'ending' }],
        stop: 'ending',
        idle: 'ending',
        staffEnd: 'ending',
      },
    },

    ending: {
      entry: 'wipe',
      invoke: { src: 'handBack', input: ({ context }) => context, onDone: { target: 'ended', actions: ['forgetCard', assign(({ event }) => ({ settled: event.output }))] } },
      on: uninterrupted,
    },

    ended: { type: 'final' },
  },
})

import { assign, fromPromise, setup, type DoneActorEvent } from 'xstate'
import type { PinChangeResult } from '../../card/individual-number-card.ts'
import type { Result } from '../../failures/result.ts'
import { once } from '../../once.ts'
import { cardActions, cardGuards, goesOn } from '../card-parts.ts'
import { backToServices, byTriesLeft, cardAwaited, cardStays, ends, exits, failed, lastTry, releasing } from '../card-states.ts'
import { nextAfter } from '../failure-next.ts'
import { failedWith, failureOf, pinWasWrong, required, succeeded, triesCounted, uninterrupted } from '../machine-parts.ts'
import { keyOf } from '../pin/key-pad.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import { startingContext, type PinChangeContext, type PinChangeInput } from './context.ts'
import * as become from './transitions.ts'

const stepFailed = {
  target: 'failing',
  actions: assign<PinChangeContext, DoneActorEvent<Result<unknown>>, undefined, ProcedureEvent, never>(({ event }) => failureOf(event.output)),
} as const

const keepUnfinished = assign<PinChangeContext, DoneActorEvent<PinChangeResult>, undefined, ProcedureEvent, never>(({ context, event }) => become.leftUnfinished(context, event.output))

/** A change, or the repair of one, that did not come to its end: known to be partly done, or in doubt. */
const leftUnfinished = [
  { guard: failedWith('PIN-PARTLY-CHANGED'), target: 'partlyChanged', actions: keepUnfinished },
  { guard: failedWith('PIN-CHANGE-UNCERTAIN'), target: 'failing', actions: keepUnfinished },
] as const

/**
 * 暗証番号の変更 (reference counter-procedures §B.2) by a holder who knows the present PIN.
 *
 * The present PIN is verified first, so that a wrong one is told before a new one is thought up; the new one is judged
 * without the card; then the card verifies and changes in one go. Who takes the card away in the middle finds the
 * change unfinished: the secrets then wait for the same card, until it is settled or the session is over.
 * Every exit passes `ending`: there all secrets are zeroed and the card is powered off.
 */
export const pinChangeMachine = once(() => setup({
  types: { context: {} as PinChangeContext, events: {} as ProcedureEvent, input: {} as PinChangeInput },
  actors: {
    openCard: fromPromise(({ input }: { input: PinChangeContext }) => input.steps.openCard(input.unfinished ? input.identity : null)),
    lookAgain: fromPromise(({ input }: { input: PinChangeContext }) => input.steps.lookAgain(required(input.card))),
    verify: fromPromise(({ input }: { input: PinChangeContext }) => input.steps.verify(required(input.card), input.secrets)),
    findFacts: fromPromise(({ input }: { input: PinChangeContext }) => input.steps.findFacts(required(input.card), required(input.overview))),
    change: fromPromise(({ input }: { input: PinChangeContext }) => input.steps.change(required(input.card), input.secrets)),
    repair: fromPromise(({ input }: { input: PinChangeContext }) => input.steps.repair(required(input.card), input.secrets)),
    release: fromPromise(({ input }: { input: PinChangeContext }) => input.card?.release() ?? Promise.resolve()),
  },
  actions: {
    ...cardActions((change) => assign<PinChangeContext, ProcedureEvent, undefined, ProcedureEvent, never>(change)),
    forgetCard: assign({ card: null }),
    forgetHolder: assign({ card: null, identity: null, overview: null, facts: null }),
    press: assign(({ context, event }) => (context.secrets.pad.push(keyOf(event) ?? ''), { wasWrong: false })),
    pressNew: assign(({ context, event }) => (context.secrets.next.push(keyOf(event) ?? ''), {})),
    wipe: ({ context }) => context.secrets.wipe(),
    wipePad: ({ context }) => context.secrets.pad.wipe(),
    wipeNew: ({ context }) => context.secrets.next.wipe(),
    /** A change that waits for its card keeps what it needs; everything else is zeroed. */
    wipeUnlessWaiting: ({ context }) => {
      if (waitsForCard(context)) context.secrets.pad.wipe()
      else context.secrets.wipe()
    },
  },
  guards: {
    ...cardGuards,
    keyFits: ({ context, event }) => context.secrets.pad.takes(keyOf(event) ?? ''),
    keyFitsNew: ({ context, event }) => context.secrets.next.takes(keyOf(event) ?? ''),
    isPartly: ({ context }) => context.unfinished?.cause === 'partly',
    isUncertain: ({ context }) => context.unfinished?.cause === 'uncertain',
    otherIsMissing: ({ context }) => (context.unfinished?.unknown ?? null) !== null,
    otherIsAsked: ({ context }) => context.asking === 'otherKey',
  },
}).createMachine({
  id: 'pin-change',
  context: ({ input }) => startingContext(input),
  initial: 'placeCard',
  on: exits,
  states: {
    placeCard: {
      always: cardAwaited.always,
      on: {
        reader: cardAwaited.reader,
        back: { guard: ({ context }) => context.unfinished === null, ...backToServices },
      },
    },

    openingCard: {
      invoke: {
        src: 'openCard',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'cardIsHere',
            actions: assign(({ context, event }) => (event.output.ok ? become.cardOpened(context, event.output.value) : {})),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    cardIsHere: {
      always: [{ guard: 'isPartly', target: 'partlyChanged' }, { guard: 'isUncertain', target: 'choosingPin' }, { target: 'choosePin' }],
    },

    choosePin: {
      entry: ['wipe', assign(become.nothingEntered)],
      on: {
        ...cardStays,
        choosePin: {
          guard: ({ context, event }) => (context.overview?.pins[event.pin]?.left ?? 0) > 0,
          target: 'choosingPin',
          actions: assign(({ context, event }) => become.pinChosen(context, event.pin)),
        },
        back: backToServices,
      },
    },

    /** Back among the PINs: what was entered before may have cost a try. */
    lookingAgain: {
      entry: 'wipe',
      invoke: {
        src: 'lookAgain',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'choosePin',
            actions: assign(({ context, event }) => (event.output.ok ? become.lookedAgain(context, event.output.value) : {})),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    choosingPin: {
      always: [
        {
          guard: ({ context }) => context.tries.left === 0 && context.unfinished?.cause === 'partly',
          target: 'partlyChanged',
          actions: assign(({ context }) => become.nothingMoreHere(context)),
        },
        ...byTriesLeft,
      ],
    },

    lastTry: {
      ...lastTry('pin-change'),
      on: {
        ...cardStays,
        back: [
          { guard: 'otherIsAsked', target: 'partlyChanged' },
          { guard: ({ context }) => context.asking === 'present', target: 'lookingAgain' },
        ],
      },
    },

    enterPin: {
      on: {
        ...cardStays,
        pinDigit: { guard: 'keyFits', actions: 'press' },
        pinLetter: { guard: 'keyFits', actions: 'press' },
        pinErase: { actions: assign(({ context }) => (context.secrets.pad.erase(), {})) },
        pinSubmit: [
          { guard: ({ context }) => !context.secrets.pad.complete },
          { guard: ({ context }) => (context.unfinished?.unknown ?? null) === null, target: 'verifying' },
          { guard: ({ context }) => context.chosen, target: 'repairing', actions: assign(({ context }) => become.otherEntered(context)) },
          { target: 'presentIsKnown', actions: assign(({ context }) => become.otherEntered(context)) },
        ],
        back: [
          { guard: 'otherIsAsked', target: 'partlyChanged', actions: 'wipePad' },
          { guard: ({ context }) => context.asking === 'present', target: 'lookingAgain' },
        ],
      },
    },

    verifying: {
      invoke: {
        src: 'verify',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ context, event }) => event.output.ok && become.newOneHolds(context), target: 'changed' },
          { guard: succeeded, target: 'presentIsKnown', actions: assign(({ context }) => become.presentVerified(context)) },
          {
            guard: pinWasWrong,
            target: 'choosingPin',
            actions: assign(({ context, event }) => triesCounted(context, event.output)),
          },
          { guard: failedWith('PIN-PARTLY-CHANGED'), target: 'partlyChanged', actions: assign(({ context }) => become.foundApart(context)) },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    presentIsKnown: { always: [{ guard: ({ context }) => context.facts !== null, target: 'enterNewPin' }, { target: 'findingFacts' }] },

    findingFacts: {
      invoke: {
        src: 'findFacts',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'enterNewPin', actions: assign(({ event }) => (event.output.ok ? { facts: event.output.value } : {})) },
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
        pinErase: { actions: assign(({ context }) => (context.secrets.next.erase(), {})) },
        pinSubmit: {
          guard: ({ context }) => context.secrets.next.complete,
          target: 'judgingNewPin',
          actions: assign(({ context }) => become.newPinEntered(context)),
        },
        back: [
          { guard: ({ context }) => context.secrets.next.phase === 'repeat', actions: 'wipeNew' },
          { guard: 'otherIsAsked', target: 'partlyChanged', actions: 'wipeNew' },
          { target: 'lookingAgain' },
        ],
      },
    },

    judgingNewPin: {
      always: [
        { guard: ({ context }) => context.secrets.next.refusedTooOften, target: 'failing', actions: assign({ failure: 'PIN-WEAK' }) },
        { guard: ({ context }) => !context.chosen, target: 'enterNewPin' },
        { guard: ({ context }) => context.unfinished !== null, target: 'repairing' },
        { target: 'changing' },
      ],
    },

    changing: {
      invoke: {
        src: 'change',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'changed' },
          ...leftUnfinished,
          {
            guard: failedWith('PIN-SAME-AS-OLD'),
            target: 'enterNewPin',
            actions: assign(({ context }) => (context.secrets.next.refuse('sameAsOld'), { chosen: false })),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    /** The two keys of 住民基本台帳用 differ. */
    partlyChanged: {
      on: {
        reader: [{ guard: 'cardGone', target: 'lettingCardGo', actions: 'noteReader' }, { actions: 'noteReader' }],
        repairPin: [
          { guard: ({ context }) => context.unfinished?.stuck === true },
          { guard: ({ context }) => context.unfinished?.unknown === null && context.chosen, target: 'repairing' },
          { target: 'countingTries' },
        ],
        next: { guard: ({ context }) => context.unfinished?.stuck === true, target: 'ending', actions: assign({ outcome: 'failed' }) },
      },
    },

    lettingCardGo: releasing({ target: 'partlyAway', actions: 'forgetCard' }),

    partlyAway: {
      always: { guard: ({ context }) => context.unfinished?.stuck !== true && context.reader.kind === 'card', target: 'openingCard' },
      on: { next: { guard: ({ context }) => context.unfinished?.stuck === true, target: 'ending', actions: assign({ outcome: 'failed' }) } },
    },

    /** Before the other number is asked for. */
    countingTries: {
      invoke: {
        src: 'lookAgain',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'choosingPin',
            actions: assign(({ context, event }) => (event.output.ok ? become.lookedAgain(context, event.output.value) : {})),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    repairing: {
      invoke: {
        src: 'repair',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'changed' },
          ...leftUnfinished,
          {
            guard: (answer) => failedWith('PIN-WRONG')(answer) && (answer.context.unfinished?.unknown ?? null) !== null,
            target: 'countingTries',
            actions: assign(({ context }) => become.otherWasWrong(context)),
          },
          {
            guard: ({ event }) => !event.output.ok && nextAfter(event.output.failure.code) === 'staff',
            target: 'partlyChanged',
            actions: assign(({ context }) => become.nothingMoreHere(context)),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    changed: {
      entry: assign(({ context }) => become.changeDone(context)),
      on: {
        reader: [{ guard: 'cardGone', target: 'changedWithoutCard', actions: 'noteReader' }, { actions: 'noteReader' }],
        changeAnotherPin: 'lookingAgain',
        next: 'ending',
        ...ends,
      },
    },

    /** The card is in the resident's hand: to change another PIN it would have to be opened anew. */
    changedWithoutCard: {
      on: { changeAnotherPin: 'askingForCardAgain', next: 'ending', ...ends },
    },

    askingForCardAgain: releasing({ target: 'placeCard', actions: 'forgetCard' }),

    failing: {
      entry: 'wipeUnlessWaiting',
      ...releasing({ target: 'failed', actions: 'forgetCard' }),
    },

    failed,

    ending: {
      entry: 'wipe',
      ...releasing({ target: 'ended', actions: 'forgetHolder' }),
    },

    ended: { type: 'final' },
  },
}))

function waitsForCard({ unfinished, failure }: PinChangeContext): boolean {
  return unfinished !== null && !unfinished.stuck && goesOn({ failure })
}

import { assign, fromPromise, setup } from 'xstate'
import type { Result } from '../../failures/result.ts'
import { curedByCard, needsAnotherCard, nextAfter } from '../failure-next.ts'
import { failureOf, isUsable, required, uninterrupted } from '../machine-parts.ts'
import { keyOf } from '../pin/key-pad.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import { startingContext, type PinChangeContext, type PinChangeInput } from './context.ts'
import * as become from './transitions.ts'

const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.failure.code)

/**
 * 暗証番号の変更 (reference counter-procedures §B.2) by a holder who knows the present PIN.
 *
 * The present PIN is verified first, so that a wrong one is told before a new one is thought up; the new one is judged
 * without the card; then the card verifies and changes in one go. Who takes the card away in the middle finds the
 * change unfinished: the secrets then wait for the same card, until it is settled or the session is over.
 * Every exit passes `ending`: there all secrets are zeroed and the card is powered off.
 */
export const pinChangeMachine = setup({
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
    noteReader: assign(({ event }) => (event.type === 'reader' ? { reader: event.state } : {})),
    noteCardGone: assign({ failure: 'CARD-REMOVED' }),
    forgetCard: assign({ card: null }),
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
    cardGone: ({ event }) => event.type === 'reader' && event.state.kind !== 'card',
    cardUsable: ({ context, event }) => event.type === 'reader' && isUsable(event.state, context.refusedInsertion),
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
  on: {
    reader: { actions: 'noteReader' },
    stop: { target: '.ending', actions: assign({ outcome: 'stopped' }) },
    idle: { target: '.ending', actions: assign({ outcome: 'idle' }) },
    staffEnd: { target: '.ending', actions: assign({ outcome: 'staff' }) },
  },
  states: {
    placeCard: {
      always: { guard: ({ context }) => isUsable(context.reader, context.refusedInsertion), target: 'openingCard' },
      on: {
        reader: [
          { guard: 'cardUsable', target: 'openingCard', actions: 'noteReader' },
          { actions: ['noteReader', assign(({ context, event }) => ({ refusedInsertion: event.state.kind === 'card' ? context.refusedInsertion : null }))] },
        ],
        back: { guard: ({ context }) => context.unfinished === null, target: 'ending', actions: assign({ outcome: 'otherService' }) },
      },
    },

    openingCard: {
      invoke: {
        src: 'openCard',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'cardIsHere', actions: assign(({ context, event }) => (event.output.ok ? become.cardOpened(context, event.output.value) : {})) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: uninterrupted,
    },

    cardIsHere: { always: [{ guard: 'isPartly', target: 'partlyChanged' }, { guard: 'isUncertain', target: 'choosingPin' }, { target: 'choosePin' }] },

    choosePin: {
      entry: ['wipe', assign(become.nothingEntered)],
      on: {
        reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
        choosePin: {
          guard: ({ context, event }) => (context.overview?.pins[event.pin]?.left ?? 0) > 0,
          target: 'choosingPin',
          actions: assign(({ context, event }) => become.pinChosen(context, event.pin)),
        },
        back: { target: 'ending', actions: assign({ outcome: 'otherService' }) },
      },
    },

    /** Back among the PINs: what was entered before may have cost a try. */
    lookingAgain: {
      entry: 'wipe',
      invoke: {
        src: 'lookAgain',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'choosePin', actions: assign(({ context, event }) => (event.output.ok ? become.lookedAgain(context, event.output.value) : {})) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: uninterrupted,
    },

    choosingPin: {
      always: [
        { guard: ({ context }) => context.tries.left === 0 && context.unfinished?.cause === 'partly', target: 'partlyChanged', actions: assign(({ context }) => become.nothingMoreHere(context)) },
        { guard: ({ context }) => context.tries.left === 0, target: 'failing', actions: assign({ failure: 'PIN-BLOCKED' }) },
        { guard: ({ context }) => context.tries.left === 1, target: 'lastTry' },
        { target: 'enterPin' },
      ],
    },

    lastTry: {
      initial: 'ask',
      on: {
        reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
        back: [{ guard: 'otherIsAsked', target: 'partlyChanged' }, { guard: ({ context }) => context.asking === 'present', target: 'lookingAgain' }],
      },
      states: {
        ask: {
          on: {
            tryLastTime: [
              { guard: ({ context }) => context.rules.lastTry === 'staff', target: 'waitingForStaff' },
              { target: '#pin-change.failing', actions: assign({ failure: 'PIN-LAST-TRY-DECLINED' }) },
            ],
          },
        },
        waitingForStaff: {
          on: {
            lastTryDecided: [
              { guard: ({ event }) => event.allow, target: '#pin-change.enterPin' },
              { target: '#pin-change.failing', actions: assign({ failure: 'PIN-LAST-TRY-DECLINED' }) },
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
          { guard: ({ event }) => event.output.ok, target: 'presentIsKnown', actions: assign(({ context }) => become.presentVerified(context)) },
          {
            guard: ({ event }) => codeOf(event.output) === 'PIN-WRONG' && event.output.triesLeft !== null,
            target: 'choosingPin',
            actions: assign(({ context, event }) => ({ tries: { left: event.output.triesLeft ?? 0, max: context.tries.max }, wasWrong: true })),
          },
          { guard: ({ event }) => codeOf(event.output) === 'PIN-PARTLY-CHANGED', target: 'partlyChanged', actions: assign(({ context }) => become.foundApart(context)) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
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
          { guard: ({ event }) => event.output.ok, target: 'enterNewPin', actions: assign(({ event }) => (event.output.ok ? { facts: event.output.value } : {})) },
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
        pinErase: { actions: assign(({ context }) => (context.secrets.next.erase(), {})) },
        pinSubmit: { guard: ({ context }) => context.secrets.next.complete, target: 'judgingNewPin', actions: assign(({ context }) => become.newPinEntered(context)) },
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
          { guard: ({ event }) => event.output.ok, target: 'changed' },
          { guard: ({ event }) => codeOf(event.output) === 'PIN-PARTLY-CHANGED', target: 'partlyChanged', actions: assign(({ context, event }) => (event.output.ok ? {} : become.leftUnfinished(context, event.output))) },
          { guard: ({ event }) => codeOf(event.output) === 'PIN-CHANGE-UNCERTAIN', target: 'failing', actions: assign(({ context, event }) => (event.output.ok ? {} : become.leftUnfinished(context, event.output))) },
          { guard: ({ event }) => codeOf(event.output) === 'PIN-SAME-AS-OLD', target: 'enterNewPin', actions: assign(({ context }) => (context.secrets.next.refuse('sameAsOld'), { chosen: false })) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
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

    lettingCardGo: {
      invoke: { src: 'release', input: ({ context }) => context, onDone: { target: 'partlyAway', actions: 'forgetCard' } },
      on: uninterrupted,
    },

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
          { guard: ({ event }) => event.output.ok, target: 'choosingPin', actions: assign(({ context, event }) => (event.output.ok ? become.lookedAgain(context, event.output.value) : {})) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: uninterrupted,
    },

    repairing: {
      invoke: {
        src: 'repair',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'changed' },
          { guard: ({ event }) => codeOf(event.output) === 'PIN-PARTLY-CHANGED', target: 'partlyChanged', actions: assign(({ context, event }) => (event.output.ok ? {} : become.leftUnfinished(context, event.output))) },
          { guard: ({ event }) => codeOf(event.output) === 'PIN-CHANGE-UNCERTAIN', target: 'failing', actions: assign(({ context, event }) => (event.output.ok ? {} : become.leftUnfinished(context, event.output))) },
          { guard: ({ context, event }) => codeOf(event.output) === 'PIN-WRONG' && (context.unfinished?.unknown ?? null) !== null, target: 'countingTries', actions: assign(({ context }) => become.otherWasWrong(context)) },
          { guard: ({ event }) => !event.output.ok && nextAfter(event.output.failure.code) === 'staff', target: 'partlyChanged', actions: assign(({ context }) => become.nothingMoreHere(context)) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
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
        stop: 'ending',
        idle: 'ending',
        staffEnd: 'ending',
      },
    },

    /** The card is in the resident's hand: to change another PIN it would have to be opened anew. */
    changedWithoutCard: {
      on: { changeAnotherPin: 'askingForCardAgain', next: 'ending', stop: 'ending', idle: 'ending', staffEnd: 'ending' },
    },

    askingForCardAgain: {
      invoke: { src: 'release', input: ({ context }) => context, onDone: { target: 'placeCard', actions: 'forgetCard' } },
      on: uninterrupted,
    },

    failing: {
      entry: 'wipeUnlessWaiting',
      invoke: { src: 'release', input: ({ context }) => context, onDone: { target: 'failed', actions: 'forgetCard' } },
      on: uninterrupted,
    },

    failed: {
      entry: assign(({ context }) => ({
        outcome: 'failed',
        refusedInsertion: context.failure !== null && needsAnotherCard(context.failure) && context.reader.kind === 'card' ? context.reader.insertion : null,
      })),
      on: {
        reader: [
          {
            guard: ({ context, event }) => context.failure !== null && curedByCard(context.failure) && event.state.kind === 'card' && context.reader.kind !== 'card',
            target: 'placeCard',
            actions: ['noteReader', assign(({ context }) => ({ again: context.failure, refusedInsertion: null }))],
          },
          { actions: 'noteReader' },
        ],
        next: [
          { guard: ({ context }) => context.failure !== null && nextAfter(context.failure) === 'again', target: 'placeCard', actions: assign(({ context }) => ({ again: context.failure })) },
          { target: 'ending' },
        ],
        stop: 'ending',
        idle: 'ending',
        staffEnd: 'ending',
      },
    },

    ending: {
      entry: 'wipe',
      invoke: { src: 'release', input: ({ context }) => context, onDone: { target: 'ended', actions: assign({ card: null, identity: null, overview: null, facts: null }) } },
      on: uninterrupted,
    },

    ended: { type: 'final' },
  },
})

function waitsForCard({ unfinished, failure }: PinChangeContext): boolean {
  return unfinished !== null && !unfinished.stuck && failure !== null && nextAfter(failure) === 'again'
}

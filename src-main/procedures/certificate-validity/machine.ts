import { assign, fromPromise, setup, type DoneActorEvent } from 'xstate'
import type { Result } from '../../failures/result.ts'
import { once } from '../../once.ts'
import { cardActions, cardGuards } from '../card-parts.ts'
import { backToServices, byTriesLeft, cardAwaited, cardStays, ends, exits, failed, lastTry, releasing } from '../card-states.ts'
import { failureOf, pinWasWrong, required, succeeded, uninterrupted } from '../machine-parts.ts'
import { keyOf } from '../pin/key-pad.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import { cardOpened, startingContext, triesCounted, type ValidityContext, type ValidityInput } from './context.ts'
import type { Judged } from './steps.ts'

const cardMayGo = { reader: [{ guard: 'cardGone', actions: ['noteReader', 'noteCardLeft'] }, { actions: 'noteReader' }] } as const

const stepFailed = {
  target: 'failing',
  actions: assign<ValidityContext, DoneActorEvent<Result<unknown>>, undefined, ProcedureEvent, never>(({ event }) => failureOf(event.output)),
} as const

/**
 * 電子証明書の有効性確認 (reference counter-procedures §C). 利用者証明用 is free to read; 署名用 needs its password and is
 * read only when the resident asks for it, and then the card is let go at once: nothing more is to be read.
 * What is shown has no name and no number in it, so it stays when the card is taken.
 */
export const validityMachine = once(() => setup({
  types: { context: {} as ValidityContext, events: {} as ProcedureEvent, input: {} as ValidityInput },
  actors: {
    openCard: fromPromise(({ input }: { input: ValidityContext }) => input.steps.openCard()),
    judgeUserAuthentication: fromPromise(({ input }: { input: ValidityContext }) => input.steps.judge('userAuthentication', input.certificate)),
    verifyPassword: fromPromise(({ input }: { input: ValidityContext }) => input.steps.verifyPassword(required(input.card), input.password)),
    readSignature: fromPromise(({ input }: { input: ValidityContext }) => input.steps.readSignature(required(input.card))),
    judgeSignature: fromPromise(({ input }: { input: ValidityContext }) => input.steps.judge('signature', input.certificate)),
    printReceipt: fromPromise(({ input }: { input: ValidityContext }) => input.steps.printReceipt(findingsOf(input))),
    release: fromPromise(({ input }: { input: ValidityContext }) => {
      input.password.wipe()
      return input.card?.release() ?? Promise.resolve()
    }),
  },
  actions: {
    ...cardActions((change) => assign<ValidityContext, ProcedureEvent, undefined, ProcedureEvent, never>(change)),
    noteCardGone: assign({ failure: 'CARD-REMOVED', cardLeft: true }),
    noteCardLeft: assign({ cardLeft: true }),
    forgetCard: assign({ card: null }),
    forgetCertificate: assign({ certificate: null }),
    askForTakenCard: assign({ again: 'CARD-REMOVED' }),
    wipe: ({ context }) => context.password.wipe(),
    press: assign(({ context, event }) => (context.password.push(keyOf(event) ?? ''), { wasWrong: false })),
  },
  guards: {
    ...cardGuards,
    keyFits: ({ context, event }) => context.password.takes(keyOf(event) ?? ''),
  },
}).createMachine({
  id: 'certificate-validity',
  context: ({ input }) => startingContext(input),
  initial: 'placeCard',
  on: exits,
  states: {
    placeCard: {
      always: cardAwaited.always,
      on: { reader: cardAwaited.reader, back: backToServices },
    },

    openingCard: {
      invoke: {
        src: 'openCard',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'judgingUserAuthentication',
            actions: assign(({ event }) => (event.output.ok ? cardOpened(event.output.value) : {})),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    judgingUserAuthentication: {
      invoke: {
        src: 'judgeUserAuthentication',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'validity',
            actions: assign(({ event }) =>
              event.output.ok ? { userAuthentication: event.output.value.row, ...receiptAfter(event.output), certificate: null } : {},
            ),
          },
          stepFailed,
        ],
      },
      // The certificate is read: the answer is worth waiting for without the card as well.
      on: cardMayGo,
    },

    validity: {
      entry: assign({ outcome: 'completed' }),
      on: {
        ...cardMayGo,
        checkSignatureCertificate: [
          { guard: ({ context }) => !(context.signature.state === 'locked' && context.tries.left > 0) },
          { guard: ({ context }) => context.cardLeft, target: 'askingForCardAgain' },
          { target: 'choosingPin' },
        ],
        printReceipt: { guard: ({ context }) => context.receipt === 'offered' || context.receipt === 'failed', target: 'printingReceipt' },
        back: backToServices,
        next: 'ending',
        ...ends,
      },
    },

    /** The card was taken away meanwhile; which one comes back is read anew. */
    askingForCardAgain: releasing({ target: 'placeCard', actions: ['forgetCard', 'askForTakenCard'] }),

    choosingPin: { always: byTriesLeft },

    lastTry: {
      ...lastTry('certificate-validity'),
      on: { ...cardStays, back: { target: 'validity', actions: 'wipe' } },
    },

    enterPin: {
      on: {
        ...cardStays,
        pinDigit: { guard: 'keyFits', actions: 'press' },
        pinLetter: { guard: 'keyFits', actions: 'press' },
        pinErase: { actions: assign(({ context }) => (context.password.erase(), {})) },
        pinSubmit: { guard: ({ context }) => context.password.complete, target: 'verifyingPassword' },
        back: { target: 'validity', actions: ['wipe', assign({ wasWrong: false })] },
      },
    },

    verifyingPassword: {
      invoke: {
        src: 'verifyPassword',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'readingSignature', actions: 'wipe' },
          {
            guard: pinWasWrong,
            target: 'choosingPin',
            actions: assign(({ context, event }) => triesCounted(context, event.output.triesLeft ?? 0)),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    readingSignature: {
      invoke: {
        src: 'readSignature',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'lettingCardGo', actions: assign(({ event }) => (event.output.ok ? { certificate: event.output.value } : {})) },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    lettingCardGo: releasing({ target: 'judgingSignature', actions: 'forgetCard' }),

    judgingSignature: {
      invoke: {
        src: 'judgeSignature',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'validity',
            actions: assign(({ event }) =>
              event.output.ok ? { signature: event.output.value.row, ...receiptAfter(event.output), certificate: null } : {},
            ),
          },
          stepFailed,
        ],
      },
    },

    printingReceipt: {
      invoke: {
        src: 'printReceipt',
        input: ({ context }) => context,
        onDone: {
          target: 'validity',
          actions: assign(({ event }) => ({
            receipt: event.output === null ? ('printed' as const) : ('failed' as const),
            receiptFailure: event.output,
          })),
        },
      },
      on: { ...uninterrupted, ...cardMayGo },
    },

    failing: releasing({ target: 'failed', actions: ['forgetCard', 'forgetCertificate'] }),

    failed,

    ending: releasing({ target: 'ended', actions: ['forgetCard', 'forgetCertificate'] }),

    ended: { type: 'final' },
  },
}))

/** A new finding is a new receipt. */
function receiptAfter(judged: Extract<Judged, { ok: true }>): Pick<ValidityContext, 'receipt' | 'receiptFailure'> {
  return { receipt: judged.value.printerUsable ? 'offered' : 'unavailable', receiptFailure: null }
}

export function findingsOf({ userAuthentication, signature, cardValidity }: ValidityContext): Parameters<ValidityInput['steps']['printReceipt']>[0] {
  return { certificates: [userAuthentication, signature], card: cardValidity }
}

import { assign, fromPromise, setup, type DoneActorEvent } from 'xstate'
import type { Result } from '../../failures/result.ts'
import { once } from '../../once.ts'
import { cardActions, cardGuards } from '../card-parts.ts'
import { byTriesLeft, cardAwaited, cardStays, ends, exits, failed, lastTry, releasing } from '../card-states.ts'
import { failureOf, pinWasWrong, required, succeeded, triesCounted, uninterrupted } from '../machine-parts.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import { noTries } from '../pin/tries.ts'
import { startingContext, type IssuanceContext, type IssuanceInput } from './context.ts'

const stepFailed = {
  target: 'failing',
  actions: assign<IssuanceContext, DoneActorEvent<Result<unknown>>, undefined, ProcedureEvent, never>(({ event }) => failureOf(event.output)),
} as const

/**
 * 証明書の窓口交付 on the resident's side (seed 003), from the choice of a certificate to the 受付票.
 * Pure but for its invoked steps. Every exit passes `ending`, every failure `failing`: there the PIN is
 * zeroed, the card is powered off and what identified the resident is dropped.
 */
export const issuanceMachine = once(() => setup({
  types: {
    context: {} as IssuanceContext,
    events: {} as ProcedureEvent,
    input: {} as IssuanceInput,
  },
  actors: {
    openCard: fromPromise(({ input }: { input: IssuanceContext }) => input.steps.openCard()),
    verifyPin: fromPromise(({ input }: { input: IssuanceContext }) => input.steps.verifyPin(required(input.card), input.pin)),
    proveCard: fromPromise(({ input }: { input: IssuanceContext }) => input.steps.proveCard(required(input.card))),
    checkCertificate: fromPromise(({ input }: { input: IssuanceContext }) => input.steps.checkCertificate(required(input.proven).certificate)),
    findRecord: fromPromise(({ input }: { input: IssuanceContext }) => input.steps.findRecord(required(input.proven).identity)),
    register: fromPromise(({ input }: { input: IssuanceContext }) =>
      Promise.resolve(
        input.steps.register({
          offer: input.offer,
          include: input.include,
          copies: input.copies,
          purpose: input.purpose,
          applicant: required(input.applicant),
          residentIds: input.selected,
          verdict: required(input.verdict),
        }),
      ),
    ),
    printSlip: fromPromise(({ input }: { input: IssuanceContext }) => input.steps.printSlip(required(input.request))),
    release: fromPromise(({ input }: { input: IssuanceContext }) => {
      input.pin.wipe()
      return input.card ? input.card.release() : Promise.resolve()
    }),
  },
  actions: {
    ...cardActions((change) => assign<IssuanceContext, ProcedureEvent, undefined, ProcedureEvent, never>(change)),
    forgetResident: assign({ card: null, proven: null, verdict: null, applicant: null, selected: [], tries: noTries, wasWrong: false }),
    keepChoices: ({ context: { memory, include, purpose, copies } }) => {
      memory.certificateChoices = { include, purpose, copies }
    },
  },
  guards: cardGuards,
}).createMachine({
  id: 'certificate-issuance',
  context: ({ input }) => startingContext(input),
  initial: 'chooseOptions',
  on: exits,
  states: {
    chooseOptions: {
      on: {
        setOption: {
          guard: ({ context, event }) => context.rules.options.includes(event.option),
          actions: assign(({ context, event }) => ({
            include: context.rules.options.filter((option) => (option === event.option ? event.wanted : context.include.includes(option))),
            purpose: event.option === 'individualNumber' && !event.wanted ? null : context.purpose,
          })),
        },
        setPurpose: {
          guard: ({ context }) => context.include.includes('individualNumber'),
          actions: assign(({ event }) => ({ purpose: event.purpose })),
        },
        setCopies: {
          guard: ({ context, event }) => event.copies <= context.rules.maxCopies,
          actions: assign(({ event }) => ({ copies: event.copies })),
        },
        next: { guard: ({ context }) => !(context.include.includes('individualNumber') && context.purpose === null), target: 'placeCard' },
        back: { target: 'ending', actions: ['keepChoices', 'otherService'] },
      },
    },

    placeCard: {
      always: cardAwaited.always,
      on: {
        reader: cardAwaited.reader,
        back: { target: 'chooseOptions', actions: assign({ again: null }) },
      },
    },

    openingCard: {
      invoke: {
        src: 'openCard',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'choosingPin',
            actions: assign(({ event }) =>
              event.output.ok ? { card: event.output.value.card, tries: event.output.value.tries, again: null, wasWrong: false } : {},
            ),
          },
          stepFailed,
        ],
      },
      // Leaving now would lose the handle of a card that is just being opened; the step itself notices a pulled card.
      // The same in every step that has the card's ear: the PIN it is being given must not be zeroed under its hands.
      on: uninterrupted,
    },

    choosingPin: { always: byTriesLeft },

    lastTry: { ...lastTry('certificate-issuance'), on: { ...cardStays, back: 'steppingBack' } },

    enterPin: {
      on: {
        ...cardStays,
        pinDigit: { actions: assign(({ context, event }) => (context.pin.push(event.digit), { wasWrong: false })) },
        pinErase: { actions: assign(({ context }) => (context.pin.erase(), {})) },
        pinSubmit: { guard: ({ context }) => context.pin.complete, target: 'verifyingPin' },
        back: { target: 'steppingBack' },
      },
    },

    /** Back from the PIN: the card is let go, the choices stay. */
    steppingBack: releasing({ target: 'chooseOptions', actions: 'forgetResident' }),

    verifyingPin: {
      invoke: {
        src: 'verifyPin',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'provingCard' },
          {
            guard: pinWasWrong,
            target: 'choosingPin',
            actions: assign(({ context, event }) => triesCounted(context, event.output)),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    provingCard: {
      invoke: {
        src: 'proveCard',
        input: ({ context }) => context,
        onDone: [
          {
            guard: succeeded,
            target: 'checkingCertificate',
            actions: assign(({ event }) => (event.output.ok ? { proven: event.output.value } : {})),
          },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    checkingCertificate: {
      invoke: {
        src: 'checkCertificate',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'findingRecord', actions: assign(({ event }) => (event.output.ok ? { verdict: event.output.value } : {})) },
          stepFailed,
        ],
      },
      on: cardStays,
    },

    findingRecord: {
      invoke: {
        src: 'findRecord',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ context, event }) => event.output.ok && context.offer.extent === 'members',
            target: 'chooseMembers',
            actions: assign(({ event }) => (event.output.ok ? { applicant: event.output.value, selected: [event.output.value.residentId] } : {})),
          },
          {
            guard: succeeded,
            target: 'confirm',
            actions: assign(({ event }) =>
              event.output.ok
                ? { applicant: event.output.value, selected: event.output.value.household.members.map((member) => member.residentId) }
                : {},
            ),
          },
          stepFailed,
        ],
      },
      on: cardStays,
    },

    chooseMembers: {
      on: {
        ...cardStays,
        toggleMember: {
          guard: ({ context, event }) => memberOf(context, event.memberId) !== undefined,
          actions: assign(({ context, event }) => {
            const chosen = memberOf(context, event.memberId)
            const members = context.applicant?.household.members ?? []
            return {
              selected: members
                .map((member) => member.residentId)
                .filter((id) => (id === chosen ? !context.selected.includes(id) : context.selected.includes(id))),
            }
          }),
        },
        next: { guard: ({ context }) => context.selected.length > 0, target: 'confirm' },
        back: { target: 'steppingBack' },
      },
    },

    confirm: {
      on: {
        ...cardStays,
        confirm: { target: 'registering' },
        back: [{ guard: ({ context }) => context.offer.extent === 'members', target: 'chooseMembers' }, { target: 'steppingBack' }],
      },
    },

    registering: {
      invoke: {
        src: 'register',
        input: ({ context }) => context,
        onDone: [
          { guard: succeeded, target: 'lettingCardGo', actions: assign(({ event }) => (event.output.ok ? { request: event.output.value } : {})) },
          stepFailed,
        ],
      },
      on: uninterrupted,
    },

    /** The request is safe: whoever it is about is forgotten on this side before anything is printed. */
    lettingCardGo: releasing({ target: 'printingSlip', actions: 'forgetResident' }),

    printingSlip: {
      invoke: {
        src: 'printSlip',
        input: ({ context }) => context,
        onDone: { target: 'slip', actions: assign(({ event }) => ({ request: event.output.request, slipFailure: event.output.failure })) },
      },
      on: uninterrupted,
    },

    slip: {
      entry: assign({ outcome: 'completed' }),
      on: { next: 'ending', ...ends },
    },

    failing: releasing({ target: 'failed', actions: 'forgetResident' }),

    failed,

    ending: releasing({ target: 'ended', actions: 'forgetResident' }),

    ended: { type: 'final' },
  },
}))

/** Member tokens are positions in the household, so that no record number reaches the glass. */
export const memberToken = (index: number): string => `m${index}`

const memberOf = (context: IssuanceContext, token: string): string | undefined =>
  context.applicant?.household.members.find((_, index) => memberToken(index) === token)?.residentId

import { assign, fromPromise, setup } from 'xstate'
import type { FailureCode } from '../../../src-preload/contract.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import type { Result } from '../../failures/result.ts'
import { curedByCard, needsAnotherCard, nextAfter } from '../failure-next.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import { noTries, startingContext, type IssuanceContext, type IssuanceInput } from './context.ts'

const usableCard = (context: IssuanceContext, state: ReaderState): boolean => state.kind === 'card' && state.insertion !== context.refusedInsertion

/** The result of a step as the machine sees it. */
const failed = <T>(result: Result<T>): result is Extract<Result<T>, { ok: false }> => !result.ok

/**
 * 証明書の窓口交付 on the resident's side (seed 003), from the choice of a certificate to the 受付票.
 * Pure but for its invoked steps. Every exit passes `ending`, every failure `failing`: there the PIN is
 * zeroed, the card is powered off and what identified the resident is dropped.
 */
export const issuanceMachine = setup({
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
    releaseCard: fromPromise(({ input }: { input: IssuanceContext }) => {
      input.pin.wipe()
      return input.card ? input.card.release() : Promise.resolve()
    }),
  },
  actions: {
    noteReader: assign(({ event }) => (event.type === 'reader' ? { reader: event.state } : {})),
    forgetResident: assign({ card: null, proven: null, verdict: null, applicant: null, selected: [], tries: noTries, wasWrong: false }),
    keepChoices: ({ context: { memory, include, purpose, copies } }) => {
      memory.certificateChoices = { include, purpose, copies }
    },
    noteCardGone: assign({ failure: 'CARD-REMOVED' }),
  },
  guards: {
    cardGone: ({ event }) => event.type === 'reader' && event.state.kind !== 'card',
    cardUsable: ({ context, event }) => event.type === 'reader' && usableCard(context, event.state),
    cardAlreadyUsable: ({ context }) => usableCard(context, context.reader),
    purposeMissing: ({ context }) => context.include.includes('individualNumber') && context.purpose === null,
  },
}).createMachine({
  id: 'certificate-issuance',
  context: ({ input }) => startingContext(input),
  initial: 'chooseOptions',
  on: {
    reader: { actions: 'noteReader' },
    stop: { target: '.ending', actions: assign({ outcome: 'stopped' }) },
    idle: { target: '.ending', actions: assign({ outcome: 'idle' }) },
    staffEnd: { target: '.ending', actions: assign({ outcome: 'staff' }) },
  },
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
        back: { target: 'ending', actions: ['keepChoices', assign({ outcome: 'otherService' })] },
      },
    },

    placeCard: {
      always: { guard: 'cardAlreadyUsable', target: 'openingCard' },
      on: {
        reader: [
          { guard: 'cardUsable', target: 'openingCard', actions: 'noteReader' },
          { actions: ['noteReader', assign(({ context, event }) => ({ refusedInsertion: event.state.kind === 'card' ? context.refusedInsertion : null }))] },
        ],
        back: { target: 'chooseOptions', actions: assign({ again: null }) },
      },
    },

    openingCard: {
      invoke: {
        src: 'openCard',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => failed(event.output), target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
          {
            target: 'choosingPin',
            actions: assign(({ event }) => (event.output.ok ? { card: event.output.value.card, tries: event.output.value.tries, again: null, wasWrong: false } : {})),
          },
        ],
      },
      // Leaving now would lose the handle of a card that is just being opened; the step itself notices a pulled card.
      // The same in every step that has the card's ear: the PIN it is being given must not be zeroed under its hands.
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    choosingPin: {
      always: [{ guard: ({ context }) => context.tries.left <= 1, target: 'lastTry' }, { target: 'enterPin' }],
    },

    lastTry: {
      initial: 'ask',
      on: { reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }], back: { target: 'steppingBack' } },
      states: {
        ask: {
          on: {
            tryLastTime: [
              { guard: ({ context }) => context.rules.lastTry === 'staff', target: 'waitingForStaff' },
              { target: '#certificate-issuance.failing', actions: assign({ failure: 'PIN-LAST-TRY-DECLINED' }) },
            ],
          },
        },
        waitingForStaff: {
          on: {
            lastTryDecided: [
              { guard: ({ event }) => event.allow, target: '#certificate-issuance.enterPin' },
              { target: '#certificate-issuance.failing', actions: assign({ failure: 'PIN-LAST-TRY-DECLINED' }) },
            ],
          },
        },
      },
    },

    enterPin: {
      on: {
        reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
        pinDigit: { actions: assign(({ context, event }) => (context.pin.push(event.digit), { wasWrong: false })) },
        pinErase: { actions: assign(({ context }) => (context.pin.erase(), {})) },
        pinSubmit: { guard: ({ context }) => context.pin.complete, target: 'verifyingPin' },
        back: { target: 'steppingBack' },
      },
    },

    /** Back from the PIN: the card is let go, the choices stay. */
    steppingBack: {
      invoke: { src: 'releaseCard', input: ({ context }) => context, onDone: { target: 'chooseOptions', actions: 'forgetResident' } },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    verifyingPin: {
      invoke: {
        src: 'verifyPin',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'provingCard' },
          {
            guard: ({ event }) => !event.output.ok && event.output.failure.code === 'PIN-WRONG' && event.output.triesLeft !== null,
            target: 'choosingPin',
            actions: assign(({ context, event }) => ({ tries: { left: event.output.triesLeft ?? 0, max: context.tries.max }, wasWrong: true })),
          },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    provingCard: {
      invoke: {
        src: 'proveCard',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'checkingCertificate', actions: assign(({ event }) => (event.output.ok ? { proven: event.output.value } : {})) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    checkingCertificate: {
      invoke: {
        src: 'checkCertificate',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'findingRecord', actions: assign(({ event }) => (event.output.ok ? { verdict: event.output.value } : {})) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: { reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }] },
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
            guard: ({ event }) => event.output.ok,
            target: 'confirm',
            actions: assign(({ event }) =>
              event.output.ok ? { applicant: event.output.value, selected: event.output.value.household.members.map((member) => member.residentId) } : {},
            ),
          },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: { reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }] },
    },

    chooseMembers: {
      on: {
        reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
        toggleMember: {
          guard: ({ context, event }) => memberOf(context, event.memberId) !== undefined,
          actions: assign(({ context, event }) => {
            const chosen = memberOf(context, event.memberId)
            const members = context.applicant?.household.members ?? []
            return {
              selected: members.map((member) => member.residentId).filter((id) => (id === chosen ? !context.selected.includes(id) : context.selected.includes(id))),
            }
          }),
        },
        next: { guard: ({ context }) => context.selected.length > 0, target: 'confirm' },
        back: { target: 'steppingBack' },
      },
    },

    confirm: {
      on: {
        reader: [{ guard: 'cardGone', target: 'failing', actions: ['noteReader', 'noteCardGone'] }, { actions: 'noteReader' }],
        confirm: { target: 'registering' },
        back: [{ guard: ({ context }) => context.offer.extent === 'members', target: 'chooseMembers' }, { target: 'steppingBack' }],
      },
    },

    registering: {
      invoke: {
        src: 'register',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'lettingCardGo', actions: assign(({ event }) => (event.output.ok ? { request: event.output.value } : {})) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    /** The request is safe: whoever it is about is forgotten on this side before anything is printed. */
    lettingCardGo: {
      invoke: { src: 'releaseCard', input: ({ context }) => context, onDone: { target: 'printingSlip', actions: 'forgetResident' } },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    printingSlip: {
      invoke: {
        src: 'printSlip',
        input: ({ context }) => context,
        onDone: { target: 'slip', actions: assign(({ event }) => ({ request: event.output.request, slipFailure: event.output.failure })) },
      },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    slip: {
      entry: assign({ outcome: 'completed' }),
      on: {
        next: 'ending',
        stop: 'ending',
        idle: 'ending',
        staffEnd: 'ending',
      },
    },

    failing: {
      invoke: { src: 'releaseCard', input: ({ context }) => context, onDone: { target: 'failed', actions: 'forgetResident' } },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    failed: {
      entry: assign(({ context }) => ({
        outcome: 'failed',
        refusedInsertion: context.failure !== null && needsAnotherCard(context.failure) && context.reader.kind === 'card' ? context.reader.insertion : null,
      })),
      on: {
        // The card being put back is the remedy itself; nobody should have to press a button as well.
        reader: [
          {
            guard: ({ context, event }) => context.failure !== null && curedByCard(context.failure) && event.state.kind === 'card' && context.reader.kind !== 'card',
            target: 'placeCard',
            actions: ['noteReader', assign(({ context }) => ({ again: context.failure, refusedInsertion: null }))],
          },
          { actions: 'noteReader' },
        ],
        next: [
          {
            guard: ({ context }) => context.failure !== null && nextAfter(context.failure) === 'again',
            target: 'placeCard',
            actions: assign(({ context }) => ({ again: context.failure })),
          },
          { target: 'ending' },
        ],
        stop: 'ending',
        idle: 'ending',
        staffEnd: 'ending',
      },
    },

    ending: {
      invoke: { src: 'releaseCard', input: ({ context }) => context, onDone: { target: 'ended', actions: 'forgetResident' } },
      on: { stop: undefined, idle: undefined, staffEnd: undefined },
    },

    ended: { type: 'final' },
  },
})

function required<T>(value: T | null): T {
  if (value === null) throw new Error('the machine reached a step without what the step needs')
  return value
}

const failureOf = (result: Result<unknown>): { failure: FailureCode } => ({ failure: result.ok ? 'INTERNAL' : result.failure.code })

/** Member tokens are positions in the household, so that no record number reaches the glass. */
export const memberToken = (index: number): string => `m${index}`

const memberOf = (context: IssuanceContext, token: string): string | undefined =>
  context.applicant?.household.members.find((_, index) => memberToken(index) === token)?.residentId

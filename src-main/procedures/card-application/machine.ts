import { assign, fromCallback, fromPromise, setup } from 'xstate'
import type { ChosenPhoto } from '../../../src-preload/contract.ts'
import { formIdInScan, isFormId } from '../../applications/rules/form-id.ts'
import type { Result } from '../../failures/result.ts'
import { once } from '../../once.ts'
import { failureOf, required, uninterrupted } from '../machine-parts.ts'
import type { ProcedureEvent } from '../resident-procedure.ts'
import {
  afterDetails,
  afterWishes,
  birthDateGiven,
  hasExpress,
  isBirthDate,
  isPhotoAsked,
  isPhotoNeeded,
  isSignatureAllowed,
  kindChosen,
  photoKept,
  startingContext,
  type ApplicationContext,
  type ApplicationInput,
  type Question,
} from './context.ts'

type ApplicationMachineEvent = ProcedureEvent | { readonly type: 'photoJudged'; readonly confirmed: boolean }
type PhotoInput = Pick<ApplicationContext, 'steps' | 'applicationId'> & { readonly photo: ChosenPhoto }

const formIdLength = 23

const codeOf = (result: Result<unknown>): string => (result.ok ? '' : result.failure.code)
const goesTo = <const Target extends Question>(target: Target) => ({ guard: ({ context }: { context: ApplicationContext }) => context.after === target, target })
/** A clerk's draft in which not even the birth date stands yet has nothing for the resident to confirm. */
const afterPhoto = [{ guard: ({ context }: { context: ApplicationContext }) => context.facts.birthDate !== null, target: 'confirm' }, { target: 'finishing' }] as const
const isRefused = ({ event }: { event: { output: Result<unknown> } }): boolean => !event.output.ok

/**
 * 個人番号カード交付申請 by the resident (reference counter-procedures §A). Every answer is kept, sealed, before the next
 * question: a crash loses none, and leaves the application to the staff. Who stops or walks away leaves nothing behind.
 * The picture passes through and is never part of the context.
 */
export const applicationMachine = once(() => setup({
  types: { context: {} as ApplicationContext, events: {} as ApplicationMachineEvent, input: {} as ApplicationInput },
  actors: {
    take: fromPromise(({ input }: { input: ApplicationContext }) => input.steps.take(required(input.applicationId))),
    save: fromPromise(({ input }: { input: ApplicationContext }) => input.steps.save(input.applicationId, input.facts)),
    checkForm: fromPromise(({ input }: { input: ApplicationContext }) => input.steps.checkForm(required(input.applicationId), input.digits)),
    keepPhoto: fromPromise(({ input }: { input: PhotoInput }) => input.steps.keepPhoto(required(input.applicationId), input.photo)),
    finish: fromPromise(({ input }: { input: ApplicationContext }) => input.steps.finish(required(input.applicationId), input.facts)),
    printSlip: fromPromise(({ input }: { input: ApplicationContext }) => input.steps.printSlip(required(input.finished))),
    end: fromPromise(({ input }: { input: ApplicationContext }) => {
      const { applicationId, finished, given, outcome, steps } = input
      if (applicationId === null || finished !== null) return Promise.resolve(null)
      return steps.end(applicationId, given !== null || outcome === 'staff' || outcome === 'failed' ? 'resident' : 'giveUp')
    }),
    watchPhoto: fromCallback<ApplicationMachineEvent, ApplicationContext>(({ input, sendBack }) =>
      input.steps.whenPhotoJudged(required(input.applicationId), (confirmed) => {
        sendBack({ type: 'photoJudged', confirmed })
      }),
    ),
  },
}).createMachine({
  id: 'card-application',
  context: ({ input }) => startingContext(input),
  initial: 'beginning',
  on: {
    stop: { target: '.ending', actions: assign({ outcome: 'stopped' }) },
    idle: { target: '.ending', actions: assign({ outcome: 'idle' }) },
    staffEnd: { target: '.ending', actions: assign({ outcome: 'staff' }) },
  },
  states: {
    beginning: { always: [{ guard: ({ context }) => context.given !== null, target: 'taking' }, { target: 'kind' }] },

    taking: {
      invoke: {
        src: 'take',
        input: ({ context }) => context,
        onDone: [
          { guard: isRefused, target: 'failed', actions: assign(({ event }) => failureOf(event.output)) },
          { guard: ({ context }) => isPhotoAsked(context), target: 'photoAsk' },
          { target: 'photo' },
        ],
      },
      on: uninterrupted,
    },

    kind: {
      on: {
        chooseApplicationKind: [
          { guard: ({ context, event }) => !context.rules.offered.kinds.includes(event.application) },
          { guard: ({ context, event }) => hasExpress(context, event.application), target: 'express', actions: assign(({ context, event }) => kindChosen(context, event.application)) },
          { target: 'saving', actions: assign(({ context, event }) => kindChosen(context, event.application)) },
        ],
        back: { target: 'ending', actions: assign({ outcome: 'otherService' }) },
      },
    },

    express: {
      on: {
        chooseExpress: {
          guard: ({ context, event }) => event.ground === null || expressFits(context, event.ground),
          target: 'saving',
          actions: assign(({ context, event }) => ({
            facts: { ...context.facts, express: event.ground === null ? null : { ground: event.ground, since: null, withBirthReport: false } },
            after: 'form' as const,
          })),
        },
        back: 'kind',
      },
    },

    form: {
      on: {
        applicationDigit: {
          guard: ({ context }) => !context.scanned && context.digits.length < formIdLength,
          actions: assign(({ context, event }) => ({ digits: context.digits + event.digit, formRefused: null })),
        },
        applicationErase: {
          actions: assign(({ context }) => ({ digits: context.scanned ? '' : context.digits.slice(0, -1), scanned: false, formRefused: null })),
        },
        applicationFormId: [
          {
            guard: ({ context, event }) => formIdInScan(event.text, context.rules.application) !== null,
            target: 'checkingForm',
            actions: assign(({ context, event }) => ({ digits: formIdInScan(event.text, context.rules.application) ?? '', scanned: true, formRefused: null })),
          },
          { actions: assign({ digits: '', scanned: false, formRefused: 'notAForm' }) },
        ],
        next: [
          { guard: ({ context }) => isFormId(context.digits), target: 'checkingForm' },
          { actions: assign({ formRefused: 'incomplete' }) },
        ],
        applicationWithoutForm: {
          target: 'saving',
          actions: assign(({ context }) => ({ facts: { ...context.facts, formId: null, movedSinceForm: null }, digits: '', scanned: false, formRefused: null, after: 'birthDate' as const })),
        },
        back: [{ guard: ({ context }) => hasExpress(context, context.facts.kind), target: 'express' }, { target: 'kind' }],
      },
    },

    checkingForm: {
      invoke: {
        src: 'checkForm',
        input: ({ context }) => context,
        onDone: [
          { guard: isRefused, target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
          {
            guard: ({ event }) => event.output.ok && event.output.value === 'used',
            target: 'form',
            actions: assign({ digits: '', scanned: false, formRefused: 'used' }),
          },
          {
            // The municipality's own record says that the person moved after the form was given out.
            guard: ({ event }) => event.output.ok && event.output.value === 'stale',
            target: 'form',
            actions: assign({ digits: '', scanned: false, formRefused: 'stale' }),
          },
          { target: 'moved', actions: assign(({ context }) => ({ facts: { ...context.facts, formId: context.digits, movedSinceForm: null } })) },
        ],
      },
      on: uninterrupted,
    },

    moved: {
      on: {
        applicationMoved: [
          {
            // The form from before the move is void, whatever else is on it (reference counter-procedures §A.2).
            guard: ({ event }) => event.moved,
            target: 'form',
            actions: assign(({ context }) => ({ facts: { ...context.facts, formId: null, movedSinceForm: null }, digits: '', scanned: false, formRefused: 'stale' as const })),
          },
          { target: 'saving', actions: assign(({ context }) => ({ facts: { ...context.facts, movedSinceForm: false }, after: 'birthDate' as const })) },
        ],
        back: 'form',
      },
    },

    birthDate: {
      on: {
        applicationBirthDate: [
          { guard: ({ context, event }) => isBirthDate(event.date, context.today), target: 'saving', actions: assign(({ context, event }) => birthDateGiven(context, event.date)) },
          { actions: assign({ birthDateRefused: true }) },
        ],
        back: [{ guard: ({ context }) => context.facts.formId !== null, target: 'moved' }, { target: 'form' }],
      },
    },

    wishes: {
      on: {
        setWish: {
          guard: ({ context, event }) => !(event.wish === 'signature' && event.wanted && !isSignatureAllowed(context)),
          actions: assign(({ context, event }) => ({
            facts:
              event.wish === 'braille' || event.wish === 'formerName'
                ? { ...context.facts, [event.wish]: event.wanted }
                : { ...context.facts, certificates: { ...context.facts.certificates, [event.wish]: event.wanted } },
          })),
        },
        next: { target: 'saving', actions: assign(({ context }) => ({ after: afterWishes(context) })) },
        back: 'birthDate',
      },
    },

    collection: {
      on: {
        chooseCollection: {
          guard: ({ context, event }) => context.rules.offered.collections.includes(event.collection),
          target: 'saving',
          actions: assign(({ context, event }) => ({ facts: { ...context.facts, collection: event.collection }, after: afterDetails(context) })),
        },
        back: 'wishes',
      },
    },

    saving: {
      invoke: {
        src: 'save',
        input: ({ context }) => context,
        onDone: { target: 'saved', actions: assign(({ event }) => (event.output.ok ? { applicationId: event.output.value } : failureOf(event.output))) },
      },
      on: uninterrupted,
    },

    saved: {
      always: [
        { guard: ({ context }) => context.failure !== null, target: 'failing' },
        goesTo('form'),
        goesTo('birthDate'),
        goesTo('wishes'),
        goesTo('collection'),
        goesTo('photo'),
        goesTo('photoAsk'),
        { target: 'confirm' },
      ],
    },

    photo: {
      exit: assign({ photoRefused: null }),
      on: {
        photoChosen: { guard: ({ context, event }) => event.source === 'camera' || context.rules.offered.photoFile, target: 'keepingPhoto' },
        // Without a camera, or without a photo that is wanted: a clerk takes it.
        next: [{ guard: ({ context }) => isPhotoAsked(context), target: 'photoAsk' }, ...afterPhoto],
        back: [
          { guard: ({ context }) => context.given !== null },
          { guard: ({ context }) => context.rules.offered.collections.length > 1, target: 'collection' },
          { target: 'wishes' },
        ],
      },
    },

    keepingPhoto: {
      invoke: {
        src: 'keepPhoto',
        input: ({ context: { steps, applicationId }, event }) => ({ steps, applicationId, photo: chosenPhotoOf(event) }),
        onDone: [
          { guard: ({ event }) => event.output.ok, target: 'photoTaken', actions: assign(({ context, event }) => (event.output.ok ? photoKept(context, event.output.value) : {})) },
          { guard: ({ event }) => codeOf(event.output).startsWith('PHOTO-'), target: 'photo', actions: assign(({ event }) => ({ photoRefused: failureOf(event.output).failure })) },
          { target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
        ],
      },
      on: uninterrupted,
    },

    photoTaken: { always: [{ guard: ({ context }) => isPhotoAsked(context), target: 'photoAsk' }, ...afterPhoto] },

    photoAsk: {
      invoke: { src: 'watchPhoto', input: ({ context }) => context },
      on: {
        photoJudged: [
          { guard: ({ event }) => !event.confirmed, actions: assign({ photo: null, photoNotAccepted: true }) },
          ...afterPhoto,
        ],
        next: [{ guard: ({ context }) => context.photo === null }, ...afterPhoto],
        photoAgain: 'photo',
        back: 'photo',
      },
    },

    confirm: {
      on: {
        confirm: 'finishing',
        back: [
          { guard: ({ context }) => isPhotoNeeded(context) && isPhotoAsked(context), target: 'photoAsk' },
          { guard: ({ context }) => isPhotoNeeded(context), target: 'photo' },
          { guard: ({ context }) => context.rules.offered.collections.length > 1, target: 'collection' },
          { target: 'wishes' },
        ],
      },
    },

    finishing: {
      invoke: {
        src: 'finish',
        input: ({ context }) => context,
        onDone: [
          { guard: isRefused, target: 'failing', actions: assign(({ event }) => failureOf(event.output)) },
          { target: 'printing', actions: assign(({ event }) => (event.output.ok ? { finished: event.output.value } : {})) },
        ],
      },
      on: uninterrupted,
    },

    printing: {
      invoke: { src: 'printSlip', input: ({ context }) => context, onDone: { target: 'slip', actions: assign(({ event }) => ({ slipFailure: event.output })) } },
      on: uninterrupted,
    },

    slip: {
      entry: assign({ outcome: 'completed' }),
      on: { next: 'ending', stop: 'ending', idle: 'ending', staffEnd: 'ending' },
    },

    /** What was answered is left to the staff; where even that can't be written down, the next start does it. */
    failing: {
      entry: assign({ outcome: 'failed' }),
      invoke: { src: 'end', input: ({ context }) => context, onDone: 'failed' },
      on: uninterrupted,
    },

    failed: {
      entry: assign({ outcome: 'failed', applicationId: null }),
      on: { next: 'ending', stop: 'ending', idle: 'ending', staffEnd: 'ending' },
    },

    ending: {
      invoke: {
        src: 'end',
        input: ({ context }) => context,
        onDone: {
          target: 'ended',
          actions: assign(({ event }) => (event.output === null || event.output.ok ? {} : { outcome: 'failed' as const, ...failureOf(event.output) })),
        },
      },
      on: uninterrupted,
    },

    ended: { type: 'final' },
  },
}))

function expressFits({ rules, facts }: ApplicationContext, ground: keyof ApplicationInput['rules']['application']['express']): boolean {
  return rules.application.express[ground].kinds.includes(facts.kind)
}

function chosenPhotoOf(event: ApplicationMachineEvent): ChosenPhoto {
  if (event.type !== 'photoChosen') throw new Error('a photo is kept when one was chosen')
  const { jpeg, findings, source } = event
  return { jpeg, findings, source }
}

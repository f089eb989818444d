import type { SnapshotFrom } from 'xstate'
import type { PinKind, ProcedureStep, ResidentScreen, ResidentSnapshot } from '../../../src-preload/contract.ts'
import type { CardWorkTask } from '../card-cases/card-work-task.ts'
import type { ScreenView } from '../resident-procedure.ts'
import { can, enteredView, failedView, newPinView, placeCardView, stepsOf, working } from '../view-parts.ts'
import { toChoose, toEnter, type CardWorkContext } from './context.ts'
import { entryOf, padOf, type cardWorkMachine } from './machine.ts'

type Snapshot = SnapshotFrom<typeof cardWorkMachine>

/** Only the steps that this task has. */
function stepsFor({ enter, choose }: CardWorkTask): (step: ProcedureStep) => ResidentSnapshot['progress'] {
  return stepsOf(['card', ...(enter.length > 0 ? (['pin'] as const) : []), ...(choose.length > 0 ? (['newPin'] as const) : []), 'result'])
}

function workScreen(context: CardWorkContext, phase: Extract<ResidentScreen, { kind: 'cardWork' }>['phase'], pins: readonly PinKind[]): ResidentScreen {
  return { kind: 'cardWork', work: context.task.kind, phase, pins: [...pins], cardPresent: context.reader.kind === 'card' }
}

/** The machine's state as the glass may show it: counts, never characters. */
export function cardWorkView(snapshot: Snapshot): ScreenView {
  const { context } = snapshot
  const { task, done } = context
  const at = stepsFor(task)
  if (snapshot.matches('explain')) {
    return { screen: workScreen(context, 'explain', [...new Set([...task.enter, ...task.choose])]), progress: at('card'), can: can(false, true, true) }
  }
  if (snapshot.matches('placeCard')) return { ...placeCardView(context.reader, context.again, at('card')), can: can(false, true, false) }
  const pin = toEnter(context)
  if (snapshot.matches('enterPin') && pin !== null) {
    const pad = padOf(context)
    return {
      screen: { kind: 'enterPin', pin, asking: 'present', ...enteredView(pad), triesLeft: context.tries.left, maxTries: context.tries.max, wasWrong: context.wasWrong },
      progress: at('pin'),
      can: can(false, true, pad.complete),
    }
  }
  if (snapshot.matches('lastTry') && pin !== null) {
    const state = snapshot.matches({ lastTry: 'waitingForStaff' }) ? 'waitingForStaff' : 'ask'
    return { screen: { kind: 'lastTry', pin, state }, progress: at('pin'), can: can(false, true, false) }
  }
  const newPin = toChoose(context)
  if (snapshot.matches('enterNewPin') && newPin !== null) {
    const entry = entryOf(context)
    return { ...newPinView(newPin, entry, at('newPin')), can: can(entry.phase === 'repeat' || context.chosen > 0, true, entry.complete) }
  }
  if (snapshot.matches('done')) {
    const before = done?.pins === 'setBefore'
    return { screen: workScreen(context, before ? 'doneBefore' : 'done', done?.pins === 'none' ? [] : task.choose), progress: at('result'), can: can(false, false, true) }
  }
  if (snapshot.matches('failed')) return failedView(context.failure ?? 'INTERNAL', context.reader.kind === 'card')
  if (snapshot.matches('proving')) return working('provingCard', at('card'))
  if (snapshot.matches('verifying')) return working('verifyingPin', at('pin'))
  if (snapshot.matches('performing') || snapshot.matches('finishing') || snapshot.matches('lettingCardGo')) return working('orderingIssuer', at('result'), 60)
  return working('openingCard', at('card'))
}

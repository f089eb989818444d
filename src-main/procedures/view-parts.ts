import type { FailureCode, PinKind, ProcedureStep, ResidentScreen, ResidentSnapshot } from '../../src-preload/contract.ts'
import type { ReaderState } from '../card/card-reader.ts'
import { nextAfter, shownToResident } from './failure-next.ts'
import type { KeyPad } from './pin/key-pad.ts'
import type { NewPinEntry } from './pin/new-pin-entry.ts'
import type { ScreenView } from './resident-procedure.ts'

export const can = (back: boolean, stop: boolean, next: boolean): ResidentSnapshot['can'] => ({ back, stop, next })

/** The view of a procedure with these steps. */
export function stepsOf(steps: readonly ProcedureStep[]): (step: ProcedureStep) => ResidentSnapshot['progress'] {
  return (step) => ({ steps: [...steps], current: steps.indexOf(step) })
}

export function readerView(state: ReaderState): Extract<ResidentScreen, { kind: 'placeCard' }>['reader'] {
  switch (state.kind) {
    case 'noService':
    case 'noReader':
    case 'restarting':
      return state.kind
    case 'noCard':
    case 'muteCard':
    case 'card':
      return 'ready'
  }
}

/** `expectedSeconds` is told to the resident when it is over ten. */
export function working(activity: Extract<ResidentScreen, { kind: 'working' }>['activity'], progress: ResidentSnapshot['progress'], expectedSeconds = 3): ScreenView {
  return { screen: { kind: 'working', activity, expectedSeconds }, progress, can: can(false, false, false) }
}

export function placeCardView(reader: ReaderState, again: FailureCode | null, progress: ResidentSnapshot['progress']): ScreenView {
  return { screen: { kind: 'placeCard', reader: readerView(reader), again: again === null ? null : shownToResident(again) }, progress, can: can(true, true, false) }
}

export function failedView(failure: FailureCode, cardPresent: boolean): ScreenView {
  return { screen: { kind: 'failed', failure: shownToResident(failure), next: nextAfter(failure), cardPresent }, progress: null, can: can(false, true, true) }
}

/** How much of a PIN is there and what it may look like. */
export function enteredView(pin: KeyPad): { entered: number; minLength: number; maxLength: number; alphabet: 'digits' | 'digitsAndCapitals' } {
  return { entered: pin.entered, ...pin.shape }
}

/** A new PIN is chosen; "back" leads from the repeat to the first. */
export function newPinView(pin: PinKind, entry: NewPinEntry, progress: ResidentSnapshot['progress']): ScreenView {
  return {
    screen: { kind: 'enterNewPin', pin, phase: entry.phase, ...enteredView(entry), refused: entry.refused },
    progress,
    can: can(true, true, entry.complete),
  }
}

import type { SnapshotFrom } from 'xstate'
import type { ResidentScreen } from '../../../src-preload/contract.ts'
import { pinKinds } from '../../issuer/issuer-terminal.ts'
import type { ScreenView } from '../resident-procedure.ts'
import { can, enteredView, failedView, newPinView, placeCardView, stepsOf, working } from '../view-parts.ts'
import type { PinChangeContext } from './context.ts'
import type { pinChangeMachine } from './machine.ts'

type Snapshot = SnapshotFrom<typeof pinChangeMachine>

const at = stepsOf(['card', 'choosePin', 'pin', 'newPin', 'result'])

type PinRow = Extract<ResidentScreen, { kind: 'choosePin' }>['pins'][number]

function pinRows({ overview, changed }: PinChangeContext): PinRow[] {
  return pinKinds.map((pin) => {
    const tries = overview?.pins[pin] ?? null
    const state = tries === null ? 'absent' : tries.left === 0 ? 'blocked' : 'usable'
    return { pin, state, triesLeft: tries?.left ?? 0, maxTries: tries?.max ?? 0, changed: changed.includes(pin) }
  })
}

/** The machine's state as the glass may show it: counts, never characters. */
export function pinChangeView(snapshot: Snapshot): ScreenView {
  const { context } = snapshot
  const { secrets, unfinished } = context
  const pin = secrets.kind
  const cardPresent = context.reader.kind === 'card'
  const mayGoBack = context.asking !== 'whichHolds'
  if (snapshot.matches('placeCard')) {
    const view = placeCardView(context.reader, context.again, at('card'))
    return unfinished === null ? view : { ...view, can: can(false, true, false) }
  }
  if (snapshot.matches('choosePin')) return { screen: { kind: 'choosePin', pins: pinRows(context) }, progress: at('choosePin'), can: can(true, true, false) }
  if (snapshot.matches('enterPin')) {
    return {
      screen: {
        kind: 'enterPin',
        pin,
        asking: context.asking,
        ...enteredView(secrets.pad),
        triesLeft: context.tries.left,
        maxTries: context.tries.max,
        wasWrong: context.wasWrong,
      },
      progress: at('pin'),
      can: can(mayGoBack, true, secrets.pad.complete),
    }
  }
  if (snapshot.matches('lastTry')) {
    const state = snapshot.matches({ lastTry: 'waitingForStaff' }) ? 'waitingForStaff' : 'ask'
    return { screen: { kind: 'lastTry', pin, state }, progress: at('pin'), can: can(mayGoBack, true, false) }
  }
  if (snapshot.matches('enterNewPin')) return newPinView(pin, secrets.next, at('newPin'))
  if (snapshot.matches('changed') || snapshot.matches('changedWithoutCard')) {
    const more = pinRows(context).some((row) => row.state === 'usable' && !row.changed)
    return { screen: { kind: 'pinChanged', pin, more, cardPresent }, progress: at('result'), can: can(false, false, true) }
  }
  if (snapshot.matches('partlyChanged') || snapshot.matches('partlyAway') || snapshot.matches('lettingCardGo')) {
    const stuck = unfinished?.stuck === true
    const next = stuck ? 'staff' : snapshot.matches('partlyChanged') ? 'repair' : 'placeCard'
    return { screen: { kind: 'pinPartlyChanged', pin, next }, progress: at('result'), can: can(false, true, stuck) }
  }
  if (snapshot.matches('failed')) return failedView(context.failure ?? 'INTERNAL', cardPresent)
  if (snapshot.matches('verifying') || snapshot.matches('countingTries')) return working('verifyingPin', at('pin'))
  if (snapshot.matches('findingFacts')) return working('findingRecord', at('pin'))
  if (snapshot.matches('changing') || snapshot.matches('repairing')) return working('changingPin', at('newPin'), 5)
  return working('openingCard', at('card'))
}

import type { SnapshotFrom } from 'xstate'
import type { ScreenView } from '../resident-procedure.ts'
import { can, enteredView, failedView, placeCardView, stepsOf, working } from '../view-parts.ts'
import { findingsOf, type validityMachine } from './machine.ts'

type Snapshot = SnapshotFrom<typeof validityMachine>

const at = stepsOf(['card', 'check', 'result'])

/** The machine's state as the glass may show it. */
export function validityView(snapshot: Snapshot): ScreenView {
  const { context } = snapshot
  const cardPresent = context.reader.kind === 'card'
  if (snapshot.matches('placeCard')) return placeCardView(context.reader, context.again, at('card'))
  if (snapshot.matches('validity')) {
    const { certificates, card } = findingsOf(context)
    return {
      screen: { kind: 'validity', certificates: [...certificates], card, receipt: context.receipt, receiptFailure: context.receiptFailure, cardPresent },
      progress: at('result'),
      can: can(true, false, true),
    }
  }
  if (snapshot.matches('enterPin')) {
    return {
      screen: {
        kind: 'enterPin',
        pin: 'signature',
        asking: 'present',
        ...enteredView(context.password),
        triesLeft: context.tries.left,
        maxTries: context.tries.max,
        wasWrong: context.wasWrong,
      },
      progress: at('check'),
      can: can(true, true, context.password.complete),
    }
  }
  if (snapshot.matches('lastTry')) {
    const state = snapshot.matches({ lastTry: 'waitingForStaff' }) ? 'waitingForStaff' : 'ask'
    return { screen: { kind: 'lastTry', pin: 'signature', state }, progress: at('check'), can: can(true, true, false) }
  }
  if (snapshot.matches('failed')) return failedView(context.failure ?? 'INTERNAL', cardPresent)
  if (snapshot.matches('verifyingPassword')) return working('verifyingPin', at('check'))
  if (snapshot.matches('printingReceipt')) return working('printingReceipt', at('result'), 10)
  if (snapshot.matches('openingCard') || snapshot.matches('askingForCardAgain')) return working('openingCard', at('card'))
  return working('checkingCertificate', at('check'))
}

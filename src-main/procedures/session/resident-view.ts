import type { SnapshotFrom } from 'xstate'
import type { FailureCode, OrderView, ProcedureStep, ResidentScreen, ResidentSnapshot } from '../../../src-preload/contract.ts'
import type { ReaderState } from '../../card/card-reader.ts'
import { nextAfter, shownToResident } from '../certificate-issuance/failure-next.ts'
import type { IssuanceContext } from '../certificate-issuance/context.ts'
import { memberToken, type issuanceMachine } from '../certificate-issuance/machine.ts'

type Snapshot = SnapshotFrom<typeof issuanceMachine>

/** Everything of a snapshot that depends on where the procedure is. */
export type ScreenView = Pick<ResidentSnapshot, 'screen' | 'progress' | 'can'>

const steps: ProcedureStep[] = ['choose', 'card', 'pin', 'confirm', 'slip']
const at = (step: ProcedureStep): ResidentSnapshot['progress'] => ({ steps, current: steps.indexOf(step) })

const can = (back: boolean, stop: boolean, next: boolean): ResidentSnapshot['can'] => ({ back, stop, next })

function orderView(context: IssuanceContext): OrderView {
  if (!context.offer) throw new Error('no certificate chosen')
  return {
    service: context.offer.service,
    extent: context.offer.extent,
    include: [...context.include],
    purpose: context.purpose,
    copies: context.copies,
    fee: context.offer.fee * context.copies,
  }
}

function readerView(state: ReaderState): Extract<ResidentScreen, { kind: 'placeCard' }>['reader'] {
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

const working = (activity: Extract<ResidentScreen, { kind: 'working' }>['activity'], step: ProcedureStep, expectedSeconds = 3): ScreenView => ({
  screen: { kind: 'working', activity, expectedSeconds },
  progress: at(step),
  can: can(false, false, false),
})

/** The machine's state as the glass may show it: codes and counts, names only where they must be checked. */
export function screenView(snapshot: Snapshot): ScreenView {
  const context = snapshot.context
  const cardPresent = context.reader.kind === 'card'
  if (snapshot.matches('chooseService')) {
    return { screen: { kind: 'chooseService', services: context.rules.offers.map(({ service, fee }) => ({ service, fee })) }, progress: at('choose'), can: can(true, true, false) }
  }
  if (snapshot.matches('chooseOptions')) {
    const purposeNeeded = context.include.includes('individualNumber') && context.purpose === null
    return {
      screen: { kind: 'chooseOptions', order: orderView(context), available: [...context.rules.options], maxCopies: context.rules.maxCopies, purposeNeeded },
      progress: at('choose'),
      can: can(true, true, !purposeNeeded),
    }
  }
  if (snapshot.matches('placeCard')) {
    return { screen: { kind: 'placeCard', reader: readerView(context.reader), again: shown(context.again) }, progress: at('card'), can: can(true, true, false) }
  }
  if (snapshot.matches('enterPin')) {
    return {
      screen: { kind: 'enterPin', entered: context.pin.entered, length: context.pin.length, triesLeft: context.tries.left, maxTries: context.tries.max, wasWrong: context.wasWrong },
      progress: at('pin'),
      can: can(true, true, context.pin.complete),
    }
  }
  if (snapshot.matches('lastTry')) {
    const state = snapshot.matches({ lastTry: 'waitingForStaff' }) ? 'waitingForStaff' : 'ask'
    return { screen: { kind: 'lastTry', state }, progress: at('pin'), can: can(true, true, false) }
  }
  if (snapshot.matches('chooseMembers')) {
    const members = context.applicant?.household.members ?? []
    return {
      screen: {
        kind: 'chooseMembers',
        members: members.map((member, index) => ({
          memberId: memberToken(index),
          name: member.name.text,
          isApplicant: member.residentId === context.applicant?.residentId,
          selected: context.selected.includes(member.residentId),
        })),
      },
      progress: at('confirm'),
      can: can(true, true, context.selected.length > 0),
    }
  }
  if (snapshot.matches('confirm')) {
    const household = context.applicant?.household
    const members = (household?.members ?? []).filter((member) => context.selected.includes(member.residentId))
    return {
      screen: {
        kind: 'confirm',
        order: orderView(context),
        members: members.map((member) => ({ name: member.name.text, isApplicant: member.residentId === context.applicant?.residentId })),
        address: household?.address ?? '',
        certificateValidUntil: (context.verdict?.notAfter ?? new Date(0)).toISOString().slice(0, 10),
      },
      progress: at('confirm'),
      can: can(true, true, true),
    }
  }
  if (snapshot.matches('slip') && context.request) {
    return {
      screen: {
        kind: 'slip',
        number: context.request.number,
        slip: context.slipFailure === null ? 'printed' : 'failed',
        failure: context.slipFailure,
        fee: context.request.fee,
        cardPresent,
      },
      progress: at('slip'),
      can: can(false, false, true),
    }
  }
  if (snapshot.matches('failed')) {
    const failure = context.failure ?? 'INTERNAL'
    const next = nextAfter(failure)
    return { screen: { kind: 'failed', failure: shownToResident(failure), next, cardPresent }, progress: null, can: can(false, true, true) }
  }
  if (snapshot.matches('openingCard') || snapshot.matches('choosingPin') || snapshot.matches('starting')) return working('openingCard', 'card')
  if (snapshot.matches('verifyingPin')) return working('verifyingPin', 'pin')
  if (snapshot.matches('provingCard')) return working('provingCard', 'pin')
  if (snapshot.matches('checkingCertificate')) return working('checkingCertificate', 'pin')
  if (snapshot.matches('findingRecord')) return working('findingRecord', 'pin')
  if (snapshot.matches('printingSlip') || snapshot.matches('lettingCardGo')) return working('printingSlip', 'slip', 10)
  if (snapshot.matches('registering')) return working('registering', 'confirm')
  return working('openingCard', 'card')
}

const shown = (code: FailureCode | null): FailureCode | null => (code === null ? null : shownToResident(code))

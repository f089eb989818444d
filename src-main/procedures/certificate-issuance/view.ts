import type { SnapshotFrom } from 'xstate'
import type { OrderView } from '../../../src-preload/contract.ts'
import type { ScreenView } from '../resident-procedure.ts'
import { can, enteredView, failedView, placeCardView, stepsOf, working } from '../view-parts.ts'
import type { IssuanceContext } from './context.ts'
import { memberToken, type issuanceMachine } from './machine.ts'

type Snapshot = SnapshotFrom<typeof issuanceMachine>

const at = stepsOf(['choose', 'card', 'pin', 'confirm', 'slip'])

function orderView(context: IssuanceContext): OrderView {
  return {
    service: context.offer.service,
    extent: context.offer.extent,
    include: [...context.include],
    purpose: context.purpose,
    copies: context.copies,
    fee: context.offer.fee * context.copies,
  }
}

/** The machine's state as the glass may show it: codes and counts, names only where they must be checked. */
export function issuanceView(snapshot: Snapshot): ScreenView {
  const context = snapshot.context
  const cardPresent = context.reader.kind === 'card'
  if (snapshot.matches('chooseOptions')) {
    const purposeNeeded = context.include.includes('individualNumber') && context.purpose === null
    return {
      screen: { kind: 'chooseOptions', order: orderView(context), available: [...context.rules.options], maxCopies: context.rules.maxCopies, purposeNeeded },
      progress: at('choose'),
      can: can(true, true, !purposeNeeded),
    }
  }
  if (snapshot.matches('placeCard')) return placeCardView(context.reader, context.again, at('card'))
  if (snapshot.matches('enterPin')) {
    return {
      screen: { kind: 'enterPin', pin: 'userAuthentication', asking: 'present', ...enteredView(context.pin), triesLeft: context.tries.left, maxTries: context.tries.max, wasWrong: context.wasWrong },
      progress: at('pin'),
      can: can(true, true, context.pin.complete),
    }
  }
  if (snapshot.matches('lastTry')) {
    const state = snapshot.matches({ lastTry: 'waitingForStaff' }) ? 'waitingForStaff' : 'ask'
    return { screen: { kind: 'lastTry', pin: 'userAuthentication', state }, progress: at('pin'), can: can(true, true, false) }
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
  if (snapshot.matches('failed')) return failedView(context.failure ?? 'INTERNAL', cardPresent)
  if (snapshot.matches('verifyingPin')) return working('verifyingPin', at('pin'))
  if (snapshot.matches('provingCard')) return working('provingCard', at('pin'))
  if (snapshot.matches('checkingCertificate')) return working('checkingCertificate', at('pin'))
  if (snapshot.matches('findingRecord')) return working('findingRecord', at('pin'))
  if (snapshot.matches('printingSlip') || snapshot.matches('lettingCardGo')) return working('printingSlip', at('slip'), 10)
  if (snapshot.matches('registering')) return working('registering', at('confirm'))
  return working('openingCard', at('card'))
}

import { codesOnlyForStaff, type FailureCode } from '../../src-preload/contract.ts'

/** What a resident can do after a failure: place the card again (choices kept) or let a person help. */
export type Next = 'again' | 'staff' | 'over'

const again: ReadonlySet<FailureCode> = new Set([
  'CARD-REMOVED',
  'CARD-TIMEOUT',
  'CARD-MUTE',
  'CARD-FOREIGN',
  'CARD-MALFORMED',
  'CARD-REFUSED',
  'CARD-READER-BUSY',
  'CARD-SWAPPED',
  'CARD-NO-SERVICE',
  'CARD-NO-READER',
  'PIN-CHANGE-UNCERTAIN',
  'CERT-UNREACHABLE',
  'CASE-OTHER-CARD',
  'REGISTRY-UNAVAILABLE',
] satisfies FailureCode[])

export function nextAfter(code: FailureCode): Next {
  return again.has(code) ? 'again' : 'staff'
}

/** The card itself is the trouble: reading the same one again would only repeat the message. */
const cardIsTheTrouble: ReadonlySet<FailureCode> = new Set([
  'CARD-FOREIGN',
  'CARD-OLD-JUKI',
  'CARD-PHONE',
  'CARD-MUTE',
  'CARD-MALFORMED',
  'CARD-REFUSED',
  'CARD-SWAPPED',
  'CASE-OTHER-CARD',
] satisfies FailureCode[])

export function needsAnotherCard(code: FailureCode): boolean {
  return cardIsTheTrouble.has(code)
}

/** Putting a card on the reader is all it takes; after a time-out it is not, or a mute card would loop for ever. */
export function curedByCard(code: FailureCode): boolean {
  return code === 'CARD-REMOVED' || code === 'PIN-CHANGE-UNCERTAIN' || (needsAnotherCard(code) && nextAfter(code) === 'again')
}

/** 支援措置 and a forged card are not told to the resident: one code for all of them. */
export function shownToResident(code: FailureCode): FailureCode {
  return codesOnlyForStaff.has(code) ? 'RESIDENT-BLOCKED' : code
}

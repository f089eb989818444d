import type { FailureCode } from '../../src-preload/contract.ts'
import type { PinTries } from '../card/individual-number-card.ts'
import type { Result } from '../failures/result.ts'
import type { Verified } from './pin/pin-steps.ts'

/** What a state can't be in without. Missing, it is a bug in the machine. */
export function required<T>(value: T | null): T {
  if (value === null) throw new Error('the machine reached a step without what the step needs')
  return value
}

export const failureOf = (result: Result<unknown>): { failure: FailureCode } => ({ failure: result.ok ? 'INTERNAL' : result.failure.code })

interface Done<T> {
  readonly event: { readonly output: Result<T> }
}

/** Guards and assigners of what a step answered. */
export const succeeded = ({ event }: Done<unknown>): boolean => event.output.ok
export const failedWith =
  (...codes: readonly FailureCode[]) =>
  ({ event }: Done<unknown>): boolean =>
    !event.output.ok && codes.includes(event.output.failure.code)
/** The card counted a wrong PIN. */
export const pinWasWrong = ({ event }: { readonly event: { readonly output: Verified } }): boolean =>
  !event.output.ok && event.output.failure.code === 'PIN-WRONG' && event.output.triesLeft !== null
export const triesCounted = ({ tries: { max } }: { readonly tries: PinTries }, { triesLeft }: Verified): { tries: PinTries; wasWrong: true } => ({
  tries: { left: triesLeft ?? 0, max },
  wasWrong: true,
})

/** A step that has the card's ear is not broken off: the handle, or the PIN it is being given, must not be lost under its hands. */
export const uninterrupted = { stop: undefined, idle: undefined, staffEnd: undefined }

const gone: ReadonlySet<FailureCode> = new Set([
  'CARD-REMOVED',
  'CARD-TIMEOUT',
  'CARD-MUTE',
  'CARD-NO-SERVICE',
  'CARD-NO-READER',
] satisfies FailureCode[])

/** There is no card to ask any more; every other failure is the card's own answer. */
export const cardIsGone = (result: Extract<Result<unknown>, { ok: false }>): boolean => gone.has(result.failure.code)

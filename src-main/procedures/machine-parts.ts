import type { FailureCode } from '../../src-preload/contract.ts'
import type { ReaderState } from '../card/card-reader.ts'
import type { Result } from '../failures/result.ts'

/** A card that has not been refused since it was put there. */
export const isUsable = (state: ReaderState, refusedInsertion: number | null): boolean => state.kind === 'card' && state.insertion !== refusedInsertion

/** What a state can't be in without. Missing, it is a bug in the machine. */
export function required<T>(value: T | null): T {
  if (value === null) throw new Error('the machine reached a step without what the step needs')
  return value
}

export const failureOf = (result: Result<unknown>): { failure: FailureCode } => ({ failure: result.ok ? 'INTERNAL' : result.failure.code })

/** A step that has the card's ear is not broken off: the handle, or the PIN it is being given, must not be lost under its hands. */
export const uninterrupted = { stop: undefined, idle: undefined, staffEnd: undefined }

const gone: ReadonlySet<FailureCode> = new Set(['CARD-REMOVED', 'CARD-TIMEOUT', 'CARD-MUTE', 'CARD-NO-SERVICE', 'CARD-NO-READER'] satisfies FailureCode[])

/** There is no card to ask any more; every other failure is the card's own answer. */
export const cardIsGone = (result: Extract<Result<unknown>, { ok: false }>): boolean => gone.has(result.failure.code)

import { codesOnlyForStaff, type FailureCode } from '../../src-preload/contract/failure-codes.ts'

export interface ResidentFailureWords {
  /** What happened. */
  readonly title: string
  /** What is lost, or that nothing is. */
  readonly body: string
  /** The one thing to do next. */
  readonly todo: string
}

export interface FailureWords {
  readonly resident: ResidentFailureWords
  readonly clerk: { readonly title: string; readonly todo: string }
}

/** Every code has words; a code without them doesn't compile. */
export type FailureCatalogue = Readonly<Record<FailureCode, FailureWords>>

/** The one code on the glass for all neutral refusals. */
export const neutralCode = 'COUNTER-ONLY'

export const isNeutral = (code: FailureCode): boolean => codesOnlyForStaff.has(code)

/** The code a resident may see; the staff screen shows the true one. */
export const residentCode = (code: FailureCode): string => (isNeutral(code) ? neutralCode : code)

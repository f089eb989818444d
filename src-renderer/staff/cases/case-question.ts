import type { CasePaper } from '../../../src-preload/contract.ts'

/** The questions that a card case may ask over the desk. */
export type CaseQuestion =
  | { readonly kind: 'newCase' }
  | { readonly kind: 'casePaper'; readonly caseId: string; readonly paper: CasePaper }
  | { readonly kind: 'caseFace' | 'casePosted' | 'caseAnswer' | 'caseSecondPerson' | 'caseBegin' | 'caseRefuse' | 'caseWithdraw'; readonly caseId: string }

import { createContext, useContext } from 'react'
import type { CardCaseDetail, CardCaseEvent, CardCaseFacts, CardCaseKind, CardCaseRow, FailureCode, StaffGlass } from '../../../src-preload/contract.ts'
import type { Draft } from '../drafts/use-draft.ts'
import type { CaseActionName, CaseWhyNot } from './case-actions.ts'

/** How the last action on a case ended, when it did not end well. */
export type CaseOutcome =
  | { readonly kind: 'failed'; readonly caseId: string; readonly action: CaseActionName; readonly code: FailureCode }
  | { readonly kind: 'cannot'; readonly caseId: string; readonly action: CaseActionName; readonly why: CaseWhyNot }

export type CaseDetailState = { readonly state: 'loading' } | { readonly state: 'failed'; readonly code: FailureCode } | { readonly state: 'open'; readonly detail: CardCaseDetail }

export type OnCase = Exclude<CardCaseEvent, { type: 'cardCaseOpen' }>

/** What the page for card cases works with, beside the desk. */
export interface CasesDesk {
  readonly glass: Pick<StaffGlass, 'cardCasePaper' | 'residentSearch' | 'cardLook'>
  readonly kinds: readonly CardCaseKind[]
  readonly all: readonly CardCaseRow[]
  /** The rows of the filter, oldest first. */
  readonly rows: readonly CardCaseRow[]
  /** Cases that changed behind the clerk's back and were not looked at since. */
  readonly news: ReadonlySet<string>
  readonly selected: CardCaseRow | null
  readonly select: (caseId: string | null) => void
  /** Of the selected case. */
  readonly detail: CaseDetailState
  readonly draft: Draft<CardCaseFacts>
  readonly outcome: CaseOutcome | null
  readonly clearOutcome: () => void
  /** When the action under way on the selected case began, in milliseconds of the page's clock. */
  readonly busySince: number | null
  readonly whyNot: (action: CaseActionName) => CaseWhyNot | null
  /** Does it, asks about it, or says why not. */
  readonly start: (action: CaseActionName) => void
  /** Closes the question, sends its answer, and keeps how it ended. */
  readonly perform: (action: CaseActionName, event: OnCase) => void
  /** Sends it and leaves the question to say what came of it. */
  readonly attempt: (event: OnCase) => Promise<FailureCode | null>
  readonly open: (event: Extract<CardCaseEvent, { type: 'cardCaseOpen' }>) => Promise<FailureCode | null>
}

export const CasesContext = createContext<CasesDesk | null>(null)

export function useCasesDesk(): CasesDesk {
  const desk = useContext(CasesContext)
  if (desk === null) throw new Error('outside the workbench')
  return desk
}

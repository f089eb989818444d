import { createContext, useContext } from 'react'
import type { DeviceView, FailureCode, RequestDetail, RequestRow, Role, StaffEvent, StaffGlass, StaffSnapshot } from '../../src-preload/contract.ts'
import type { ApplicationQuestion } from './applications/application-question.ts'
import type { CaseQuestion } from './cases/case-question.ts'
import type { ActionName, WhyNot } from './desk/actions.ts'
import type { Filter } from './requests/waiting.ts'

/** The one question that stands over the desk, if any. */
export type DeskQuestion =
  | { readonly kind: 'takeFee' | 'handOver' | 'void' | 'reissue' | 'resolveUncertain'; readonly requestId: string }
  | { readonly kind: 'device'; readonly device: DeviceView['device'] }
  | { readonly kind: 'lastTry' | 'help' | 'endHalt' | 'changePassword' | 'accounts' }
  | ApplicationQuestion
  | CaseQuestion

export type DeskPage = 'requests' | 'cases' | 'applications'

/** How the last action on a request ended, when it did not end well. */
export type Outcome =
  | { readonly kind: 'failed'; readonly requestId: string; readonly action: ActionName; readonly code: FailureCode }
  | { readonly kind: 'cannot'; readonly requestId: string; readonly action: ActionName; readonly why: WhyNot }

export type Detail = { readonly state: 'loading' } | { readonly state: 'failed'; readonly code: FailureCode } | { readonly state: 'open'; readonly detail: RequestDetail }

export interface Desk {
  readonly snapshot: StaffSnapshot
  readonly role: Role
  /** Of whoever is signed in. */
  readonly accountId: string
  /** To ask main for the colleagues' accounts; stays the same. */
  readonly glass: Pick<StaffGlass, 'staffAccounts'>
  readonly now: Date
  /** Requests always; the others only where the terminal has them. */
  readonly pages: readonly DeskPage[]
  /** One of `pages`. */
  readonly page: DeskPage
  readonly turnTo: (page: DeskPage) => void
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
  /** The rows of the filter, oldest first. */
  readonly rows: readonly RequestRow[]
  readonly fresh: ReadonlySet<string>
  readonly selected: RequestRow | null
  readonly select: (requestId: string | null) => void
  /** Of the selected request. */
  readonly detail: Detail
  readonly outcome: Outcome | null
  readonly clearOutcome: () => void
  /** When the action under way on the selected request began, in milliseconds of the page's clock. */
  readonly busySince: number | null
  readonly whyNot: (action: ActionName) => WhyNot | null
  /** Does it, asks about it, or says why not. */
  readonly start: (action: ActionName) => void
  /** Sends the answer of a question (or an action that needs none), and keeps how it ended. */
  readonly perform: (action: ActionName, event: Extract<StaffEvent, { requestId: string }>) => void
  readonly ask: (question: DeskQuestion | null) => void
  /** What is not about a request: calls, alerts, the halt. Its failure is shown in the right-hand column. */
  readonly tell: (event: StaffEvent) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('outside the workbench')
  return desk
}

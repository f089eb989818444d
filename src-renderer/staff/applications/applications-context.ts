import { createContext, useContext } from 'react'
import type { ApplicationDetail, ApplicationEvent, ApplicationFacts, ApplicationRow, ApplicationState, ApplicationsView, BatchDetail, FailureCode, StaffGlass } from '../../../src-preload/contract.ts'
import type { Draft } from '../drafts/use-draft.ts'
import type { ApplicationActionName, ApplicationWhyNot } from './application-actions.ts'
import type { ApplicationQuestion } from './application-question.ts'

/** The tables of the page. */
export const applicationsPages = ['applications', 'batches', 'packets', 'statistics'] as const
export type ApplicationsPage = (typeof applicationsPages)[number]

/** How the last action ended, when it did not end well. `about`: the application, batch or packet. */
export type ApplicationOutcome =
  | { readonly kind: 'failed'; readonly about: string; readonly action: ApplicationActionName; readonly code: FailureCode }
  | { readonly kind: 'cannot'; readonly about: string; readonly action: ApplicationActionName; readonly why: ApplicationWhyNot }

export type Loaded<T> = { readonly state: 'loading' } | { readonly state: 'failed'; readonly code: FailureCode } | { readonly state: 'open'; readonly detail: T }

export interface ListChoice {
  readonly state: ApplicationState | null
  readonly search: string
}

/** What the page for applications works with, beside the desk. */
export interface ApplicationsDesk {
  readonly glass: Pick<StaffGlass, 'applicationPhoto' | 'applicationPaper' | 'applicationStatistics' | 'applicationBatchCheck' | 'applicationBatchSheet' | 'residentSearch' | 'cardLook'>
  readonly held: ApplicationsView
  readonly page: ApplicationsPage
  readonly turnTo: (page: ApplicationsPage) => void
  readonly choice: ListChoice
  readonly choose: (over: Partial<ListChoice>) => void
  /** The applications of the filter and the choice, oldest first. */
  readonly rows: readonly ApplicationRow[]
  /** Applications that changed behind the clerk's back and were not looked at since. */
  readonly news: ReadonlySet<string>
  /** The application, batch or packet of the page that is open; null: none. */
  readonly selectedId: string | null
  readonly selected: ApplicationRow | null
  readonly select: (id: string | null) => void
  /** Opens an application from another table. */
  readonly show: (applicationId: string) => void
  readonly detail: Loaded<ApplicationDetail>
  readonly batch: Loaded<BatchDetail>
  readonly draft: Draft<ApplicationFacts>
  readonly outcome: ApplicationOutcome | null
  readonly clearOutcome: () => void
  /** When the action under way on what is selected began, in milliseconds of the page's clock. */
  readonly busySince: number | null
  readonly whyNot: (action: ApplicationActionName) => ApplicationWhyNot | null
  /** Does it, asks about it, or says why not. */
  readonly start: (action: ApplicationActionName) => void
  /** Closes the question, sends its answer, and keeps how it ended. */
  readonly perform: (action: ApplicationActionName, about: string, event: ApplicationEvent) => void
  /** Sends it and leaves the question to say what came of it. */
  readonly attempt: (about: string, event: ApplicationEvent) => Promise<FailureCode | null>
  readonly ask: (question: ApplicationQuestion | null) => void
}

export const ApplicationsContext = createContext<ApplicationsDesk | null>(null)

export function useApplicationsDesk(): ApplicationsDesk {
  const desk = useContext(ApplicationsContext)
  if (desk === null) throw new Error('outside the workbench')
  return desk
}

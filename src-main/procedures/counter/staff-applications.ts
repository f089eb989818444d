import type { ApplicationEvent, ApplicationQuery, ApplicationsView } from '../../../src-preload/contract.ts'
import type { Result } from '../../failures/result.ts'
import type { StaffAccount } from '../../staff/staff-accounts.ts'

/** Port: card applications as the staff's desk uses them. `account` is whoever is signed in. */
export interface StaffApplications {
  /** `open`: somebody is signed in and may see applications. */
  view(open: boolean): ApplicationsView
  subscribe(listener: () => void): () => void
  dispatch(event: ApplicationEvent, account: StaffAccount): Promise<Result<void>>
  query(query: ApplicationQuery, account: StaffAccount): Promise<Result<unknown>>
}

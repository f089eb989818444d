/** All in milliseconds. */
export interface IppLimits {
  /** For one exchange without a document. */
  readonly requestMs: number
  /** For handing over the document. */
  readonly uploadMs: number
  /** From the document handed over until the job is completed; long enough for a clerk to add paper. */
  readonly jobMs: number
  /** Between questions for the job's state. */
  readonly pollMs: number
  /** Between questions for the printer's state while somebody is subscribed. */
  readonly watchMs: number
}

export const ippLimits: IppLimits = { requestMs: 5_000, uploadMs: 60_000, jobMs: 180_000, pollMs: 500, watchMs: 3_000 }

/** All in milliseconds but `chunkBytes`. */
export interface EscposLimits {
  /** For one answer to a status question. */
  readonly statusMs: number
  /** For the operating system to take one chunk. */
  readonly writeMs: number
  /** From the last byte until the printer's word that it printed. */
  readonly completionMs: number
  /** Between status questions while that word is awaited. */
  readonly pollMs: number
  /** Between status questions while somebody is subscribed. */
  readonly watchMs: number
  readonly chunkBytes: number
}

export const escposLimits: EscposLimits = { statusMs: 1_000, writeMs: 5_000, completionMs: 20_000, pollMs: 500, watchMs: 2_000, chunkBytes: 256 }

/** How much one validation may cost, so that hostile certificates can't keep the terminal busy. */
export interface WorkLimits {
  /** Certificates between anchor and target. */
  readonly intermediates: number
  /** Signatures to verify. */
  readonly signatures: number
  /** Edges to look at while searching. */
  readonly steps: number
  /** Names held against name constraints. */
  readonly nameComparisons: number
  /** Complete candidate paths to judge, each of which may ask for revocation over the network. */
  readonly paths: number
}

/** Ten times what the largest bridge of real authorities needs, and below a second on a counter's PC. */
export const defaultWork: WorkLimits = { intermediates: 10, signatures: 200, steps: 4000, nameComparisons: 100_000, paths: 32 }

type Work = Exclude<keyof WorkLimits, 'intermediates'>

/** Counts down the work of one validation and of the signers it has to validate on its way. */
export class WorkBudget {
  readonly limits: WorkLimits
  readonly #left: Record<Work, number>
  #exhausted = false

  constructor(limits: WorkLimits) {
    this.limits = limits
    this.#left = { signatures: limits.signatures, steps: limits.steps, nameComparisons: limits.nameComparisons, paths: limits.paths }
  }

  /** Whether work was refused: then "no path" means "none found in time". */
  get exhausted(): boolean {
    return this.#exhausted
  }

  /** False where that much is not left; the work must not be done then. */
  spend(work: Work, amount = 1): boolean {
    this.#left[work] -= amount
    if (this.#left[work] >= 0) return true
    this.#exhausted = true
    return false
  }
}

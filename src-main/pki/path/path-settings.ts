import type { KeyUsageName } from '../certificate/extensions.ts'
import { productionLimits, type AlgorithmLimits } from '../certificate/keys/algorithm-limits.ts'
import { anyPolicy } from './rules/policy-graph.ts'
import { defaultWork, type WorkLimits } from './work-budget.ts'

/** The inputs of RFC 5280 §6.1.1 that are not certificates, and what §6 leaves to the application. */
export interface PathSettings {
  /** user-initial-policy-set: object identifiers; `anyPolicy` for all. */
  readonly initialPolicies: readonly string[]
  /** initial-explicit-policy */
  readonly requireExplicitPolicy: boolean
  /** initial-policy-mapping-inhibit */
  readonly inhibitPolicyMapping: boolean
  /** initial-any-policy-inhibit */
  readonly inhibitAnyPolicy: boolean
  /** Bit that the target's key usage must have, where the extension is there. */
  readonly keyUsage: KeyUsageName | null
  /** Object identifier that extended key usages along the path must allow, where the extension is there. */
  readonly keyPurpose: string | null
  readonly algorithms: AlgorithmLimits
  /** Whether an anchor vouches for nobody outside the period of its own certificate. */
  readonly anchorPeriod: 'enforced' | 'ignored'
  readonly work: WorkLimits
}

export const defaultPathSettings: PathSettings = {
  initialPolicies: [anyPolicy],
  requireExplicitPolicy: false,
  inhibitPolicyMapping: false,
  inhibitAnyPolicy: false,
  keyUsage: null,
  keyPurpose: null,
  algorithms: productionLimits,
  anchorPeriod: 'enforced',
  work: defaultWork,
}

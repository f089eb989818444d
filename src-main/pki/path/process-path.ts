import type { Certificate } from '../certificate/certificate.ts'
import { sameName } from '../certificate/distinguished-name.ts'
import type { PathFault } from './path-verdict.ts'
import type { PathSettings } from './path-settings.ts'
import { ConstrainedNames } from './rules/constrained-names.ts'
import { anyPolicy, PolicyGraph } from './rules/policy-graph.ts'
import { whyUnfitAnchor, type TrustAnchor } from './trust-anchor.ts'
import { hasEnded, hasStarted } from '../certificate/period.ts'
import type { WorkBudget } from './work-budget.ts'

/** Names chain and signatures hold already, from the certificate that the anchor signed to the target. */
export interface CandidatePath {
  readonly anchor: TrustAnchor
  readonly certificates: readonly Certificate[]
}

export interface Refusal {
  readonly fault: PathFault
  /** 0 is the target, 1 its issuer and so on; the anchor is one more than the last. Null: none in particular. */
  readonly place: number | null
  readonly why: string
}

export type Processed = { readonly ok: true; readonly policies: readonly string[] } | { readonly ok: false; readonly refusal: Refusal }

type Why = Omit<Refusal, 'place'>

const anyExtendedKeyUsage = '2.5.29.37.0'
const isSelfIssued = ({ subject, issuer }: Certificate): boolean => sameName(subject, issuer)

/** The state variables of RFC 5280 §6.1.2 that are numbers: certificates that may still follow before each holds. */
class PathState {
  readonly names = new ConstrainedNames()
  readonly policies = new PolicyGraph()
  explicitPolicy: number
  policyMapping: number
  inhibitAnyPolicy: number
  maxPathLength: number

  constructor(count: number, { certificate: anchor }: TrustAnchor, settings: PathSettings) {
    this.explicitPolicy = settings.requireExplicitPolicy ? 0 : count + 1
    this.policyMapping = settings.inhibitPolicyMapping ? 0 : count + 1
    this.inhibitAnyPolicy = settings.inhibitAnyPolicy ? 0 : count + 1
    this.maxPathLength = count
    this.#limit(anchor)
  }

  /** RFC 5280 §6.1.4 (g), (i), (j), (m): what a certificate demands of those below it. */
  #limit({ nameConstraints, policyConstraints, inhibitAnyPolicy, basicConstraints }: Certificate): void {
    this.names.add(nameConstraints)
    this.explicitPolicy = Math.min(this.explicitPolicy, policyConstraints?.requireExplicitPolicy ?? Infinity)
    this.policyMapping = Math.min(this.policyMapping, policyConstraints?.inhibitPolicyMapping ?? Infinity)
    this.inhibitAnyPolicy = Math.min(this.inhibitAnyPolicy, inhibitAnyPolicy ?? Infinity)
    this.maxPathLength = Math.min(this.maxPathLength, basicConstraints?.pathLength ?? Infinity)
  }

  /** RFC 5280 §6.1.4 (h) to (m), of a certificate that is not the last. False where too many follow each other. */
  descend(certificate: Certificate): boolean {
    if (!isSelfIssued(certificate)) {
      if (this.maxPathLength === 0) return false
      this.maxPathLength -= 1
      this.explicitPolicy = Math.max(0, this.explicitPolicy - 1)
      this.policyMapping = Math.max(0, this.policyMapping - 1)
      this.inhibitAnyPolicy = Math.max(0, this.inhibitAnyPolicy - 1)
    }
    this.#limit(certificate)
    return true
  }
}

function whyNotAnchor({ certificate }: TrustAnchor, at: Date, settings: PathSettings): Why | null {
  const unfit = whyUnfitAnchor(certificate)
  if (unfit !== null) return { fault: 'anchorUnfit', why: `the trust anchor: ${unfit}` }
  const inPeriod = hasStarted(certificate, at) && !hasEnded(certificate, at)
  if (settings.anchorPeriod === 'enforced' && !inPeriod) return { fault: 'anchorPeriod', why: 'the trust anchor is outside its own period' }
  return null
}

function whyNotInPeriod(certificate: Certificate, at: Date): Why | null {
  if (!hasStarted(certificate, at)) return { fault: 'notYetValid', why: 'it is not valid yet' }
  return hasEnded(certificate, at) ? { fault: 'expired', why: 'it has expired' } : null
}

/** RFC 5280 §6.1.3, and the duty to refuse what is critical and unknown (§6.1.4 o, §6.1.5 f). */
function whyNotBasic(certificate: Certificate, state: PathState, last: boolean, at: Date, budget: WorkBudget): Why | null {
  const untimely = whyNotInPeriod(certificate, at)
  if (untimely !== null) return untimely
  const [unknown] = certificate.unknownCriticalExtensions
  if (unknown !== undefined) return { fault: 'unknownCriticalExtension', why: `its critical extension ${unknown} is not understood` }
  const selfIssued = isSelfIssued(certificate)
  const names = last || !selfIssued ? state.names.check(certificate, budget) : { ok: true as const }
  if (!names.ok) return names
  state.policies.addCertificate(certificate.policies, state.inhibitAnyPolicy > 0 || (!last && selfIssued))
  if (state.explicitPolicy === 0 && state.policies.isEmpty) return { fault: 'policyRequired', why: 'no policy is left that is good for the whole path' }
  return null
}

/** RFC 5280 §6.1.4: an issuer, from its place above another certificate. */
function whyNotIssuer(certificate: Certificate, state: PathState, { keyPurpose }: PathSettings): Why | null {
  const { version, basicConstraints, keyUsage, policyMappings } = certificate
  if (policyMappings !== null) {
    const ofAny = policyMappings.some(({ issuerDomain, subjectDomain }) => issuerDomain === anyPolicy || subjectDomain === anyPolicy)
    if (ofAny) return { fault: 'policyMapping', why: 'it maps anyPolicy' }
    state.policies.map(policyMappings, state.policyMapping > 0)
  }
  if (version !== 3 || basicConstraints?.cA !== true) return { fault: 'notAuthority', why: 'it is not the certificate of an authority' }
  if (!state.descend(certificate)) return { fault: 'pathTooLong', why: 'there are more authorities below another than that one allows' }
  if (keyUsage !== null && !keyUsage.keyCertSign) return { fault: 'keyUsage', why: 'its key may not sign certificates' }
  return whyNotForPurpose(certificate, keyPurpose)
}

/** An authority that names purposes certifies for no others: common practice beyond RFC 5280 §4.2.1.12. */
function whyNotForPurpose({ extendedKeyUsage }: Certificate, purpose: string | null): Why | null {
  if (purpose === null || extendedKeyUsage === null) return null
  if (extendedKeyUsage.includes(purpose) || extendedKeyUsage.includes(anyExtendedKeyUsage)) return null
  return { fault: 'keyPurpose', why: `its extended key usage does not allow ${purpose}` }
}

function whyNotTarget(certificate: Certificate, settings: PathSettings): Why | null {
  const { keyUsage, nameConstraints, basicConstraints } = certificate
  if (settings.keyUsage !== null && keyUsage !== null && !keyUsage[settings.keyUsage])
    return { fault: 'keyUsage', why: `its key is not for ${settings.keyUsage}` }
  const isAuthority = basicConstraints?.cA === true
  // RFC 5280 §4.2.1.10 and §4.2.1.9: only authorities constrain names and sign certificates.
  if (!isAuthority && nameConstraints !== null) return { fault: 'nameConstraints', why: 'it constrains names without being an authority' }
  if (!isAuthority && keyUsage?.keyCertSign === true) return { fault: 'keyUsage', why: 'its key may sign certificates, but it is no authority' }
  return whyNotForPurpose(certificate, settings.keyPurpose)
}

/** user-initial-policy-set within the policies of the anchor (RFC 5937 §2). */
function initialPolicies({ certificate: { policies } }: TrustAnchor, { initialPolicies: wanted }: PathSettings): ReadonlySet<string> {
  if (policies === null || policies.includes(anyPolicy)) return new Set(wanted)
  return new Set(wanted.includes(anyPolicy) ? policies : policies.filter((policy) => wanted.includes(policy)))
}

/** RFC 5280 §6.1 for one path, but for signatures and names, which hold already, and revocation, which comes after. */
export function processPath({ anchor, certificates }: CandidatePath, at: Date, settings: PathSettings, budget: WorkBudget): Processed {
  const refuse = (place: number | null, { fault, why }: Why): Processed => ({ ok: false, refusal: { fault, place, why } })
  const unfit = whyNotAnchor(anchor, at, settings)
  const target = certificates.at(-1)
  // That his own certificate has ended says more to its holder than that its authority, older still, has ended as well.
  const untimely = unfit?.fault === 'anchorPeriod' && target !== undefined ? whyNotInPeriod(target, at) : null
  if (untimely !== null) return refuse(0, untimely)
  if (unfit !== null) return refuse(certificates.length, unfit)
  const state = new PathState(certificates.length, anchor, settings)
  for (const [index, certificate] of certificates.entries()) {
    const place = certificates.length - 1 - index
    const why =
      whyNotBasic(certificate, state, place === 0, at, budget) ??
      (place === 0 ? whyNotTarget(certificate, settings) : whyNotIssuer(certificate, state, settings))
    if (why !== null) return refuse(place, why)
  }
  return wrapUp(state, target, initialPolicies(anchor, settings), refuse)
}

/** RFC 5280 §6.1.5 (a), (b), (g). */
function wrapUp(
  state: PathState,
  target: Certificate | undefined,
  initial: ReadonlySet<string>,
  refuse: (place: number | null, why: Why) => Processed,
): Processed {
  const explicitPolicy = target?.policyConstraints?.requireExplicitPolicy === 0 ? 0 : Math.max(0, state.explicitPolicy - 1)
  const policies = state.policies.policiesWithin(initial)
  if (explicitPolicy === 0 && policies.length === 0)
    return refuse(null, { fault: 'policyRequired', why: 'none of the policies asked for is good for the whole path' })
  return { ok: true, policies }
}

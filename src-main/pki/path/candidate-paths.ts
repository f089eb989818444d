import type { Certificate } from '../certificate/certificate.ts'
import { nameKey } from '../certificate/distinguished-name.ts'
import type { AlgorithmLimits } from '../certificate/keys/algorithm-limits.ts'
import { checkSignature, type SignatureCheck } from '../certificate/signature.ts'
import { sameBytes, toHex } from '../der/der-reader.ts'
import type { CandidatePath, Refusal } from './process-path.ts'
import type { TrustAnchor } from './trust-anchor.ts'
import { hasEnded, hasStarted } from '../certificate/period.ts'
import type { WorkBudget } from './work-budget.ts'

export interface PathSearch {
  readonly target: Certificate
  readonly intermediates: readonly Certificate[]
  readonly anchors: readonly TrustAnchor[]
  readonly at: Date
  readonly algorithms: AlgorithmLimits
  /** Told of each edge that led nowhere. */
  readonly onRefusal: (refusal: Refusal) => void
}

/** Remembers who signed whom: several paths share most of their edges. */
class Signatures {
  readonly #known = new Map<Certificate, Map<Uint8Array, SignatureCheck>>()
  readonly #algorithms: AlgorithmLimits
  readonly #budget: WorkBudget

  constructor(algorithms: AlgorithmLimits, budget: WorkBudget) {
    this.#algorithms = algorithms
    this.#budget = budget
  }

  /** Null where no more signatures may be verified. */
  check(certificate: Certificate, { publicKeyInfo }: Certificate): SignatureCheck | null {
    const byKey = this.#known.get(certificate) ?? new Map<Uint8Array, SignatureCheck>()
    this.#known.set(certificate, byKey)
    const known = byKey.get(publicKeyInfo)
    if (known !== undefined) return known
    if (!this.#budget.spend('signatures')) return null
    const found = checkSignature(certificate, publicKeyInfo, this.#algorithms)
    byKey.set(publicKeyInfo, found)
    return found
  }
}

/** Whether the key identifiers, where both are there, let `issuer` be the one that signed. A hint for choosing, no proof. */
const keysAgree = ({ authorityKeyIdentifier: wanted }: Certificate, { subjectKeyIdentifier: own }: Certificate): boolean =>
  wanted === null || own === null || wanted === own

const isSameAuthority = (a: Certificate, b: Certificate): boolean => sameBytes(a.publicKeyInfo, b.publicKeyInfo) && nameKey(a.subject) === nameKey(b.subject)

function bySubject<T>(items: readonly T[], certificateOf: (item: T) => Certificate): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = nameKey(certificateOf(item).subject)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

const withoutRepeats = (certificates: readonly Certificate[]): readonly Certificate[] => [
  ...new Map(certificates.map((certificate) => [toHex(certificate.encoding), certificate])).values(),
]

/**
 * All paths from an anchor to the target in which names chain and signatures hold, the likeliest first. All generations
 * of JPKI have one name (reference card.md §6): the name finds candidates, key identifiers narrow them down, and only
 * the signature decides. No authority (name and key) comes twice in a path, so cross-certified pairs end, and the
 * budget ends whatever else somebody thinks of.
 */
export function* candidatePaths(search: PathSearch, budget: WorkBudget): Generator<CandidatePath, void> {
  const { target, at, onRefusal } = search
  const isCurrent = (certificate: Certificate): boolean => hasStarted(certificate, at) && !hasEnded(certificate, at)
  const currentFirst = (a: Certificate, b: Certificate): number => Number(isCurrent(b)) - Number(isCurrent(a))
  const intermediates = bySubject(withoutRepeats(search.intermediates).toSorted(currentFirst), (certificate) => certificate)
  const anchors = bySubject(
    search.anchors.toSorted((a, b) => currentFirst(a.certificate, b.certificate)),
    ({ certificate }) => certificate,
  )
  const signatures = new Signatures(search.algorithms, budget)

  /** Whether `issuer` signed the topmost certificate of `path`, which runs from the target upwards. */
  function isEdge(path: readonly Certificate[], top: Certificate, issuer: Certificate): boolean {
    if (!keysAgree(top, issuer) || !budget.spend('steps')) return false
    const signature = signatures.check(top, issuer)
    if (signature?.ok === false) onRefusal({ fault: signature.fault, place: path.length - 1, why: signature.why })
    return signature?.ok === true
  }

  function* extend(path: readonly Certificate[], top: Certificate): Generator<CandidatePath, void> {
    const issuerName = nameKey(top.issuer)
    for (const anchor of anchors.get(issuerName) ?? []) {
      if (isEdge(path, top, anchor.certificate)) yield { anchor, certificates: path.toReversed() }
    }
    for (const issuer of intermediates.get(issuerName) ?? []) {
      if (path.some((below) => isSameAuthority(below, issuer))) continue
      if (path.length > budget.limits.intermediates) {
        onRefusal({ fault: 'workLimit', place: null, why: `more than ${budget.limits.intermediates} authorities would stand between anchor and target` })
      } else if (isEdge(path, top, issuer)) {
        yield* extend([...path, issuer], issuer)
      }
      if (budget.exhausted) return
    }
  }

  yield* extend([target], target)
}

import { createHash } from 'node:crypto'
import type { Certificate } from '../certificate/certificate.ts'
import { sameName } from '../certificate/distinguished-name.ts'
import { allReasons, type DistributionPoint } from '../certificate/extensions/distribution-points.ts'
import { productionLimits, type AlgorithmLimits } from '../certificate/keys/algorithm-limits.ts'
import { toHex } from '../der/der-reader.ts'
import type { RevocationAnswer, RevocationCheck, RevocationEvidence, RevocationQuestion } from '../path/path-verdict.ts'
import type { Revocation } from './list-entries.ts'
import type { AvailableList, RevocationLists } from './list-files.ts'
import { isDeltaOf, isInScope, issuersOfPoint, placesToLook, reasonsCovered, serialsOf } from './list-scope.ts'
import { findListSigner, ListSignatures } from './list-signer.ts'
import { whyNotFresh, whyNotUnderstood, type FreshnessRules } from './list-usability.ts'
import type { RevocationList } from './revocation-list.ts'

const digests = new WeakMap<RevocationList, string>()

/** Hashing a list of a large city takes longer than asking it. */
function digestOf(list: RevocationList): string {
  const digest = digests.get(list) ?? createHash('sha256').update(list.encoding).digest('hex')
  digests.set(list, digest)
  return digest
}

const evidenceOf = ({ source, list }: AvailableList): RevocationEvidence => ({
  kind: 'crl',
  source,
  producedAt: list.thisUpdate,
  nextUpdate: list.nextUpdate,
  sha256: digestOf(list),
  raw: list.encoding,
})

/** A list that may be believed about the certificate in question, brought up to date. */
interface Believed {
  readonly base: AvailableList
  readonly delta: AvailableList | null
}

/** The newer list first: by the time it was made, then by its number. */
const newestFirst = ({ list: a }: AvailableList, { list: b }: AvailableList): number =>
  b.thisUpdate.getTime() - a.thisUpdate.getTime() || Number((b.crlNumber ?? 0n) - (a.crlNumber ?? 0n))

/** RFC 5280 §6.3.3 (i) to (k): a delta list speaks first, and can take back a hold (§5.3.1) but nothing graver. */
function statusIn({ base, delta }: Believed, { issuer, serial: octets }: Certificate): Revocation | null {
  const serial = toHex(octets)
  const old = serialsOf(base.list, issuer).revocations.get(serial) ?? null
  if (delta === null) return old
  const { revocations, removals } = serialsOf(delta.list, issuer)
  const fresh = revocations.get(serial)
  if (fresh !== undefined) return fresh
  return old?.reason === 'certificateHold' && removals.has(serial) ? null : old
}

class CrlCheck implements RevocationCheck {
  readonly #source: RevocationLists
  readonly #rules: FreshnessRules
  readonly #signatures: ListSignatures

  constructor(source: RevocationLists, rules: FreshnessRules, algorithms: AlgorithmLimits) {
    this.#source = source
    this.#rules = rules
    this.#signatures = new ListSignatures(algorithms)
  }

  async check(question: RevocationQuestion): Promise<RevocationAnswer> {
    const { certificate } = question
    const { lists, broken, problems } = await this.#source.load()
    const places = placesToLook(certificate)
    const named = lists.filter(({ list }) => places.some((place) => issuersOfPoint(certificate, place).some((name) => sameName(name, list.issuer))))
    const refusals: string[] = [...broken]
    const evidence: RevocationEvidence[] = []
    const asked = new Set<AvailableList>()
    let covered = 0
    for (const place of places) {
      for (const base of named.filter(({ list }) => list.baseCrlNumber === null && isInScope(list, certificate, place)).toSorted(newestFirst)) {
        if ((reasonsCovered(base.list, place) & ~covered) === 0) continue
        const believed = await this.#believe(base, place, { question, named, refusals })
        if (believed === null) continue
        if (!asked.has(base)) evidence.push(evidenceOf(base), ...(believed.delta === null ? [] : [evidenceOf(believed.delta)]))
        asked.add(base)
        const revocation = statusIn(believed, certificate)
        if (revocation !== null) return { status: 'revoked', ...revocation, evidence }
        covered |= reasonsCovered(base.list, place)
      }
    }
    if (covered === allReasons) return { status: 'good', evidence }
    return this.#unconfirmed(named, { refusals, problems, empty: lists.length === 0, partly: covered !== 0 })
  }

  async #believe(
    base: AvailableList,
    place: DistributionPoint,
    { question, named, refusals }: { readonly question: RevocationQuestion; readonly named: readonly AvailableList[]; readonly refusals: string[] },
  ): Promise<Believed | null> {
    const { list, source } = base
    const why = whyNotUnderstood(list) ?? whyNotFresh(list, question.at, this.#rules)
    const signer = why === null ? await findListSigner(list, place, question, this.#signatures) : { ok: false as const, why }
    if (!signer.ok) {
      refusals.push(`${source}: ${signer.why}`)
      return null
    }
    const deltas = named.filter(({ list: delta }) => isDeltaOf(delta, list) && this.#isUsableDelta(delta, signer.value, question.at))
    return { base, delta: deltas.toSorted(newestFirst)[0] ?? null }
  }

  /** The key of the base must have signed it too: RFC 5280 §6.3.3 (h). One that can't be believed leaves the base as it is. */
  #isUsableDelta(delta: RevocationList, signer: Certificate, at: Date): boolean {
    return whyNotUnderstood(delta) === null && whyNotFresh(delta, at, this.#rules) === null && this.#signatures.check(delta, signer).ok
  }

  #unconfirmed(
    named: readonly AvailableList[],
    found: { readonly refusals: readonly string[]; readonly problems: readonly string[]; readonly empty: boolean; readonly partly: boolean },
  ): RevocationAnswer {
    if (found.partly) return { status: 'unknown', why: ['the lists at hand do not cover all reasons of revocation', ...found.refusals].join('; ') }
    if (found.refusals.length > 0) return { status: 'unknown', why: [...new Set(found.refusals)].join('; ') }
    if (found.problems.length > 0) return { status: 'unreachable', why: found.problems.join('; ') }
    if (found.empty) return { status: 'unreachable', why: 'there is no revocation list' }
    if (named.length > 0) return { status: 'unknown', why: 'the lists of the issuer do not speak for this certificate' }
    return { status: 'unknown', why: 'no revocation list is by the issuer of the certificate' }
  }
}

/**
 * Revocation by lists: RFC 5280 §6.3 in full — complete and delta, direct and indirect, partitions by distribution
 * point, by kind of certificate and by reason, lists under a key of their own. Silence of a list means "not revoked"
 * only where the list is fresh, signed under the same anchor, and speaks for this very certificate; everything else
 * is "unknown" or, without any data, "unreachable".
 */
export const crlCheck = (lists: RevocationLists, rules: FreshnessRules, algorithms: AlgorithmLimits = productionLimits): RevocationCheck =>
  new CrlCheck(lists, rules, algorithms)


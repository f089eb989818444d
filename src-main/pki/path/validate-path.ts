import type { Certificate } from '../certificate/certificate.ts'
import { toHex } from '../der/der-reader.ts'
import { candidatePaths } from './candidate-paths.ts'
import { defaultPathSettings, type PathSettings } from './path-settings.ts'
import type { InvalidPath, PathFault, PathStep, PathVerdict, RevocationAnswer, RevocationCheck, SignerDemands } from './path-verdict.ts'
import { processPath, type CandidatePath, type Refusal } from './process-path.ts'
import type { TrustAnchor } from './trust-anchor.ts'
import { WorkBudget } from './work-budget.ts'

export interface PathRequest {
  readonly target: Certificate
  readonly intermediates: readonly Certificate[]
  readonly anchors: readonly TrustAnchor[]
  /** The time for which the answer is asked; decides everything. Whole seconds, both ends of a period inclusive. */
  readonly at: Date
  /** What differs from `defaultPathSettings`. */
  readonly settings?: Partial<PathSettings>
  /** 'none' leaves revocation out: the verdict then says nothing about it. */
  readonly revocation: RevocationCheck | 'none'
}

/**
 * RFC 5280 §6.1: looks for a path from one of the anchors to the target that holds in every respect. All candidate
 * paths are tried, within `settings.work`. Where none holds, the refusal of the path that came furthest is told.
 * Never rejects for what the certificates contain.
 */
export function validatePath({ settings, ...request }: PathRequest): Promise<PathVerdict> {
  const all = { ...defaultPathSettings, ...settings }
  const run = new Validation(request, all, new WorkBudget(all.work))
  return run.validate({ ...request, settings: all, waived: false, pending: new Set() })
}

type Inputs = Omit<PathRequest, 'settings'>

/** One target: the one asked about, or a signer of revocation data on the way. */
interface Search extends Pick<PathRequest, 'target' | 'intermediates' | 'anchors'> {
  readonly settings: PathSettings
  /** The target's own revocation is not asked for. */
  readonly waived: boolean
  /** Certificates (hex) whose revocation is being found out: a signer that hangs on one of these proves nothing. */
  readonly pending: ReadonlySet<string>
}

/** A signer of revocation data may need one whose signer needs one; nobody needs more. */
const maxPending = 4

/** How far a path came before it was refused; the furthest refusal is the one worth telling. */
const distance: Partial<Record<PathFault, number>> = {
  noPath: 0,
  badSignature: 1,
  algorithmRefused: 2,
  workLimit: 3,
  revocationUnreachable: 5,
  revocationUnknown: 6,
  revoked: 7,
}
const usualDistance = 4

class Validation {
  readonly #request: Inputs
  readonly #settings: PathSettings
  readonly #budget: WorkBudget
  readonly #answers = new Map<string, RevocationAnswer>()

  constructor(request: Inputs, settings: PathSettings, budget: WorkBudget) {
    this.#request = request
    this.#settings = settings
    this.#budget = budget
  }

  async validate(search: Search): Promise<PathVerdict> {
    let furthest: InvalidPath = refused({ fault: 'noPath', place: null, why: 'no trust anchor has the name and key of an issuer' })
    const consider = (verdict: InvalidPath): void => {
      if ((distance[verdict.fault] ?? usualDistance) > (distance[furthest.fault] ?? usualDistance)) furthest = verdict
    }
    const { at } = this.#request
    const onRefusal = (refusal: Refusal): void => consider(refused(refusal))
    for (const candidate of candidatePaths({ ...search, at, algorithms: search.settings.algorithms, onRefusal }, this.#budget)) {
      if (!this.#budget.spend('paths')) break
      const processed = processPath(candidate, at, search.settings, this.#budget)
      if (!processed.ok) {
        onRefusal(processed.refusal)
        continue
      }
      const steps = await this.#withRevocation(candidate, search)
      if (Array.isArray(steps)) return { outcome: 'valid', anchor: candidate.anchor, steps, policies: processed.policies }
      consider(steps)
    }
    if (this.#budget.exhausted) consider(refused({ fault: 'workLimit', place: null, why: 'looking for a path takes more work than is allowed' }))
    return furthest
  }

  /** Revocation from the anchor downwards: who vouches for an answer has been confirmed before it is believed. */
  async #withRevocation({ anchor, certificates }: CandidatePath, search: Search): Promise<PathStep[] | InvalidPath> {
    const { revocation } = this.#request
    const steps: PathStep[] = []
    let issuer = anchor.certificate
    for (const [index, certificate] of certificates.entries()) {
      const place = certificates.length - 1 - index
      if (revocation === 'none' || (place === 0 && search.waived)) {
        steps.push({ certificate, revocation: null })
      } else {
        const answer = await this.#ask(revocation, { certificate, issuer, anchor }, search)
        if (answer.status !== 'good') return notConfirmed(answer, place)
        steps.push({ certificate, revocation: answer })
      }
      issuer = certificate
    }
    return steps
  }

  async #ask(
    check: RevocationCheck,
    subject: { readonly certificate: Certificate; readonly issuer: Certificate; readonly anchor: TrustAnchor },
    { pending, intermediates }: Search,
  ): Promise<RevocationAnswer> {
    const { certificate, issuer, anchor } = subject
    const own = toHex(certificate.encoding)
    if (pending.has(own)) return { status: 'unknown', why: 'its status hangs on itself' }
    if (pending.size >= maxPending) return { status: 'unknown', why: 'too many signers of revocation data hang on each other' }
    const key = [own, toHex(issuer.encoding), toHex(anchor.certificate.encoding)].join()
    const known = this.#answers.get(key)
    if (known !== undefined) return known
    const answer = await check.check({
      ...subject,
      at: this.#request.at,
      intermediates,
      validateSigner: (signer, demands) => this.#validateSigner(signer, demands, anchor, { intermediates, pending: new Set([...pending, own]) }),
    })
    // "Unknown" may be owed to what is pending now and be answered elsewhere in the search.
    if (answer.status === 'good' || answer.status === 'revoked') this.#answers.set(key, answer)
    return answer
  }

  #validateSigner(
    target: Certificate,
    { keyUsage, keyPurpose, ownRevocation, intermediates }: SignerDemands,
    anchor: TrustAnchor,
    around: Pick<Search, 'intermediates' | 'pending'>,
  ): Promise<PathVerdict> {
    const { algorithms, anchorPeriod, work } = this.#settings
    return this.validate({
      target,
      intermediates: [...around.intermediates, ...intermediates],
      anchors: [anchor],
      settings: { ...defaultPathSettings, algorithms, anchorPeriod, work, keyUsage, keyPurpose },
      waived: ownRevocation === 'waived',
      pending: around.pending,
    })
  }
}

const refused = (refusal: Refusal): InvalidPath => ({ outcome: 'invalid', ...refusal, revoked: null })

function notConfirmed(answer: Exclude<RevocationAnswer, { readonly status: 'good' }>, place: number): InvalidPath {
  if (answer.status === 'revoked') return { outcome: 'invalid', fault: 'revoked', place, why: `it was revoked (${answer.reason})`, revoked: answer }
  const fault = answer.status === 'unknown' ? 'revocationUnknown' : 'revocationUnreachable'
  return refused({ fault, place, why: answer.why })
}

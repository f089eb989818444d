import type { Certificate } from '../certificate/certificate.ts'
import { sameName } from '../certificate/distinguished-name.ts'
import type { AlgorithmLimits } from '../certificate/keys/algorithm-limits.ts'
import { checkSignature, type SignatureCheck } from '../certificate/signature.ts'
import type { DistributionPoint } from '../certificate/extensions/distribution-points.ts'
import { sameBytes, type Decoded } from '../der/der-reader.ts'
import type { RevocationQuestion } from '../path/path-verdict.ts'
import type { RevocationList } from './revocation-list.ts'

/**
 * Verifying a signature over megabytes takes longer than everything else, and its outcome depends on list, key and
 * limits alone. Lists and certificates are the same objects from check to check as long as their files are the same.
 */
export class ListSignatures {
  readonly #known = new WeakMap<RevocationList, WeakMap<Certificate, SignatureCheck>>()
  readonly #algorithms: AlgorithmLimits

  constructor(algorithms: AlgorithmLimits) {
    this.#algorithms = algorithms
  }

  check(list: RevocationList, signer: Certificate): SignatureCheck {
    const bySigner = this.#known.get(list) ?? new WeakMap<Certificate, SignatureCheck>()
    this.#known.set(list, bySigner)
    const found = bySigner.get(signer) ?? checkSignature(list, signer.publicKeyInfo, this.#algorithms)
    bySigner.set(signer, found)
    return found
  }
}

/** Whether `list` is by `signer`: by name and, where both say, by key identifier. No proof yet. */
const claimsSigner = (list: RevocationList, { subject, subjectKeyIdentifier: own }: Certificate): boolean =>
  sameName(list.issuer, subject) && (list.authorityKeyIdentifier === null || own === null || list.authorityKeyIdentifier === own)

/** RFC 5280 §6.3.3 (f): where key usage is there, it must say so. */
const maySignLists = ({ keyUsage }: Certificate): boolean => keyUsage === null || keyUsage.cRLSign

/**
 * Whether the list of `signer` is where its own issuer sends us for its own status, by naming it as cRLIssuer. Asking
 * for that status first would never end (PKITS 4.14.30).
 */
const speaksForItself = (signer: Certificate, { certificate }: RevocationQuestion, { crlIssuer }: DistributionPoint): boolean =>
  crlIssuer !== null && sameBytes(signer.encoding, certificate.encoding)

/**
 * The certificate whose key signed `list`, proven: the issuer in the path, the anchor, or somebody with a path of his
 * own to the same anchor (RFC 5280 §6.3.3 f, g). `place` is where the list was looked for.
 */
export async function findListSigner(
  list: RevocationList,
  place: DistributionPoint,
  question: RevocationQuestion,
  signatures: ListSignatures,
): Promise<Decoded<Certificate>> {
  const refusals: string[] = []
  const signed = (signer: Certificate): boolean => {
    if (!claimsSigner(list, signer)) return false
    const signature = maySignLists(signer) ? signatures.check(list, signer) : { ok: false as const, why: 'its issuer may not sign revocation lists' }
    if (!signature.ok) refusals.push(signature.why)
    return signature.ok
  }
  const confirmed = [question.issuer, question.anchor.certificate].find(signed)
  if (confirmed !== undefined) return { ok: true, value: confirmed }
  for (const signer of question.intermediates) {
    if (!signed(signer)) continue
    const ownRevocation = speaksForItself(signer, question, place) ? 'waived' : 'checked'
    const path = await question.validateSigner(signer, { keyUsage: 'cRLSign', keyPurpose: null, ownRevocation, intermediates: [] })
    if (path.outcome === 'valid') return { ok: true, value: signer }
    refusals.push(`its signer is not trusted: ${path.why}`)
  }
  return { ok: false, why: refusals.at(-1) ?? 'no key for its signature is known' }
}

import type { Certificate } from '../certificate/certificate.ts'
import { sameName } from '../certificate/distinguished-name.ts'
import { EXTENSION } from '../certificate/extensions.ts'
import type { RevocationList } from './revocation-list.ts'

/** Freshness rules of the operator. */
export interface FreshnessRules {
  /** A list older than this is not believed, whatever its nextUpdate says. Days of 24 hours since thisUpdate. */
  readonly maxAgeDays: number
  /** How far ahead of ours the issuer's clock may be. */
  readonly skewSeconds: number
}

/** Whether `list` is by the authority of `anchor`: by name and, where both say, by key identifier. No proof yet. */
export function claimsIssuer(list: RevocationList, anchor: Certificate): boolean {
  const keysAgree =
    list.authorityKeyIdentifier === null || anchor.subjectKeyIdentifier === null || list.authorityKeyIdentifier === anchor.subjectKeyIdentifier
  return sameName(list.issuer, anchor.subject) && keysAgree
}

/** Why `list` is not believed at `at`, or null where it is fresh. Whole seconds, both ends inclusive. */
export function whyNotFresh({ thisUpdate, nextUpdate }: RevocationList, at: Date, { maxAgeDays, skewSeconds }: FreshnessRules): string | null {
  const second = Math.floor(at.getTime() / 1000)
  const issued = thisUpdate.getTime() / 1000
  if (issued > second + skewSeconds) return 'it is from the future'
  // RFC 5280 §5.1.2.5 requires nextUpdate; without one nobody knows when a list is out of date.
  if (nextUpdate === null) return 'it does not say when the next one comes'
  if (second > nextUpdate.getTime() / 1000) return 'its next update is overdue'
  return second - issued > maxAgeDays * 86_400 ? `it is older than ${maxAgeDays} days` : null
}

const evaluated = new Set<string>([
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.crlNumber,
  EXTENSION.deltaCrlIndicator,
  EXTENSION.issuingDistributionPoint,
])

/** Why nobody may rely on what `list` says, whoever signed it, or null (RFC 5280 §5.2, §5.3). Independent of time. */
export function whyNotUnderstood({ extensions, unknownCriticalEntryExtensions, baseCrlNumber, own, others }: RevocationList): string | null {
  const unknown = [...extensions.values()].find(({ id, critical }) => critical && !evaluated.has(id))
  if (unknown !== undefined) return `its critical extension ${unknown.id} is not understood`
  const [unknownInEntry] = unknownCriticalEntryExtensions
  if (unknownInEntry !== undefined) return `a critical entry extension ${unknownInEntry} is not understood`
  const removes = [own, ...others.values()].some(({ removals }) => removals.size > 0)
  return baseCrlNumber === null && removes ? 'it takes entries back without being a delta list' : null
}

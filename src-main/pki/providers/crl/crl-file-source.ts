import { productionLimits } from '../../certificate/keys/algorithm-limits.ts'
import type { RevocationQuestion } from '../../path/path-verdict.ts'
import { crlCheck } from '../../revocation/crl-check.ts'
import { revocationListFiles, type AvailableList } from '../../revocation/list-files.ts'
import { ListSignatures } from '../../revocation/list-signer.ts'
import { claimsIssuer, whyNotFresh, whyNotUnderstood, type FreshnessRules } from '../../revocation/list-usability.ts'
import type { StatusSource } from '../../status-source.ts'

export interface CrlFileSourceOptions extends FreshnessRules {
  /** Files of revocation lists, DER or PEM, or folders of *.crl. Replace them by rename, never by writing in place. */
  readonly crls: readonly string[]
  /** What a list is called in evidence and refusals, by its file's name; default "CRL file NAME". */
  readonly name?: (file: string) => string
}

/**
 * Revocation lists in files, looked at again on every check. Throws at construction for rules that are not numbers of
 * at least zero: a comparison with NaN is false, which would make every list fresh.
 */
export function createCrlFileSource({ crls, name, maxAgeDays, skewSeconds }: CrlFileSourceOptions): StatusSource {
  if (!(maxAgeDays >= 0 && skewSeconds >= 0)) throw new RangeError('maxAgeDays and skewSeconds must be at least 0')
  const rules = { maxAgeDays, skewSeconds }
  const lists = revocationListFiles(crls, name)
  const check = crlCheck(lists, rules)
  const signatures = new ListSignatures(productionLimits)

  function whyNotUsable({ list }: AvailableList, { issuer, at }: RevocationQuestion): string | null {
    const signature = signatures.check(list, issuer)
    return whyNotUnderstood(list) ?? (signature.ok ? whyNotFresh(list, at, rules) : signature.why)
  }

  return {
    description: `revocation lists in files (${crls.length})`,
    check: (question) => check.check(question),

    // Whether there is a list to ask; whether it speaks for a certificate's own partition only that certificate can tell.
    async readiness(question) {
      const found = await lists.load()
      const candidates = found.lists.filter(({ list }) => list.baseCrlNumber === null && claimsIssuer(list, question.issuer))
      const refusals: string[] = []
      for (const candidate of candidates) {
        const why = whyNotUsable(candidate, question)
        if (why === null) return { ready: true, why: 'a fresh revocation list' }
        refusals.push(`${candidate.source}: ${why}`)
      }
      const whys = [...refusals, ...found.broken, ...found.problems]
      return { ready: false, why: whys.length === 0 ? 'there is no revocation list of an authority' : whys.join('; ') }
    },
  }
}

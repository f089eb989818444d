import type { Clock } from '../../../clock.ts'
import type { Certificate } from '../../certificate/certificate.ts'
import type { RevocationQuestion } from '../../path/path-verdict.ts'
import type { SourceAnswer, StatusSource } from '../../status-source.ts'
import { exchange } from '../http/exchange.ts'
import type { FreshnessRules } from '../../revocation/list-usability.ts'
import { createCrlFileSource } from './crl-file-source.ts'
import { createListDownload } from './list-download.ts'

export interface CrlUrlSourceOptions extends FreshnessRules {
  readonly url: string
  readonly cacheFile: string
  readonly signers: () => Promise<readonly Certificate[]>
  readonly refreshSeconds: number
  readonly deadlineSeconds: number
  readonly clock: Clock
}

/** RFC 5280 §4.2.1.13 and RFC 2585 §4; the rest is what servers that know nothing of lists say of a file. */
const contentTypes = ['application/pkix-crl', 'application/x-pkcs7-crl', 'application/x-x509-crl', 'application/octet-stream', 'application/x-pem-file']
const maxListOctets = 64 * 1024 * 1024
const retrySeconds = 60

/**
 * A revocation list at an address. The last good one is kept in a file and used as long as it is fresh; a check waits
 * for a refresh that is due, at most for the deadline.
 */
export function createCrlUrlSource({ url, cacheFile, signers, refreshSeconds, deadlineSeconds, clock, ...freshness }: CrlUrlSourceOptions): StatusSource {
  const source = `CRL of ${new URL(url).host}`
  const kept = createCrlFileSource({ ...freshness, crls: [cacheFile], name: () => source })
  const fetch = (etag: string | null) =>
    exchange({ url, body: null, accept: contentTypes, headers: etag === null ? {} : { 'if-none-match': etag }, maxOctets: maxListOctets, deadlineSeconds })
  const download = createListDownload({ fetch, cacheFile, signers, refreshSeconds, retrySeconds, clock })

  async function check(question: RevocationQuestion): Promise<SourceAnswer> {
    const trouble = await download.refresh()
    const answer = await kept.check(question)
    if (trouble === null || answer.status === 'good' || answer.status === 'revoked') return answer
    // Nothing usable is kept because nothing new could be fetched: that is the trouble to tell.
    return { status: 'unreachable', why: `${source}: ${trouble}; ${answer.why}` }
  }

  return {
    description: source,
    check,
    async readiness(question) {
      const trouble = await download.refresh()
      const found = await kept.readiness(question)
      return found.ready || trouble === null ? found : { ready: false, why: `${source}: ${trouble}; ${found.why}` }
    },
  }
}

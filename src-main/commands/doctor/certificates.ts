import type { Clock } from '../../clock.ts'
import { certificateStatusOf } from '../../composition/certificate-status.ts'
import type { Configuration } from '../../config.ts'
import { certificateKinds, type CertificateKind } from '../../issuer/issuer-terminal.ts'
import type { Certificate } from '../../pki/certificate/certificate.ts'
import { anchorFiles } from '../../pki/path/anchor-files.ts'
import { revocationListFiles, type AvailableList } from '../../pki/revocation/list-files.ts'
import { claimsIssuer } from '../../pki/revocation/list-usability.ts'
import type { Check, Subject } from './check.ts'

const millisecondsPerDay = 24 * 60 * 60 * 1000
/** A new authority's certificate has to be asked for, received and checked. */
const anchorNotice = 60 * millisecondsPerDay
const listNotice = millisecondsPerDay

const remedy = 'Put current authority certificates and revocation lists where certificateStatus says, and look at the line to its addresses.'
const titles: Readonly<Record<CertificateKind, readonly [id: string, title: string]>> = {
  userAuthentication: ['certificates', 'Certificates (user authentication)'],
  signature: ['signature-certificates', 'Certificates (signature)'],
}

const day = (date: Date): string => date.toISOString().slice(0, 10)

/** The list of an authority that lasts longest: the one that tells when a new one is needed. */
function lastingList(lists: readonly AvailableList[], anchor: Certificate): AvailableList | undefined {
  const own = lists.filter(({ list }) => claimsIssuer(list, anchor))
  return own.toSorted((a, b) => (b.list.nextUpdate?.getTime() ?? 0) - (a.list.nextUpdate?.getTime() ?? 0))[0]
}

async function checkKind(configuration: Configuration, kind: CertificateKind, clock: Clock, about: Subject): Promise<Check> {
  const { anchors, signatureAnchors, sources } = configuration.certificateStatus
  const readiness = await certificateStatusOf(configuration, clock, kind).readiness()
  if (!readiness.ready) return about.failed(readiness.why, remedy)
  const now = clock.now().getTime()
  const trusted = await anchorFiles(kind === 'userAuthentication' ? anchors : signatureAnchors).load()
  const files = sources.flatMap((source) => (source.driver === 'crl-file' && source.certificates.includes(kind) ? source.crls : []))
  const { lists } = await revocationListFiles(files).load()
  const lines = [readiness.why]
  let soon = false
  for (const anchor of trusted.anchors) {
    if (anchor.notAfter.getTime() < now) {
      // Kept for the certificates that ended with it: they are told from those of a stranger.
      lines.push(`anchor ended on ${day(anchor.notAfter)}`)
      continue
    }
    const lasting = lastingList(lists, anchor)
    const next = lasting?.list.nextUpdate ?? null
    soon ||= anchor.notAfter.getTime() - now < anchorNotice || (next !== null && next.getTime() - now < listNotice)
    const list = lasting === undefined ? '' : `; ${lasting.source} of ${day(lasting.list.thisUpdate)}, next ${next === null ? 'not said' : day(next)}`
    lines.push(`anchor until ${day(anchor.notAfter)}${list}`)
  }
  const seen = lines.join('\n')
  return soon ? about.attention(seen, `Something of this ends soon. ${remedy}`) : about.fine(seen)
}

/** Trust anchors and sources of revocation data: there, believed, and until when. One check a kind of certificate that is looked at here. */
export async function checkCertificates(configuration: Configuration, clock: Clock, about: (id: string, title: string) => Subject): Promise<Check[]> {
  const looked = certificateKinds.filter((kind) => kind === 'userAuthentication' || configuration.certificateStatus.signatureAnchors.length > 0)
  const checks: Check[] = []
  for (const kind of looked) checks.push(await checkKind(configuration, kind, clock, about(...titles[kind])))
  return checks
}

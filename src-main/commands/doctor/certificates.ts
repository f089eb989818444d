import type { Clock } from '../../clock.ts'
import { certificateStatusOf } from '../../composition/certificate-status.ts'
import type { Configuration } from '../../config.ts'
import { certificateKinds, type CertificateKind } from '../../issuer/issuer-terminal.ts'
import type { Certificate } from '../../pki/certificate/certificate.ts'
import { anchorFiles } from '../../pki/path/anchor-files.ts'
import { revocationListFiles, type AvailableList } from '../../pki/revocation/list-files.ts'
import { claimsIssuer } from '../../pki/revocation/list-usability.ts'
import type { About, Check, Subject } from './check.ts'
import type { CheckId } from './words/words.ts'

const millisecondsPerDay = 24 * 60 * 60 * 1000
/** A new authority's certificate has to be asked for, received and checked. */
const anchorNotice = 60 * millisecondsPerDay
const listNotice = millisecondsPerDay

const checkIds: Readonly<Record<CertificateKind, CheckId>> = { userAuthentication: 'certificates', signature: 'signature-certificates' }

const day = (date: Date): string => date.toISOString().slice(0, 10)

/** The list of an authority that lasts longest: the one that tells when a new one is needed. */
function lastingList(lists: readonly AvailableList[], anchor: Certificate): AvailableList | undefined {
  const own = lists.filter(({ list }) => claimsIssuer(list, anchor))
  return own.toSorted((a, b) => (b.list.nextUpdate?.getTime() ?? 0) - (a.list.nextUpdate?.getTime() ?? 0))[0]
}

async function checkKind(configuration: Configuration, kind: CertificateKind, clock: Clock, about: Subject): Promise<Check> {
  const { certificates: words, list: listed, sentences } = about.words
  const { anchors, signatureAnchors, sources } = configuration.certificateStatus
  const readiness = await certificateStatusOf(configuration, clock, kind).readiness()
  if (!readiness.ready) return about.failed(readiness.why, words.remedy)
  const now = clock.now().getTime()
  const trusted = await anchorFiles(kind === 'userAuthentication' ? anchors : signatureAnchors).load()
  const asked = sources.filter(({ certificates }) => certificates.includes(kind))
  const files = asked.flatMap((source) => (source.driver === 'crl-file' ? source.crls : []))
  const { lists } = await revocationListFiles(files, (file) => file).load()
  const current = trusted.anchors.filter(({ notAfter }) => notAfter.getTime() >= now)
  const lines = [words.and([words.anchors({ count: current.length }), words.revocationData({ from: listed(asked.map(({ driver }) => driver)) })])]
  let soon = false
  for (const anchor of trusted.anchors) {
    if (anchor.notAfter.getTime() < now) {
      // Kept for the certificates that ended with it: they are told from those of a stranger.
      lines.push(words.ended({ day: day(anchor.notAfter) }))
      continue
    }
    const lasting = lastingList(lists, anchor)
    const next = lasting?.list.nextUpdate ?? null
    soon ||= anchor.notAfter.getTime() - now < anchorNotice || (next !== null && next.getTime() - now < listNotice)
    const until = words.until({ day: day(anchor.notAfter) })
    const list = lasting && words.list({ file: lasting.source, issued: day(lasting.list.thisUpdate), next: next === null ? words.nextNotSaid : day(next) })
    lines.push(list === undefined ? until : words.and([until, list]))
  }
  const seen = lines.join('\n')
  return soon ? about.attention(seen, sentences([words.endsSoon, words.remedy])) : about.fine(seen)
}

/** Trust anchors and sources of revocation data: there, believed, and until when. One check a kind of certificate that is looked at here. */
export async function checkCertificates(configuration: Configuration, clock: Clock, about: About): Promise<Check[]> {
  const looked = certificateKinds.filter((kind) => kind === 'userAuthentication' || configuration.certificateStatus.signatureAnchors.length > 0)
  const checks: Check[] = []
  for (const kind of looked) checks.push(await checkKind(configuration, kind, clock, about(checkIds[kind])))
  return checks
}

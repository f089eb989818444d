import type { Clock } from '../../clock.ts'
import type { Configuration } from '../../config.ts'
import { createCrlFileCertificateStatus } from '../../pki/crl-file-certificate-status.ts'
import { anchorFiles } from '../../pki/path/anchor-files.ts'
import { listFiles } from '../../pki/revocation/list-files.ts'
import type { Check, Subject } from './check.ts'

const millisecondsPerDay = 24 * 60 * 60 * 1000
/** A new authority's certificate has to be asked for, received and checked. */
const anchorNotice = 60 * millisecondsPerDay
const listNotice = millisecondsPerDay

const day = (date: Date): string => date.toISOString().slice(0, 10)

/** Trust anchors and revocation lists: there, believed, and until when. */
export async function checkCertificates(settings: Configuration['certificateStatus'], clock: Clock, about: Subject): Promise<Check> {
  const remedy = 'Put current authority certificates and revocation lists where certificateStatus says.'
  const readiness = await createCrlFileCertificateStatus({ ...settings, clock }).readiness()
  if (!readiness.ready) return about.failed(readiness.why, remedy)
  const now = clock.now()
  const { anchors } = await anchorFiles(settings.anchors).load()
  const lists = listFiles(settings.crls, settings)
  const lines: string[] = []
  let soon = false
  for (const anchor of anchors) {
    const search = await lists.find(anchor, now)
    const next = search.outcome === 'found' ? search.file.list.nextUpdate : null
    soon ||= anchor.notAfter.getTime() - now.getTime() < anchorNotice || (next !== null && next.getTime() - now.getTime() < listNotice)
    const list = search.outcome === 'found' ? `list ${search.file.name} of ${day(search.file.list.thisUpdate)}, next ${next === null ? 'not said' : day(next)}` : `no list (${search.why})`
    lines.push(`anchor until ${day(anchor.notAfter)}; ${list}`)
  }
  const seen = lines.join('\n')
  return soon ? about.attention(seen, `Something of this ends soon. ${remedy}`) : about.fine(seen)
}

import type { ApplicationDetail, ApplicationFinding } from '../../../../src-preload/contract.ts'
import { AttentionIcon, RefusedIcon, SuccessIcon } from '../../../parts/icons/icons.tsx'
import { useStaff } from '../../staff-context.ts'

/** What stands in the way: what can't be mended first, then what is missing. Nothing: it can be received. */
export function ApplicationFindings({ detail }: { detail: ApplicationDetail }) {
  const { words } = useStaff()
  const { findings: own } = words.applications
  const barred = detail.findings.filter(({ level }) => level === 'barred')
  const missing = detail.findings.filter(({ level }) => level === 'missing')
  if (detail.findings.length === 0) {
    return (
      <div className="all-there">
        <SuccessIcon />
        <div>
          <h3>{own.none}</h3>
          {detail.row.state === 'draft' ? <p>{own.noneNote}</p> : null}
        </div>
      </div>
    )
  }
  return (
    <>
      <Group id="application-barred" title={own.barred} findings={barred} />
      <Group id="application-missing" title={own.missing(missing.length)} findings={missing} />
    </>
  )
}

function Group({ id, title, findings }: { id: string; title: string; findings: readonly ApplicationFinding[] }) {
  const { words } = useStaff()
  if (findings.length === 0) return null
  return (
    <section className="finding-group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {findings.map(({ key, level }) => (
          <li key={key} className={`finding finding-${level}`}>
            {level === 'barred' ? <RefusedIcon /> : <AttentionIcon />}
            <div>
              <p className="finding-title">{words.applications.findingWords[key].title}</p>
              <p>{words.applications.findingWords[key].todo}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

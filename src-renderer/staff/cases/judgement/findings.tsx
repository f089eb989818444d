import type { CardCaseDetail } from '../../../../src-preload/contract.ts'
import { AttentionIcon, InformationIcon, RefusedIcon, SuccessIcon } from '../../../parts/icons/icons.tsx'
import { useStaff } from '../../staff-context.ts'

/** What stands in the way: what can't be mended first, then what is missing. Nothing: it can be confirmed. */
export function Findings({ detail }: { detail: CardCaseDetail }) {
  const { words } = useStaff()
  const { findings: own, findingWords, pins, ofPins } = words.cases
  const barred = detail.findings.filter(({ level }) => level === 'barred')
  const missing = detail.findings.filter(({ level }) => level === 'missing')
  const item = ({ key, pins: about, level }: CardCaseDetail['findings'][number]) => (
    <li key={key} className={`finding finding-${level}`}>
      {level === 'barred' ? <RefusedIcon /> : <AttentionIcon />}
      <div>
        <p className="finding-title">
          {findingWords[key].title}
          {about.length === 0 ? null : <span className="finding-pins">{ofPins(about.map((pin) => pins[pin]))}</span>}
        </p>
        <p>{findingWords[key].todo}</p>
      </div>
    </li>
  )
  if (detail.findings.length === 0) {
    return (
      <div className="all-there">
        <SuccessIcon />
        <div>
          <h3>{own.none}</h3>
          {detail.row.state === 'open' ? <p>{own.noneNote}</p> : null}
        </div>
      </div>
    )
  }
  return (
    <>
      {barred.length > 0 ? (
        <section className="finding-group" aria-labelledby="case-barred">
          <h3 id="case-barred">{own.barred}</h3>
          <ul>{barred.map(item)}</ul>
        </section>
      ) : null}
      {missing.length > 0 ? (
        <section className="finding-group" aria-labelledby="case-missing">
          <h3 id="case-missing">{own.missing(missing.length)}</h3>
          <ul>{missing.map(item)}</ul>
        </section>
      ) : null}
    </>
  )
}

/** 伝えること: calm notes for the clerk's mouth (reference counter-procedures §I). */
export function Guidance({ detail }: { detail: CardCaseDetail }) {
  const { words } = useStaff()
  const { guidance: title, guidanceWords } = words.cases
  if (detail.guidance.length === 0) return null
  return (
    <section className="guidance" aria-labelledby="case-guidance">
      <h3 id="case-guidance">
        <InformationIcon /> {title}
      </h3>
      <ul>
        {detail.guidance.map((key) => (
          <li key={key}>{guidanceWords[key]}</li>
        ))}
      </ul>
    </section>
  )
}

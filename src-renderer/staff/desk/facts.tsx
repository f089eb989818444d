import type { ReactNode } from 'react'
import type { RequestDetail } from '../../../src-preload/contract.ts'
import { PersonalName } from '../../parts/personal-name.tsx'
import { formatDate, formatDay, formatTime } from '../../words/dates.ts'
import { useStaff } from '../staff-context.ts'
import { History } from './history.tsx'

const Fact = ({ label, children, aside }: { label: string; children: ReactNode; aside?: string }) => (
  <div className="fact">
    <dt>
      {label}
      {aside === undefined ? null : <span className="fact-aside">{aside}</span>}
    </dt>
    <dd>{children}</dd>
  </div>
)

/** Ten full-width characters fill half a line; Latin letters take half of one each. */
const isLong = (name: string): boolean => [...new Intl.Segmenter('ja').segment(name)].reduce((width, { segment }) => width + (/^[\u0020-\u024f]/.test(segment) ? 1 : 2), 0) > 20

/** Who asked and how that is known; what is asked, and what is left out; what has happened so far. */
export function Facts({ detail }: { detail: RequestDetail }) {
  const { words, language } = useStaff()
  const { detail: own, options, purposes, yen } = words.requests
  const { row, identified, receivedYen } = detail
  return (
    <>
      <dl className="fact-list">
        <Fact label={own.applicant}>
          <span className="applicant">
            <PersonalName>{detail.applicantName}</PersonalName>
          </span>
        </Fact>
        <Fact label={own.identified} aside={formatTime(identified.at)}>
          {own.method}
          <dl className="fact-sub">
            <div>
              <dt>{own.validUntil}</dt>
              <dd>{formatDate(identified.certificateValidUntil, language)}</dd>
            </div>
            <div>
              <dt>{own.revocation}</dt>
              <dd>
                {identified.revocation.by === null ? own.revocationUnsaid : own.revocationBy[identified.revocation.by]}
                {identified.revocation.asOf === null ? null : own.revocationAsOf(`${formatDay(identified.revocation.asOf, language)} ${formatTime(identified.revocation.asOf)}`)}
              </dd>
            </div>
          </dl>
        </Fact>
        <Fact label={own.members} aside={own.persons(detail.memberNames.length)}>
          <ol className="members">
            {detail.memberNames.map((name, index) => (
              <li key={index} className={isLong(name) ? 'member-long' : undefined}>
                <PersonalName>{name}</PersonalName>
              </li>
            ))}
          </ol>
        </Fact>
        <Fact label={own.include}>
          {detail.include.length === 0 ? (
            own.includeNone
          ) : (
            <ul className="chips">
              {detail.include.map((option) => (
                <li key={option} className="chip chip-on">
                  {options[option]}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {detail.omitted.length === 0 ? null : (
          <Fact label={own.omitted}>
            <ul className="chips">
              {detail.omitted.map((option) => (
                <li key={option} className="chip chip-off">
                  {options[option]}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {detail.purpose === null ? null : <Fact label={own.purpose}>{purposes[detail.purpose]}</Fact>}
        <Fact label={own.fee}>
          <span className="money">{yen(row.fee)}</span>
          {receivedYen === null ? null : (
            <span className="fact-money">
              {own.received} <span className="money">{yen(receivedYen)}</span>　{own.change} <span className="money">{yen(receivedYen - row.fee)}</span>
            </span>
          )}
        </Fact>
        {detail.certificateNumbers.length === 0 ? null : (
          <Fact label={own.numbers}>
            <ul className="numbers">
              {detail.certificateNumbers.map((number) => (
                <li key={number}>{number}</li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      <History entries={detail.history} />
    </>
  )
}

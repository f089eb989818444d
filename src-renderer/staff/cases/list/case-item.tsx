import { ListBoxItem } from 'react-aria-components'
import type { CardCaseRow } from '../../../../src-preload/contract.ts'
import { AttentionIcon } from '../../../parts/icons/icons.tsx'
import { formatMonthDay, formatTime } from '../../../words/dates.ts'
import { ageOf } from '../../requests/age.ts'
import { useStaff } from '../../staff-context.ts'
import { clerkFailure } from '../../words/staff-words.ts'
import { CaseMark } from './case-mark.tsx'
import { isOpenCase } from './listed-cases.ts'

interface CaseItemProps {
  row: CardCaseRow
  index: number
  isNews: boolean
  now: Date
}

/** One case in two lines: number, kind and state; then when, and what is amiss. No name: the list can be seen from the counter. */
export function CaseItem({ row, index, isNews, now }: CaseItemProps) {
  const { words, language } = useStaff()
  const { list, kinds, states } = words.cases
  const { age: ageWords } = words.requests.list
  const age = ageOf(row.openedAt, now)
  const waits = isOpenCase(row) && row.state !== 'awaitingAnswer'
  const days = Math.floor(age.hours / 24)
  const ageText = age.hours > 0 ? ageWords.hours(age.hours, age.minutes) : age.minutes > 0 ? ageWords.minutes(age.minutes) : ageWords.now
  const showsAge = waits && days === 0
  const hotKey = index < 10 ? String((index + 1) % 10) : null
  return (
    <ListBoxItem
      id={row.caseId}
      className={`request case-${row.state}${isNews ? ' request-fresh' : ''}${isOpenCase(row) ? '' : ' request-handedOver'}${showsAge ? '' : ' request-ageless'}`}
      textValue={`${row.number} ${kinds[row.kind]} ${states[row.state]}`}
    >
      <span className="request-key" aria-hidden>
        {hotKey}
      </span>
      <span className="request-number">{row.number}</span>
      <span className="request-kind">{kinds[row.kind]}</span>
      <CaseMark state={row.state} />
      <span className="request-when">{days === 0 ? formatTime(row.openedAt) : formatMonthDay(row.openedAt)}</span>
      <span className="request-marks">
        {isNews ? <span className="mark mark-fresh">{list.news}</span> : null}
        {row.answerDueOn === null ? null : row.answerOverdue ? (
          <span className="mark mark-error">
            <AttentionIcon />
            {list.overdue}
          </span>
        ) : (
          <span className="mark">{list.due(row.answerDueOn.slice(5).replace('-', '/'))}</span>
        )}
        {row.linkOutstanding ? (
          <span className="mark mark-error">
            <AttentionIcon />
            {list.link}
          </span>
        ) : null}
        {row.failure !== null && row.state !== 'uncertain' && !row.linkOutstanding ? (
          <span className="mark mark-error" title={clerkFailure(language, row.failure).title}>
            <AttentionIcon />
            {list.failed}
          </span>
        ) : null}
      </span>
      {showsAge ? <span className={age.long ? 'request-age request-age-long' : 'request-age'}>{ageText}</span> : null}
    </ListBoxItem>
  )
}

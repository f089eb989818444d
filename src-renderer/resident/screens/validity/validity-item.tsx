import type { ReactNode } from 'react'
import type { CertificateKind, CertificateValidity } from '../../../../src-preload/contract.ts'
import { ArrowIcon, AttentionIcon, ClockIcon, DashIcon, LockIcon, QuestionIcon, RefusedIcon, SuccessIcon } from '../../../parts/icons/icons.tsx'
import { Text } from '../../../parts/text.tsx'
import { dateWords } from '../../../words/dates.ts'
import { plain } from '../../../words/furigana.ts'
import { useResident } from '../../resident-context.tsx'

type State = CertificateValidity['state']

/** Word, shape and colour together; the shape is one of its own for each state. */
const looks: Record<State, { tone: 'success' | 'error' | 'attention' | 'quiet'; icon: ReactNode }> = {
  good: { tone: 'success', icon: <SuccessIcon /> },
  expired: { tone: 'error', icon: <RefusedIcon /> },
  notYetValid: { tone: 'attention', icon: <ClockIcon /> },
  revoked: { tone: 'error', icon: <AttentionIcon /> },
  absent: { tone: 'quiet', icon: <DashIcon /> },
  locked: { tone: 'quiet', icon: <LockIcon /> },
  unconfirmed: { tone: 'attention', icon: <QuestionIcon /> },
}

interface ValidityItemProps {
  subject: CertificateKind | 'card'
  state: State
  validUntil: string | null
  daysLeft: number | null
  /** Why, or what must be known about the state; null when the state says it all. */
  because: string | null
  /** What to do next. */
  next: readonly string[]
  children?: ReactNode
}

/** One certificate, or the card: what it is, whether it works, until when, and what to do. */
export function ValidityItem({ subject, state, validUntil, daysLeft, because, next, children }: ValidityItemProps) {
  const { snapshot, words } = useResident()
  const own = words.screens.validity
  const { name, explanation, legal } = words.domain.certificates[subject]
  const { tone, icon } = looks[state]
  const inForce = state === 'good'
  return (
    <li className={`validity-item validity-${tone}`}>
      <div className="validity-what">
        <h2>
          <Text>{name}</Text>
        </h2>
        <p className="validity-use">
          <Text>{explanation}</Text>
        </p>
        {subject === 'card' ? null : (
          <p className="validity-legal">
            <Text>{legal}</Text>
          </p>
        )}
      </div>
      <div className="validity-how">
        <p className={`state state-${tone}`}>
          {icon}
          <strong>
            <Text>{own.states[state]}</Text>
          </strong>
        </p>
        {validUntil === null ? null : (
          <p className="validity-until">
            <Text>{(inForce ? own.until : own.was)(dateWords(validUntil, snapshot.language))}</Text>
          </p>
        )}
        {daysLeft === null ? null : inForce || state === 'expired' ? (
          <p className="validity-days">
            <Text>{daysLeft < 0 ? own.daysPast(-daysLeft) : own.daysLeft(daysLeft)}</Text>
          </p>
        ) : null}
        {because === null ? null : (
          <p className="validity-because">
            <Text>{because}</Text>
          </p>
        )}
      </div>
      <div className="validity-next">
        <h3 className="visually-hidden">{plain(own.next)}</h3>
        {next.map((line) => (
          <p key={line} className="validity-step">
            <ArrowIcon />
            <Text>{line}</Text>
          </p>
        ))}
        {children}
      </div>
    </li>
  )
}

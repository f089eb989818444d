import { useState } from 'react'
import type { CardCaseDetail, FailureCode } from '../../../../src-preload/contract.ts'
import { PersonalName } from '../../../parts/personal-name.tsx'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import { dateShown } from '../facts/fact-fields.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** 二人目の確認: another account's own password at the same desk. It leaves the field with every answer. */
export function SecondPersonDialog({ row, detail, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { ask } = useDesk()
  const { attempt } = useCasesDesk()
  const own = words.cases.dialogs.secondPerson
  const [accountId, setAccountId] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | 'incomplete' | null>(null)
  const { needed } = detail.secondPerson

  const confirm = async (): Promise<void> => {
    if (busy) return
    if (accountId.trim() === '' || password === '') {
      setFailure('incomplete')
      return
    }
    setBusy(true)
    setFailure(null)
    const code = await attempt({ type: 'cardCaseSecondPerson', caseId: row.caseId, accountId: accountId.trim(), password })
    setPassword('')
    setBusy(false)
    if (code === null) ask(null)
    else setFailure(code)
  }

  return (
    <DeskDialog title={own.title(row.number)} onClose={onClose} submit={{ words: busy ? words.frame.signIn.busy : own.submit, isDisabled: busy, onSubmit: () => void confirm() }}>
      <p>{needed === 'none' ? '' : own.lead[needed]}</p>
      <Summary detail={detail} />
      <DeskField label={own.account} value={accountId} onChange={setAccountId} maxLength={64} takesFocus />
      <DeskField label={own.password} value={password} onChange={setPassword} type="password" />
      <div aria-live="assertive">
        {failure === null ? null : failure === 'incomplete' ? <p className="field-error">{own.needBoth}</p> : <FailureNote code={failure} />}
      </div>
      <p className="quiet">{own.note}</p>
    </DeskDialog>
  )
}

/** What is confirmed, on the dialog itself: it covers the desk. */
function Summary({ detail }: { detail: CardCaseDetail }) {
  const { words, language } = useStaff()
  const own = words.cases
  const { facts, subject } = detail
  const shown = detail.choices.documents.filter(({ id }) => facts.actorDocuments.includes(id) || facts.principalDocuments.includes(id))
  const work = [...detail.pinsToSet.map((pin) => own.pins[pin]), ...facts.certificates.map((certificate) => own.certificates[certificate])]
  const lines: readonly (readonly [string, string])[] = [
    [own.dialogs.newCase.kind, work.length === 0 ? own.kinds[detail.row.kind] : `${own.kinds[detail.row.kind]}（${own.ofPins([...new Set(work)])}）`],
    [own.facts.actor, facts.actor === null ? '—' : [own.actors[facts.actor], facts.representative?.name ?? ''].filter((part) => part !== '').join('　')],
    [own.facts.documents, shown.length === 0 ? '—' : own.ofPins(shown.map((document) => document[language]))],
  ]
  return (
    <dl className="pairs">
      <div>
        <dt>{own.subject}</dt>
        <dd>
          <PersonalName>{subject.name}</PersonalName>　{own.born(dateShown(subject.birthDate, language))}
        </dd>
      </div>
      {lines.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

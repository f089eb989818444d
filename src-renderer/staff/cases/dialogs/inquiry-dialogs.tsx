import { useState } from 'react'
import { dayInJapan } from '../../dates/read-date.ts'
import { useDesk } from '../../desk-context.ts'
import { AnswerButton } from '../../parts/answer-button.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import { DateField } from '../facts/fact-fields.tsx'
import type { CaseDialogProps } from './case-dialog.ts'

/** 照会書を送った: today, unless it was another day. */
export function PostedDialog({ row, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { now } = useDesk()
  const { perform } = useCasesDesk()
  const own = words.cases.dialogs.posted
  const [postedOn, setPostedOn] = useState<string | null>(dayInJapan(now))
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        isDisabled: postedOn === null,
        onSubmit: () => {
          if (postedOn !== null) perform('inquiry', { type: 'cardCaseInquiryPosted', caseId: row.caseId, postedOn })
        },
      }}
    >
      <p>{own.lead}</p>
      <DateField label={own.postedOn} value={postedOn} onChange={setPostedOn} takesFocus />
    </DeskDialog>
  )
}

/** 回答: only eyes can tell whether it is genuine; neither answer is the default. */
export function AnswerDialog({ row, onClose }: CaseDialogProps) {
  const { words } = useStaff()
  const { now } = useDesk()
  const { perform } = useCasesDesk()
  const own = words.cases.dialogs.answer
  const [receivedOn, setReceivedOn] = useState<string | null>(dayInJapan(now))
  const answer = (accepted: boolean) => () => {
    if (receivedOn !== null) perform('inquiry', { type: 'cardCaseAnswerReceived', caseId: row.caseId, receivedOn, accepted })
  }
  return (
    <DeskDialog title={own.title(row.number)} onClose={onClose}>
      <p>{own.lead}</p>
      <DateField label={own.receivedOn} value={receivedOn} onChange={setReceivedOn} takesFocus />
      <div className="answers">
        <AnswerButton name={own.yes} note={own.yesNote} onPress={answer(true)} />
        <AnswerButton name={own.no} note={own.noNote} onPress={answer(false)} />
      </div>
    </DeskDialog>
  )
}

import { useState } from 'react'
import { DateField } from '../../cases/facts/fact-fields.tsx'
import { dayInJapan } from '../../dates/read-date.ts'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { ApplicationDialogProps } from './application-dialog.ts'

/** 発送, 交付前設定, 交付通知: on the day it happened, at this terminal. */
export function StepDialog({ row, onClose, step }: ApplicationDialogProps & { step: 'shipped' | 'prepared' | 'notified' }) {
  const { words, terminal, language } = useStaff()
  const { now } = useDesk()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.step
  const [on, setOn] = useState<string | null>(dayInJapan(now))
  const { applicationId } = row
  return (
    <DeskDialog
      title={own.title[step](row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        isDisabled: on === null,
        onSubmit: () => {
          if (on !== null) perform(step, applicationId, { type: 'applicationStep', applicationId, step, on })
        },
      }}
    >
      <p>{own.lead[step]}</p>
      <DateField label={own.on[step]} value={on} onChange={setOn} takesFocus />
      <p className="quiet">{own.place(`${terminal.municipality[language]} ${words.applications.terminal(terminal.number)}`)}</p>
    </DeskDialog>
  )
}

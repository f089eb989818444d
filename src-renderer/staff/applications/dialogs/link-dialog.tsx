import { useState } from 'react'
import type { FailureCode } from '../../../../src-preload/contract.ts'
import { FindResident } from '../../cases/dialogs/new-case/find-resident.tsx'
import { useFind } from '../../cases/dialogs/new-case/use-find.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { ApplicationDialogProps } from './application-dialog.ts'

/** 住民記録と結ぶ: whose application it is, as the record says. */
export function LinkDialog({ row, detail, onClose }: ApplicationDialogProps) {
  const { words } = useStaff()
  const { glass, attempt, ask } = useApplicationsDesk()
  const own = words.applications.dialogs.link
  const shared = words.cases.dialogs.newCase
  const find = useFind(glass)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const { applicationId } = row

  const submit = async (): Promise<void> => {
    const { hit } = find
    if (busy || find.busy) return
    if (hit === null) {
      find.run()
      return
    }
    setBusy(true)
    setFailure(null)
    const code = await attempt(applicationId, { type: 'applicationLink', applicationId, version: detail.version, subject: hit.subject })
    setBusy(false)
    if (code === null) ask(null)
    else setFailure(code)
  }

  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      wide
      submit={{ words: find.hit !== null ? own.submit : find.input.way === 'search' ? shared.searchNow : shared.look, isDisabled: busy || find.busy, takesFocus: true, onSubmit: () => void submit() }}
    >
      <FindResident find={find} onTake={() => void submit()} />
      {failure === null ? null : <FailureNote code={failure} />}
      <p className="quiet">{own.recorded}</p>
    </DeskDialog>
  )
}

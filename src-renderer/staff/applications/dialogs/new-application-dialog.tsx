import { useState } from 'react'
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import type { ApplicationKind, FailureCode } from '../../../../src-preload/contract.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { randomId } from '../random-id.ts'

/** 新しい申請: what for; whose it is stands on the form and is found after. */
export function NewApplicationDialog({ batchId, onClose }: { batchId: string | null; onClose: () => void }) {
  const { words } = useStaff()
  const { held, attempt, ask, show } = useApplicationsDesk()
  const own = words.applications.dialogs.newApplication
  const [kind, setKind] = useState<ApplicationKind | null>(null)
  // The page repeats an event whose answer it lost: the same id opens nothing twice.
  const [ids] = useState(() => new Map<ApplicationKind, string>())
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)

  const submit = async (): Promise<void> => {
    setTried(true)
    if (kind === null || busy) return
    const applicationId = ids.get(kind) ?? randomId()
    ids.set(kind, applicationId)
    setBusy(true)
    setFailure(null)
    const code = await attempt(batchId ?? applicationId, { type: 'applicationOpen', applicationId, kind, batchId })
    setBusy(false)
    if (code !== null) {
      setFailure(code)
      return
    }
    ask(null)
    show(applicationId)
  }

  return (
    <DeskDialog title={own.title} onClose={onClose} submit={{ words: own.submit, isDisabled: busy, onSubmit: () => void submit() }}>
      <p className="quiet">{own.lead}</p>
      <RadioGroup
        className="new-kinds"
        value={kind}
        isInvalid={tried && kind === null}
        onChange={(value) => {
          const picked = held.kinds.find((each) => each === value)
          if (picked !== undefined) setKind(picked)
        }}
      >
        <Label>{own.kind}</Label>
        {held.kinds.map((each, index) => (
          <RadioField key={each} value={each} {...(index === 0 ? { autoFocus: true } : {})}>
            <RadioButton className="reason">{words.applications.kinds[each]}</RadioButton>
          </RadioField>
        ))}
        {tried && kind === null ? <p className="field-error">{own.kindNeeded}</p> : null}
      </RadioGroup>
      {failure === null ? null : <FailureNote code={failure} />}
    </DeskDialog>
  )
}

import { useState } from 'react'
import { batchKindSchema, type BatchKind } from '../../../../src-preload/contract.ts'
import { DateField, OneOf } from '../../cases/facts/fact-fields.tsx'
import { dayInJapan } from '../../dates/read-date.ts'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useStaff } from '../../staff-context.ts'
import type { FailureCode } from '../../../../src-preload/contract.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { randomId } from '../random-id.ts'

/** 新しい団体・出張. */
export function BatchOpenDialog({ onClose }: { onClose: () => void }) {
  const { words } = useStaff()
  const { now } = useDesk()
  const { attempt, ask, select } = useApplicationsDesk()
  const own = words.applications.dialogs.batchOpen
  const { batchKinds } = words.applications
  const [batchId] = useState(randomId)
  const [kind, setKind] = useState<BatchKind>('company')
  const [name, setName] = useState('')
  const [place, setPlace] = useState('')
  const [heldOn, setHeldOn] = useState<string | null>(dayInJapan(now))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const complete = name.trim() !== '' && place.trim() !== '' && heldOn !== null

  const submit = async (): Promise<void> => {
    if (heldOn === null || !complete || busy) return
    setBusy(true)
    setFailure(null)
    const code = await attempt(batchId, { type: 'applicationBatchOpen', batchId, kind, name: name.trim(), place: place.trim(), heldOn })
    setBusy(false)
    if (code !== null) {
      setFailure(code)
      return
    }
    ask(null)
    select(batchId)
  }

  return (
    <DeskDialog title={own.title} onClose={onClose} submit={{ words: own.submit, isDisabled: !complete || busy, onSubmit: () => void submit() }}>
      <p>{own.kind}</p>
      <OneOf label={own.kind} choices={batchKindSchema.options.map((id) => ({ id, words: batchKinds[id] }))} value={kind} onChange={setKind} />
      <DeskField label={own.name} value={name} onChange={setName} maxLength={100} takesFocus />
      <DeskField label={own.place} value={place} onChange={setPlace} maxLength={100} />
      <DateField label={own.heldOn} value={heldOn} onChange={setHeldOn} />
      {failure === null ? null : <FailureNote code={failure} />}
    </DeskDialog>
  )
}

/** 締める: nobody is added any more. */
export function BatchCloseDialog({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.batchClose
  return (
    <DeskDialog
      title={own.title}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        takesFocus: true,
        onSubmit: () => {
          perform('batchClose', batchId, { type: 'applicationBatchClose', batchId })
        },
      }}
    >
      <p>{own.lead}</p>
    </DeskDialog>
  )
}

import { useState } from 'react'
import type { RequestRow, VoidReason } from '../../../../src-preload/contract.ts'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { missingIn, ReasonFields } from './reason-fields.tsx'

/** 取消. It can't be undone, and says what must happen to the paper and the money. */
export function VoidDialog({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useDesk()
  const own = words.actions.void
  const [reason, setReason] = useState<VoidReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const missing = missingIn(reason, note)
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        look: 'danger',
        onSubmit: () => {
          setTried(true)
          if (reason !== null && missing === null) perform('void', { type: 'void', requestId: row.requestId, reason, note: note.trim() })
        },
      }}
    >
      <p>{own.lead}</p>
      {row.state === 'received' ? null : <p className="dialog-warning">{own.paper}</p>}
      {row.state === 'paid' && row.fee > 0 ? <p className="dialog-warning">{own.money(words.requests.yen(row.fee))}</p> : null}
      <ReasonFields reasons={words.actions.voidReasons} reason={reason} onReason={setReason} note={note} onNote={setNote} missing={tried ? missing : null} />
    </DeskDialog>
  )
}

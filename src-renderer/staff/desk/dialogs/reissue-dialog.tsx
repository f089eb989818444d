import { useState } from 'react'
import type { ReissueReason, RequestRow } from '../../../../src-preload/contract.ts'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { missingIn, ReasonFields } from './reason-fields.tsx'

/** 再発行: prints again, and the paper says so. */
export function ReissueDialog({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useDesk()
  const own = words.actions.reissue
  const [reason, setReason] = useState<ReissueReason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const missing = missingIn(reason, note)
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        onSubmit: () => {
          setTried(true)
          if (reason !== null && missing === null) perform('reissue', { type: 'reissue', requestId: row.requestId, reason, note: note.trim() })
        },
      }}
    >
      <p>{own.lead}</p>
      <p className="dialog-warning">{own.paper}</p>
      <ReasonFields reasons={words.actions.reissueReasons} reason={reason} onReason={setReason} note={note} onNote={setNote} missing={tried ? missing : null} />
    </DeskDialog>
  )
}

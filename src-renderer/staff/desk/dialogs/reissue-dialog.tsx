import type { RequestRow } from '../../../../src-preload/contract.ts'
import { useDesk } from '../../desk-context.ts'
import { useStaff } from '../../staff-context.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** 再発行: prints again, and the paper says so. */
export function ReissueDialog({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useDesk()
  const own = words.actions.reissue
  return (
    <ReasonDialog
      own={own}
      number={row.number}
      reasons={words.actions.reissueReasons}
      warnings={<p className="dialog-warning">{own.paper}</p>}
      onReason={(reason, note) => {
        perform('reissue', { type: 'reissue', requestId: row.requestId, reason, note })
      }}
      onClose={onClose}
    />
  )
}

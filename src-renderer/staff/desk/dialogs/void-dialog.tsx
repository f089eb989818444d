import type { RequestRow } from '../../../../src-preload/contract.ts'
import { useDesk } from '../../desk-context.ts'
import { useStaff } from '../../staff-context.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** 取消. It can't be undone, and says what must happen to the paper and the money. */
export function VoidDialog({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useDesk()
  const own = words.actions.void
  return (
    <ReasonDialog
      own={own}
      number={row.number}
      look="danger"
      reasons={words.actions.voidReasons}
      warnings={
        <>
          {row.state === 'received' ? null : <p className="dialog-warning">{own.paper}</p>}
          {row.state === 'paid' && row.fee > 0 ? <p className="dialog-warning">{own.money(words.requests.yen(row.fee))}</p> : null}
        </>
      }
      onReason={(reason, note) => {
        perform('void', { type: 'void', requestId: row.requestId, reason, note })
      }}
      onClose={onClose}
    />
  )
}

import type { RequestRow } from '../../../../src-preload/contract.ts'
import { PersonalName } from '../../../parts/personal-name.tsx'
import { useDesk } from '../../desk-context.ts'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'

/** 交付: the last look before a paper leaves the house. It can't be undone, so it asks. */
export function HandOverDialog({ row, onClose }: { row: RequestRow; onClose: () => void }) {
  const { words } = useStaff()
  const { perform, detail } = useDesk()
  const own = words.actions.handOver
  return (
    <DeskDialog
      title={own.title(row.number)}
      onClose={onClose}
      submit={{
        words: own.submit,
        takesFocus: true,
        onSubmit: () => {
          perform('handOver', { type: 'handOver', requestId: row.requestId })
        },
      }}
    >
      <p>{own.check}</p>
      <ol className="checks">
        <li>{own.slip(row.number)}</li>
        <li>
          {own.name}
          {detail.state === 'open' ? (
            <strong className="checks-name">
              <PersonalName>{detail.detail.applicantName}</PersonalName>
            </strong>
          ) : null}
        </li>
        <li>{own.paper(words.requests.copies(row.copies))}</li>
      </ol>
      <p className="quiet">{own.note}</p>
    </DeskDialog>
  )
}

import { ListBox, ListBoxItem } from 'react-aria-components'
import { DeskButton } from '../../parts/desk-button.tsx'
import { singleChoice } from '../../parts/single-choice.ts'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { newestBatches } from '../list/listed-applications.ts'

/** 団体・出張の一覧, the newest first. */
export function BatchList() {
  const { words } = useStaff()
  const { held, selectedId, select, start, whyNot } = useApplicationsDesk()
  const { batches: own, batchKinds, names } = words.applications
  const batches = newestBatches(held.batches)
  return (
    <>
      <div className="case-new">
        <DeskButton
          isDisabled={whyNot('batchOpen') !== null}
          onPress={() => {
            start('batchOpen')
          }}
        >
          {names.batchOpen}
        </DeskButton>
      </div>
      <ListBox
        className="request-list"
        aria-label={own.title}
        data-owns-arrows
        items={batches.map((batch) => ({ id: batch.batchId, batch }))}
        dependencies={[words]}
        {...singleChoice(selectedId, select)}
        renderEmptyState={() => (
          <div className="list-empty">
            <p>{own.empty}</p>
          </div>
        )}
      >
        {({ batch }) => (
          <ListBoxItem id={batch.batchId} className={`request table-row${batch.state === 'closed' ? ' request-handedOver' : ''}`} textValue={batch.name}>
            <span className="table-row-name">{batch.name}</span>
            <span className="state">{own[batch.state]}</span>
            <span className="table-row-more">
              {batchKinds[batch.kind]}　{batch.heldOn.slice(5).replace('-', '/')}　{own.of(batch.counts.received, batch.counts.people)}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </>
  )
}

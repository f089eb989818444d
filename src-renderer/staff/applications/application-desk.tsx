import { useStaff } from '../staff-context.ts'
import { applicationKeyOf } from '../keys/application-shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ApplicationActionBar } from './application-action-bar.tsx'
import { useApplicationsDesk } from './applications-context.ts'
import { BatchDesk } from './batches/batch-desk.tsx'
import { OpenApplication } from './detail/open-application.tsx'
import { ApplicationMark } from './list/application-mark.tsx'
import { PacketDesk } from './packets/packet-desk.tsx'
import { StatisticsDesk } from './statistics/statistics-desk.tsx'

/** The middle column: what is open of the table that is shown. */
export function ApplicationsDeskColumn() {
  const { page } = useApplicationsDesk()
  switch (page) {
    case 'applications':
      return <ApplicationDesk />
    case 'batches':
      return <BatchDesk />
    case 'packets':
      return <PacketDesk />
    case 'statistics':
      return <StatisticsDesk />
  }
}

/** 選んだ申請: who, the photo, what is missing, and the way to the card. */
function ApplicationDesk() {
  const { words } = useStaff()
  const { selected, detail, held, start } = useApplicationsDesk()
  const own = words.applications
  if (selected === null) {
    return (
      <section className="column column-desk" data-column="desk" aria-label={own.none}>
        <div className="desk-empty">
          <p>{own.none}</p>
          <p className="quiet">{own.noneNote}</p>
          {held.kinds.length === 0 ? null : (
            <p>
              <DeskButton
                hint={applicationKeyOf('newApplication')}
                onPress={() => {
                  start('newApplication')
                }}
              >
                {own.names.newApplication}
              </DeskButton>
            </p>
          )}
        </div>
      </section>
    )
  }
  return (
    <section className="column column-desk" data-column="desk" aria-labelledby="desk-title">
      <div className="column-head">
        <h2 id="desk-title" className="desk-number">
          {selected.number}
        </h2>
        <span className="desk-kind">{own.kinds[selected.kind]}</span>
        {selected.express ? <span className="mark mark-express">{own.list.express}</span> : null}
        <span className="quiet desk-received">
          {own.collections[selected.collection]}　{own.origins[selected.origin]}
        </span>
        <ApplicationMark state={selected.state} />
      </div>
      {detail.state === 'open' ? (
        <OpenApplication key={selected.applicationId} detail={detail.detail} />
      ) : (
        <div className="case-waiting">{detail.state === 'loading' ? <p className="quiet">{own.loading}</p> : <FailureNote code={detail.code} />}</div>
      )}
      <ApplicationActionBar row={selected} />
    </section>
  )
}

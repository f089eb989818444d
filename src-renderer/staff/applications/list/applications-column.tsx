import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useStaff } from '../../staff-context.ts'
import { applicationsPages, useApplicationsDesk } from '../applications-context.ts'
import { BatchList } from '../batches/batch-list.tsx'
import { PacketList } from '../packets/packet-list.tsx'
import { StatisticsPeriods } from '../statistics/statistics-periods.tsx'
import { ApplicationList } from './application-list.tsx'

/** The left column: which table, and its rows. */
export function ApplicationsColumn({ scanNote }: { scanNote: string | null }) {
  const { words } = useStaff()
  const { page, turnTo } = useApplicationsDesk()
  const own = words.applications
  return (
    <section className="column column-list" data-column="list" aria-labelledby="list-title">
      <div className="column-head application-head">
        <h2 id="list-title">{own.list.title}</h2>
        <ToggleButtonGroup
          className="filter"
          aria-label={own.viewLabel}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[page]}
          onSelectionChange={(keys) => {
            const chosen = applicationsPages.find((each) => keys.has(each))
            if (chosen !== undefined) turnTo(chosen)
          }}
        >
          {applicationsPages.map((each) => (
            <ToggleButton key={each} id={each} className="filter-choice">
              {own.views[each]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {scanNote === null ? null : <p className="scan-note">{scanNote}</p>}
      {page === 'applications' ? <ApplicationList /> : null}
      {page === 'batches' ? <BatchList /> : null}
      {page === 'packets' ? <PacketList /> : null}
      {page === 'statistics' ? <StatisticsPeriods /> : null}
    </section>
  )
}

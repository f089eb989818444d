import { DateField } from '../../cases/facts/fact-fields.tsx'
import { dayInJapan } from '../../dates/read-date.ts'
import { useDesk } from '../../desk-context.ts'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'

/** 時点: the end of which day is counted. */
export function StatisticsPeriods() {
  const { words } = useStaff()
  const { now } = useDesk()
  const { selectedId, select } = useApplicationsDesk()
  const own = words.applications.statistics
  return (
    <div className="case-new statistics-periods">
      <DateField
        label={own.on}
        value={selectedId ?? dayInJapan(now)}
        onChange={(on) => {
          if (on !== null) select(on)
        }}
      />
      <p className="quiet">{own.note}</p>
    </div>
  )
}

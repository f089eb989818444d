import { useApplicationsDesk } from '../applications/applications-context.ts'
import { isOpenApplication } from '../applications/list/listed-applications.ts'
import { isOpenCase } from '../cases/list/listed-cases.ts'
import { useCasesDesk } from '../cases/cases-context.ts'
import { useDesk, type DeskPage } from '../desk-context.ts'
import { keyOf } from '../keys/shortcuts.ts'
import { KeyCap } from '../parts/desk-button.tsx'
import { isWaiting } from '../requests/waiting.ts'
import { useStaff } from '../staff-context.ts'

/** The kinds of work at this desk, each with what waits there and whether something moved unseen. */
export function PageTabs() {
  const { words } = useStaff()
  const { page, pages, turnTo, snapshot, fresh } = useDesk()
  const cases = useCasesDesk()
  const applications = useApplicationsDesk()
  const own = words.cases
  const waiting: Record<DeskPage, number> = {
    requests: snapshot.requests.filter(isWaiting).length,
    cases: cases.all.filter(isOpenCase).length,
    applications: snapshot.applications.applications.filter(isOpenApplication).length,
  }
  const unseen: Record<DeskPage, boolean> = { requests: fresh.size > 0, cases: cases.news.size > 0, applications: applications.news.size > 0 }
  const names: Record<DeskPage, string> = { ...own.pages, applications: words.applications.page }
  return (
    <nav className="page-tabs" aria-label={own.pages.label}>
      {pages.map((each) => (
        <button
          key={each}
          type="button"
          className="page-tab"
          aria-current={each === page ? 'page' : undefined}
          onClick={() => {
            turnTo(each)
          }}
        >
          {names[each]} <strong>{waiting[each]}</strong>
          {unseen[each] && each !== page ? <span className="mark mark-fresh">{each === 'requests' ? words.requests.list.fresh : own.list.news}</span> : null}
        </button>
      ))}
      <KeyCap>{keyOf('otherPage')}</KeyCap>
    </nav>
  )
}

import { ListBox, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useDesk } from '../../desk-context.ts'
import { caseKeyOf } from '../../keys/case-shortcuts.ts'
import { keyOf } from '../../keys/shortcuts.ts'
import { DeskButton, KeyCap } from '../../parts/desk-button.tsx'
import { singleChoice } from '../../parts/single-choice.ts'
import type { Filter } from '../../requests/waiting.ts'
import { useStaff } from '../../staff-context.ts'
import { useCasesDesk } from '../cases-context.ts'
import { CaseItem } from './case-item.tsx'
import { isOpenCase } from './listed-cases.ts'

const filters: Filter[] = ['waiting', 'all']

/** カード手続の一覧: what is under way, oldest first. */
export function CaseList({ scanNote }: { scanNote: string | null }) {
  const { words } = useStaff()
  const { filter, setFilter, now } = useDesk()
  const desk = useCasesDesk()
  const own = words.cases.list
  const shared = words.requests.list
  const counts: Record<Filter, number> = { waiting: desk.all.filter(isOpenCase).length, all: desk.all.length }
  return (
    <section className="column column-list" data-column="list" aria-labelledby="list-title">
      <div className="column-head">
        <h2 id="list-title">{own.title}</h2>
        <ToggleButtonGroup
          className="filter"
          aria-label={shared.filter}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={(keys) => {
            setFilter(keys.has('all') ? 'all' : 'waiting')
          }}
        >
          {filters.map((each) => (
            <ToggleButton key={each} id={each} className="filter-choice">
              {shared[each]} <strong>{counts[each]}</strong>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <KeyCap>{keyOf('filter')}</KeyCap>
      </div>
      {scanNote === null ? null : <p className="scan-note">{scanNote}</p>}
      <div className="case-new">
        <DeskButton
          look={desk.selected === null ? 'primary' : 'secondary'}
          hint={caseKeyOf('newCase')}
          isDisabled={desk.kinds.length === 0 || desk.whyNot('newCase') !== null}
          onPress={() => {
            desk.start('newCase')
          }}
        >
          {words.cases.names.newCase}
        </DeskButton>
      </div>
      <ListBox
        className="request-list"
        aria-labelledby="list-title"
        data-owns-arrows
        items={desk.rows.map((row, index) => ({ id: row.caseId, row, index }))}
        dependencies={[desk.news, now, words]}
        {...singleChoice(desk.selected?.caseId ?? null, desk.select)}
        renderEmptyState={() => (
          <div className="list-empty">
            <p>{filter === 'waiting' ? own.empty : own.emptyAll}</p>
            <p className="quiet">{own.emptyNote}</p>
          </div>
        )}
      >
        {({ row, index }) => <CaseItem row={row} index={index} isNews={desk.news.has(row.caseId)} now={now} />}
      </ListBox>
    </section>
  )
}

import { ListBox, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useDesk } from '../desk-context.ts'
import { keyOf } from '../keys/shortcuts.ts'
import { KeyCap } from '../parts/desk-button.tsx'
import { singleChoice } from '../parts/single-choice.ts'
import { useStaff } from '../staff-context.ts'
import { RequestItem } from './request-item.tsx'
import { isWaiting, type Filter } from './waiting.ts'

const filters: Filter[] = ['waiting', 'all']

/** 受付一覧: what waits, oldest first. */
export function RequestList({ scanNote }: { scanNote: string | null }) {
  const { words } = useStaff()
  const desk = useDesk()
  const own = words.requests.list
  const counts: Record<Filter, number> = { waiting: desk.snapshot.requests.filter(isWaiting).length, all: desk.snapshot.requests.length }
  return (
    <section className="column column-list" data-column="list" aria-labelledby="list-title">
      <div className="column-head">
        <h2 id="list-title">{own.title}</h2>
        <ToggleButtonGroup
          className="filter"
          aria-label={own.filter}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[desk.filter]}
          onSelectionChange={(keys) => {
            desk.setFilter(keys.has('all') ? 'all' : 'waiting')
          }}
        >
          {filters.map((filter) => (
            <ToggleButton key={filter} id={filter} className="filter-choice">
              {own[filter]} <strong>{counts[filter]}</strong>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <KeyCap>{keyOf('filter')}</KeyCap>
      </div>
      {scanNote === null ? null : <p className="scan-note">{scanNote}</p>}
      <ListBox
        className="request-list"
        aria-labelledby="list-title"
        data-owns-arrows
        items={desk.rows.map((row, index) => ({ id: row.requestId, row, index }))}
        dependencies={[desk.fresh, desk.now, words]}
        {...singleChoice(desk.selected?.requestId ?? null, desk.select)}
        renderEmptyState={() => (
          <div className="list-empty">
            <p>{desk.filter === 'waiting' ? own.empty : own.emptyAll}</p>
            <p className="quiet">{own.emptyNote}</p>
          </div>
        )}
      >
        {({ row, index }) => <RequestItem row={row} index={index} isFresh={desk.fresh.has(row.requestId)} now={desk.now} />}
      </ListBox>
    </section>
  )
}

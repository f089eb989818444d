import { Input, Label, ListBox, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { applicationStates } from '../../../../src-preload/contract.ts'
import { useDesk } from '../../desk-context.ts'
import { applicationKeyOf } from '../../keys/application-shortcuts.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { singleChoice } from '../../parts/single-choice.ts'
import type { Filter } from '../../requests/waiting.ts'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { ApplicationItem } from './application-item.tsx'
import { isOpenApplication } from './listed-applications.ts'

const filters: Filter[] = ['waiting', 'all']

/** 交付申請の一覧: what is under way, oldest first, by state and by what is typed. */
export function ApplicationList() {
  const { words } = useStaff()
  const { filter, setFilter } = useDesk()
  const { held, choice, choose, rows, news, selected, select, start, whyNot } = useApplicationsDesk()
  const own = words.applications.list
  const shared = words.requests.list
  const counts: Record<Filter, number> = { waiting: held.applications.filter(isOpenApplication).length, all: held.applications.length }
  const narrowed = choice.state !== null || choice.search.trim() !== ''
  return (
    <>
      <div className="case-new application-choice">
        <DeskButton
          look={selected === null ? 'primary' : 'secondary'}
          hint={applicationKeyOf('newApplication')}
          isDisabled={held.kinds.length === 0 || whyNot('newApplication') !== null}
          onPress={() => {
            start('newApplication')
          }}
        >
          {words.applications.names.newApplication}
        </DeskButton>
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
        <div className="application-narrow">
          <select
            className="desk-input"
            aria-label={own.state}
            value={choice.state ?? ''}
            onChange={(event) => {
              choose({ state: applicationStates.find((state) => state === event.target.value) ?? null })
            }}
          >
            <option value="">{own.anyState}</option>
            {applicationStates.map((state) => (
              <option key={state} value={state}>
                {words.applications.states[state]}
              </option>
            ))}
          </select>
          <TextField
            value={choice.search}
            onChange={(search) => {
              choose({ search })
            }}
            autoComplete="off"
            maxLength={40}
          >
            <Label className="visually-hidden">{own.search}</Label>
            <Input className="desk-input" placeholder={own.search} spellCheck="false" />
          </TextField>
        </div>
      </div>
      <ListBox
        className="request-list"
        aria-labelledby="list-title"
        data-owns-arrows
        items={rows.map((row, index) => ({ id: row.applicationId, row, index }))}
        dependencies={[news, words]}
        {...singleChoice(selected?.applicationId ?? null, select)}
        renderEmptyState={() => (
          <div className="list-empty">
            <p>{narrowed ? own.emptyFound : filter === 'waiting' ? own.empty : own.emptyAll}</p>
            <p className="quiet">{own.emptyNote}</p>
          </div>
        )}
      >
        {({ row, index }) => <ApplicationItem row={row} index={index} isNews={news.has(row.applicationId)} />}
      </ListBox>
    </>
  )
}

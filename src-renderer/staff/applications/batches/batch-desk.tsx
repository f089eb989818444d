import type { BatchDetail } from '../../../../src-preload/contract.ts'
import { PersonalName } from '../../../parts/personal-name.tsx'
import { formatDate } from '../../../words/dates.ts'
import { applicationKeyOf } from '../../keys/application-shortcuts.ts'
import { DeskButton } from '../../parts/desk-button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { keyboardScroller } from '../../parts/keyboard-scroller.ts'
import { useStaff } from '../../staff-context.ts'
import { isEnded } from '../application-actions.ts'
import { ApplicationButton, ApplicationNotes } from '../application-action-bar.tsx'
import { nextToPhotograph } from '../collective-actions.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { ApplicationMark } from '../list/application-mark.tsx'
import { Progress } from './progress.tsx'

/** 選んだ団体・出張: how far it is, who is in it, and what each still lacks. */
export function BatchDesk() {
  const { words, language } = useStaff()
  const { held, selectedId, batch } = useApplicationsDesk()
  const { batches: own, batchKinds } = words.applications
  const row = held.batches.find(({ batchId }) => batchId === selectedId)
  if (row === undefined) {
    return (
      <section className="column column-desk" data-column="desk" aria-label={own.choose}>
        <div className="desk-empty">
          <p>{own.choose}</p>
          <p className="quiet">{own.offline}</p>
        </div>
      </section>
    )
  }
  const { counts } = row
  return (
    <section className="column column-desk" data-column="desk" aria-labelledby="desk-title">
      <div className="column-head">
        <h2 id="desk-title" className="desk-number">
          {row.name}
        </h2>
        <span className="desk-kind">{batchKinds[row.kind]}</span>
        <span className="quiet">
          {formatDate(row.heldOn, language)}　{row.place}
        </span>
        <span className="state">{own[row.state]}</span>
      </div>
      <div className="table-desk" {...keyboardScroller} role="group" aria-label={own.list}>
        <div className="progress-bars" role="group" aria-label={own.progress}>
          <Progress name={own.photos} done={counts.photos} all={counts.people} words={own.of(counts.photos, counts.people)} />
          <Progress name={own.received} done={counts.received} all={counts.people} words={own.of(counts.received, counts.people)} />
          {counts.ended === 0 ? null : (
            <p>
              {own.ended} {own.people(counts.ended)}
            </p>
          )}
        </div>
        {batch.state === 'loading' ? <p className="quiet">{own.loading}</p> : null}
        {batch.state === 'failed' ? <FailureNote code={batch.code} /> : null}
        {batch.state === 'open' ? <People people={batch.detail.people} /> : null}
      </div>
      <div className="actions">
        <ApplicationNotes />
        <div className="others case-others" role="group" aria-label={words.actions.more}>
          <ApplicationButton action="batchNext" look="next" keyCap={applicationKeyOf('next')} isFirst />
          <ApplicationButton action="batchImport" look="other" keyCap="" />
          <ApplicationButton action="batchAdd" look="other" keyCap="" />
          <ApplicationButton action="batchPrint" look="other" keyCap="" />
          <ApplicationButton action="batchClose" look="other" keyCap="" />
        </div>
      </div>
    </section>
  )
}

function People({ people }: { people: BatchDetail['people'] }) {
  const { words, language } = useStaff()
  const { show } = useApplicationsDesk()
  const { batches: own, findingWords } = words.applications
  const next = nextToPhotograph(people)
  if (people.length === 0) return <p className="quiet">{own.nobody}</p>
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{own.number}</th>
          <th scope="col">{own.name}</th>
          <th scope="col">{own.state}</th>
          <th scope="col">{own.missing}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {people.map(({ applicationId, place, name, state, missing }) => (
          <tr key={applicationId} className={next?.applicationId === applicationId ? 'table-next' : ''}>
            <td className="table-number">{place}</td>
            <th scope="row">
              <PersonalName>{name}</PersonalName>
            </th>
            <td>
              <ApplicationMark state={state} />
            </td>
            <td>
              {missing.length > 0 ? missing.map(({ key }) => findingWords[key].title).join(language === 'ja' ? '、' : '; ') : isEnded(state) ? null : <span className="quiet">{own.nothingMissing}</span>}
            </td>
            <td>
              <DeskButton
                look="plain"
                label={`${own.show} ${name}`}
                onPress={() => {
                  show(applicationId)
                }}
              >
                {own.show}
              </DeskButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

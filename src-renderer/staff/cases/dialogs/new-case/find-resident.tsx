import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ResidentHit } from '../../../../../src-preload/contract.ts'
import { PersonalName } from '../../../../parts/personal-name.tsx'
import { DeskField } from '../../../parts/desk-field.tsx'
import { FailureNote } from '../../../parts/failure-note.tsx'
import { singleChoice } from '../../../parts/single-choice.ts'
import { useStaff } from '../../../staff-context.ts'
import { DateField, dateShown, OneOf } from '../../facts/fact-fields.tsx'
import { findWays, type Find } from './use-find.ts'

interface FindResidentProps {
  find: Find
  /** Enter or a double click on somebody in the list. */
  onTake: () => void
}

/** 持ち主を確かめる. */
export function FindResident({ find, onTake }: FindResidentProps) {
  const { words } = useStaff()
  const own = words.cases.dialogs.newCase
  const { input, type } = find
  const { way } = input
  return (
    <section className="find" aria-labelledby="find-title">
      <h3 id="find-title">{own.find}</h3>
      <OneOf
        label={own.find}
        choices={findWays.map((id) => ({ id, words: own.ways[id] }))}
        value={way}
        onChange={(next) => {
          type({ way: next })
        }}
      />
      <p className="quiet">{own[way]}</p>
      {way === 'search' ? (
        <DeskField
          label={own.name}
          value={input.name}
          maxLength={100}
          onChange={(name) => {
            type({ name })
          }}
        />
      ) : null}
      {way === 'card' ? null : (
        <div className="fact-grid">
          <DateField
            label={own.birthDate}
            value={input.birthDate}
            onChange={(birthDate) => {
              type({ birthDate })
            }}
          />
          {way === 'face' ? (
            <DateField
              label={own.expiresOn}
              value={input.expiresOn}
              onChange={(expiresOn) => {
                type({ expiresOn })
              }}
            />
          ) : null}
        </div>
      )}
      {way === 'face' ? (
        <DeskField
          label={own.securityCode}
          value={input.code}
          maxLength={8}
          onChange={(code) => {
            type({ code })
          }}
        />
      ) : null}
      <div className="find-answer" aria-live="polite">
        <Found find={find} onTake={onTake} />
      </div>
    </section>
  )
}

function Found({ find, onTake }: FindResidentProps) {
  const { words } = useStaff()
  const own = words.cases.dialogs.newCase
  const { answer } = find
  if (find.busy) return <p className="quiet">{own.looking}</p>
  if (answer === null) return null
  if (answer === 'incomplete') return <p className="field-error">{own.incomplete}</p>
  if ('code' in answer) return <FailureNote code={answer.code} />
  if (answer.hits.length === 0) return <p>{own.nobody}</p>
  return (
    <>
      <p className="quiet">{own.found}</p>
      <Hits hits={answer.hits} find={find} onTake={onTake} />
      {answer.more ? <p className="field-error">{own.more}</p> : null}
    </>
  )
}

/** Those found, with what tells people of one name apart. */
function Hits({ hits, find, onTake }: FindResidentProps & { hits: readonly ResidentHit[] }) {
  const { words, language } = useStaff()
  const own = words.cases
  return (
    <ListBox
      className="hits"
      aria-label={own.dialogs.newCase.hits}
      {...singleChoice(find.hit?.subject ?? null, (key) => {
        find.choose(hits.find(({ subject }) => subject === key) ?? null)
      })}
      onAction={onTake}
    >
      {hits.map((hit) => (
        <ListBoxItem key={hit.subject} id={hit.subject} className="hit" textValue={hit.name}>
          <span className="hit-name">
            <PersonalName>{hit.name}</PersonalName>
          </span>
          <span className="quiet" lang="ja">
            {hit.kana}
          </span>
          <span className="hit-born">{own.born(dateShown(hit.birthDate, language))}</span>
          <span className="hit-address">{hit.address === null ? own.addressHidden : <PersonalName>{hit.address}</PersonalName>}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

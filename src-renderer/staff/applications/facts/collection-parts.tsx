import { DateField, FactPart, OneOf, SelectOne, SomeOf, Tick } from '../../cases/facts/fact-fields.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { FactsPartProps } from './facts-part.ts'

/** How the card comes to the person, and what that asks for now. */
export function CollectionPart({ detail, facts, change }: FactsPartProps) {
  const { words, language } = useStaff()
  const { held } = useApplicationsDesk()
  const { facts: own, collections } = words.applications
  const offered = held.collections.includes(facts.collection) ? held.collections : [facts.collection, ...held.collections]
  const ways = detail.required.map(({ A, B }) => own.way(A, B)).filter((way) => way !== '')
  const asksMore = facts.collection !== 'atDelivery'
  return (
    <FactPart title={own.collecting}>
      <SelectOne
        label={own.collection}
        empty=""
        choices={offered.map((id) => ({ id, words: collections[id] }))}
        value={facts.collection}
        onChange={(collection) => {
          change({ collection })
        }}
      />
      <Tick
        isOn={facts.present}
        onChange={(present) => {
          change({ present })
        }}
      >
        {own.present}
      </Tick>
      {asksMore ? (
        <>
          <p>
            {own.documents}
            {ways.length === 0 ? null : <span className="quiet">　{own.required(ways.join(own.or))}</span>}
          </p>
          <SomeOf
            label={own.documents}
            choices={detail.choices.documents.map(({ id, class: of, ...names }) => ({ id, words: `${of}　${names[language]}` }))}
            chosen={facts.identityDocuments}
            onChange={(identityDocuments) => {
              change({ identityDocuments })
            }}
          />
          <Tick
            isOn={facts.pinForm}
            onChange={(pinForm) => {
              change({ pinForm })
            }}
          >
            {own.pinForm}
          </Tick>
        </>
      ) : null}
    </FactPart>
  )
}

/** 今までのカード: of everybody who does not apply for the first time. */
export function OldCardPart({ facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const own = words.applications.facts
  if (facts.kind === 'first' && facts.oldCard === 'none') return null
  return (
    <FactPart title={own.oldCard}>
      <OneOf
        label={own.oldCard}
        choices={(['none', 'handedIn', 'lost', 'kept'] as const).map((id) => ({ id, words: own.oldCards[id] }))}
        value={facts.oldCard}
        onChange={(oldCard) => {
          change({ oldCard })
        }}
      />
      {facts.kind === 'renewal' ? (
        <DateField
          label={own.oldCardUntil}
          value={facts.oldCardUntil}
          onChange={(oldCardUntil) => {
            change({ oldCardUntil })
          }}
        />
      ) : null}
    </FactPart>
  )
}

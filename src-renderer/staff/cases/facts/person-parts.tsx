import { useState } from 'react'
import type { CardCaseDetail, CardCaseFacts } from '../../../../src-preload/contract.ts'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { DateField, FactPart, OneOf, SelectOne, SomeOf, Tick } from './fact-fields.tsx'

export interface PartProps {
  detail: CardCaseDetail
  facts: CardCaseFacts
  change: (over: Partial<CardCaseFacts>) => void
}

/** 来た人. */
export function ActorPart({ detail, facts, change }: PartProps) {
  const { words } = useStaff()
  const { facts: own, actors } = words.cases
  return (
    <FactPart title={own.actor}>
      <div className="fact-row">
        <OneOf
          label={own.actor}
          choices={detail.choices.actors.map((id) => ({ id, words: actors[id] }))}
          value={facts.actor}
          onChange={(actor) => {
            change({ actor })
          }}
        />
        <Tick
          isOn={facts.ward}
          onChange={(ward) => {
            change({ ward })
          }}
        >
          {own.ward}
        </Tick>
      </div>
    </FactPart>
  )
}

type Alternatives = CardCaseDetail['required']['actorIdentity']

interface DocumentsPartProps {
  title: string
  detail: CardCaseDetail
  required: Alternatives
  shown: readonly string[]
  onChange: (shown: string[]) => void
}

const shownAtFirst = 6

/** 本人確認書類: ticked as seen, by kind; never a copy. */
export function DocumentsPart({ title, detail, required, shown, onChange }: DocumentsPartProps) {
  const { words, language } = useStaff()
  const [all, setAll] = useState(false)
  const own = words.cases.facts
  if (required.some(({ A, B }) => A === 0 && B === 0)) return null
  const { documents } = detail.choices
  // Those that are brought nearly always, in the catalogue's order; the rest one press away.
  const visible = documents.filter(({ id }, index) => all || index < shownAtFirst || shown.includes(id))
  const rest = documents.length - visible.length
  return (
    <FactPart title={title} note={`${own.required(required.map(({ A, B }) => own.ofClass(A, B)))}　${own.copyNothing}`}>
      <SomeOf label={title} choices={visible.map((each) => ({ id: each.id, words: `${each.class}　${each[language]}` }))} chosen={shown} onChange={onChange} />
      {rest > 0 || all ? (
        <button
          type="button"
          className="more-button"
          aria-expanded={all}
          onClick={() => {
            setAll(!all)
          }}
        >
          {all ? own.fewer : own.more(rest)}
        </button>
      ) : null}
    </FactPart>
  )
}

type Representative = NonNullable<CardCaseFacts['representative']>
const nobody: Representative = { name: '', address: '', relationship: '', phone: '' }

/** 代理人: printed on the form, so all of it or nothing. */
export function RepresentativePart({ facts, change }: PartProps) {
  const { words } = useStaff()
  const own = words.cases.facts
  const [typed, setTyped] = useState(facts.representative ?? nobody)
  const field = (key: keyof Representative) => (
    <DeskField
      label={own[key]}
      value={typed[key]}
      maxLength={key === 'phone' ? 30 : 200}
      onChange={(text) => {
        const next = { ...typed, [key]: text }
        setTyped(next)
        const whole = next.name.trim() !== '' && next.address.trim() !== '' && next.relationship.trim() !== ''
        change({ representative: whole ? { name: next.name.trim(), address: next.address.trim(), relationship: next.relationship.trim(), phone: next.phone.trim() } : null })
      }}
    />
  )
  return (
    <FactPart title={own.representative}>
      <div className="fact-grid">
        {field('name')}
        {field('relationship')}
      </div>
      {field('address')}
      {field('phone')}
    </FactPart>
  )
}

const ways = ['document', 'sameHousehold', 'onFile'] as const

/** 代理権の確認. */
export function AuthorityPart({ detail, facts, change }: PartProps) {
  const { words, language } = useStaff()
  const { facts: own, authorities } = words.cases
  const { authority } = facts
  const [how, setHow] = useState<(typeof ways)[number] | null>(authority?.how ?? null)
  const [document, setDocument] = useState(authority?.how === 'document' ? authority.document : null)
  const [issuedOn, setIssuedOn] = useState(authority?.how === 'document' ? authority.issuedOn : null)
  const tell = (chosen: typeof how, id: string | null, on: string | null): void => {
    if (chosen === 'document') change({ authority: id === null || on === null ? null : { how: chosen, document: id, issuedOn: on } })
    else change({ authority: chosen === null ? null : { how: chosen } })
  }
  return (
    <FactPart title={own.authority}>
      <OneOf
        label={own.authority}
        choices={ways.map((id) => ({ id, words: authorities[id] }))}
        value={how}
        onChange={(chosen) => {
          setHow(chosen)
          tell(chosen, document, issuedOn)
        }}
      />
      {how === 'document' ? (
        <div className="fact-grid">
          <SelectOne
            label={own.authorityDocument}
            empty="—"
            choices={detail.choices.authorityDocuments.map((each) => ({ id: each.id, words: each[language] }))}
            value={document}
            onChange={(id) => {
              setDocument(id)
              tell(how, id, issuedOn)
            }}
          />
          <DateField
            label={own.issuedOn}
            value={issuedOn}
            onChange={(on) => {
              setIssuedOn(on)
              tell(how, document, on)
            }}
          />
        </div>
      ) : null}
    </FactPart>
  )
}

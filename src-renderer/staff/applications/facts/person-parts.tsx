import { useState } from 'react'
import { representativeSchema, writtenApplicantSchema } from '../../../../src-preload/contract.ts'
import { DateField, FactPart, OneOf, Tick } from '../../cases/facts/fact-fields.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import type { FactsPartProps } from './facts-part.ts'

/** As written on the form; the record's own words stand above where it is linked. */
export function ApplicantPart({ detail, facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const { facts: own, subject } = words.applications
  const [written, setWritten] = useState({ name: facts.applicant?.name ?? '', address: facts.applicant?.address ?? '' })
  const write = (over: Partial<typeof written>): void => {
    const next = { ...written, ...over }
    setWritten(next)
    const read = writtenApplicantSchema.safeParse({ name: next.name.trim(), kana: facts.applicant?.kana ?? null, address: next.address.trim() === '' ? null : next.address.trim() })
    change({ applicant: read.success ? read.data : null })
  }
  return (
    <FactPart title={subject}>
      {detail.subject === null ? (
        <>
          <DeskField
            label={own.name}
            value={written.name}
            maxLength={200}
            onChange={(name) => {
              write({ name })
            }}
          />
          <DeskField
            label={own.address}
            value={written.address}
            maxLength={300}
            onChange={(address) => {
              write({ address })
            }}
          />
        </>
      ) : null}
      <div className="fact-grid">
        <DateField
          label={own.birthDate}
          value={facts.birthDate}
          onChange={(birthDate) => {
            change({ birthDate })
          }}
        />
        <DeskField
          label={own.phone}
          value={facts.phone}
          maxLength={30}
          onChange={(phone) => {
            change({ phone })
          }}
        />
      </div>
    </FactPart>
  )
}

const nobody = { name: '', address: '', relationship: '', phone: '' }

/** 法定代理人: of children under 15 and wards. Told to main when all of it is there. */
export function RepresentativePart({ detail, facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const own = words.applications.facts
  const [typed, setTyped] = useState(facts.representative ?? nobody)
  const type = (over: Partial<typeof nobody>): void => {
    const next = { ...typed, ...over }
    setTyped(next)
    const read = representativeSchema.safeParse({ name: next.name.trim(), address: next.address.trim(), relationship: next.relationship.trim(), phone: next.phone.trim() })
    const representative = read.success ? read.data : null
    if (representative !== null || facts.representative !== null) change({ representative })
  }
  const represented = facts.ward || detail.subject?.under15 === true || facts.representative !== null || detail.findings.some(({ key }) => key === 'representative')
  return (
    <FactPart title={own.representative}>
      <Tick
        isOn={facts.ward}
        onChange={(ward) => {
          change({ ward })
        }}
      >
        {own.ward}
      </Tick>
      {represented ? (
        <>
          <div className="fact-grid">
            <DeskField
              label={own.name}
              value={typed.name}
              maxLength={200}
              onChange={(name) => {
                type({ name })
              }}
            />
            <DeskField
              label={own.relationship}
              value={typed.relationship}
              maxLength={200}
              onChange={(relationship) => {
                type({ relationship })
              }}
            />
          </div>
          <DeskField
            label={own.address}
            value={typed.address}
            maxLength={200}
            onChange={(address) => {
              type({ address })
            }}
          />
        </>
      ) : null}
    </FactPart>
  )
}

/** 在留期間: the card ends with it. */
export function StayPart({ detail, facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const own = words.applications.facts
  const [limited, setLimited] = useState(facts.stay !== null && facts.stay.until !== null)
  if (detail.subject !== null && !detail.subject.foreign && facts.stay === null) return null
  return (
    <FactPart title={own.stay}>
      <OneOf
        label={own.stay}
        choices={[
          ...(detail.subject?.foreign === true ? [] : [{ id: 'national' as const, words: own.stayNational }]),
          { id: 'limited' as const, words: own.stayLimited },
          { id: 'endless' as const, words: own.stayEndless },
        ]}
        value={limited ? 'limited' : facts.stay !== null ? 'endless' : detail.subject?.foreign === true ? null : 'national'}
        onChange={(chosen) => {
          setLimited(chosen === 'limited')
          // Until its last day is typed, a limited stay is not known.
          change({ stay: chosen === 'endless' ? { until: null } : null })
        }}
      />
      {limited ? (
        <DateField
          label={own.stayUntil}
          value={facts.stay?.until ?? null}
          onChange={(until) => {
            change({ stay: until === null ? null : { until } })
          }}
        />
      ) : null}
    </FactPart>
  )
}

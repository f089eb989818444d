import { useState } from 'react'
import { applicationFormIdSchema, expressGroundSchema } from '../../../../src-preload/contract.ts'
import { DateField, FactPart, OneOf, SelectOne, SomeOf, Tick } from '../../cases/facts/fact-fields.tsx'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import type { FactsPartProps } from './facts-part.ts'

/** What for. A kind that is not offered here stays to be read. */
export function KindPart({ facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const { held } = useApplicationsDesk()
  const { facts: own, kinds } = words.applications
  const offered = held.kinds.includes(facts.kind) ? held.kinds : [facts.kind, ...held.kinds]
  return (
    <SelectOne
      label={own.kind}
      empty=""
      choices={offered.map((id) => ({ id, words: kinds[id] }))}
      value={facts.kind}
      onChange={(kind) => {
        change({ kind })
      }}
    />
  )
}

/** 申請書ID, and whether it is from before a move. */
export function FormPart({ facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const own = words.applications.facts
  const [typed, setTyped] = useState(facts.formId ?? '')
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/gu, '')
  return (
    <FactPart title={own.form}>
      <DeskField
        label={own.formId}
        value={typed}
        maxLength={40}
        help={own.formIdHelp(digits.length)}
        error={/\D/u.test(digits) || digits.length > 23 ? own.formIdWrong : null}
        onChange={(text) => {
          setTyped(text)
          const read = applicationFormIdSchema.safeParse(text.normalize('NFKC').replaceAll(/[\s-]/gu, ''))
          const formId = read.success ? read.data : null
          if (formId !== facts.formId) change({ formId })
        }}
      />
      <p>{own.moved}</p>
      <OneOf
        label={own.moved}
        choices={[
          { id: 'no', words: own.movedNo },
          { id: 'yes', words: own.movedYes },
        ]}
        value={facts.movedSinceForm === null ? null : facts.movedSinceForm ? 'yes' : 'no'}
        onChange={(answer) => {
          change({ movedSinceForm: answer === 'yes' })
        }}
      />
    </FactPart>
  )
}

type Wish = 'signature' | 'userAuthentication' | 'braille' | 'formerName'

export function WishesPart({ facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const own = words.applications.facts
  const wishes: readonly Wish[] = ['signature', 'userAuthentication', 'braille', 'formerName']
  const { certificates, braille, formerName } = facts
  const stands: Record<Wish, boolean> = { ...certificates, braille, formerName }
  return (
    <FactPart title={own.wishes}>
      <SomeOf
        label={own.wishes}
        choices={wishes.map((id) => ({ id, words: own[id] }))}
        chosen={wishes.filter((wish) => stands[wish])}
        onChange={(chosen) => {
          change({
            certificates: { signature: chosen.includes('signature'), userAuthentication: chosen.includes('userAuthentication') },
            braille: chosen.includes('braille'),
            formerName: chosen.includes('formerName'),
          })
        }}
      />
    </FactPart>
  )
}

/** 特急発行: by what right, and since when. */
export function ExpressPart({ facts, change }: FactsPartProps) {
  const { words } = useStaff()
  const { facts: own, express: grounds } = words.applications
  const { express } = facts
  return (
    <FactPart title={own.express}>
      <SelectOne
        label={own.ground}
        empty=""
        choices={[{ id: 'none' as const, words: own.expressNone }, ...expressGroundSchema.options.map((id) => ({ id, words: grounds[id] }))]}
        value={express?.ground ?? 'none'}
        onChange={(ground) => {
          change({ express: ground === 'none' ? null : { ground, since: express?.since ?? null, withBirthReport: ground === 'newborn' && express?.withBirthReport === true } })
        }}
      />
      {express === null ? null : (
        <>
          {express.ground === 'newborn' ? (
            <Tick
              isOn={express.withBirthReport}
              onChange={(withBirthReport) => {
                change({ express: { ...express, withBirthReport } })
              }}
            >
              {own.withBirthReport}
            </Tick>
          ) : (
            <DateField
              label={own.since}
              value={express.since}
              onChange={(since) => {
                change({ express: { ...express, since } })
              }}
            />
          )}
        </>
      )}
    </FactPart>
  )
}

import { useState, type ReactNode } from 'react'
import { CheckboxButton, CheckboxField, Label, RadioButton, RadioField, RadioGroup, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Language } from '../../../../src-preload/contract.ts'
import { formatDate } from '../../../words/dates.ts'
import { readDate } from '../../dates/read-date.ts'
import { DeskField } from '../../parts/desk-field.tsx'
import { useStaff } from '../../staff-context.ts'

/** One question of the form with its answers. */
export const FactPart = ({ title, note, children }: { title: string; note?: string | undefined; children: ReactNode }) => (
  <fieldset className="fact-part">
    <legend>{title}</legend>
    {note === undefined ? null : <p className="quiet">{note}</p>}
    {children}
  </fieldset>
)

interface TickProps {
  isOn: boolean
  onChange: (isOn: boolean) => void
  children: ReactNode
}

export const Tick = ({ isOn, onChange, children }: TickProps) => (
  <CheckboxField className="tick-field" isSelected={isOn} onChange={onChange}>
    <CheckboxButton className="tick">{children}</CheckboxButton>
  </CheckboxField>
)

interface Choice<T extends string> {
  readonly id: T
  readonly words: string
}

interface OneOfProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  value: T | null
  onChange: (value: T) => void
}

/** One of few; the arrows go from one to the next. */
export const OneOf = <T extends string>({ label, choices, value, onChange }: OneOfProps<T>) => (
  <RadioGroup
    className="one-of"
    aria-label={label}
    orientation="horizontal"
    value={value}
    onChange={(chosen) => {
      const choice = choices.find(({ id }) => id === chosen)
      if (choice !== undefined) onChange(choice.id)
    }}
  >
    {choices.map(({ id, words }) => (
      <RadioField key={id} value={id}>
        <RadioButton className="reason">{words}</RadioButton>
      </RadioField>
    ))}
  </RadioGroup>
)

interface SomeOfProps<T extends string> {
  label: string
  choices: readonly Choice<T>[]
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}

/** Any of many; one stop of the Tab key, the arrows go from one to the next. */
export const SomeOf = <T extends string>({ label, choices, chosen, onChange }: SomeOfProps<T>) => (
  <ToggleButtonGroup
    className="some-of"
    aria-label={label}
    selectionMode="multiple"
    selectedKeys={[...chosen]}
    onSelectionChange={(keys) => {
      onChange(choices.map(({ id }) => id).filter((id) => keys.has(id)))
    }}
  >
    {choices.map(({ id, words }) => (
      <ToggleButton key={id} id={id} className="tick">
        {words}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)

/** A date in words where it is whole, else as it stands ("1950-??-??"). */
export const dateShown = (date: string, language: Language): string => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDate(date, language) : date)

interface DateFieldProps {
  label: string
  /** ISO; null: none yet. */
  value: string | null
  onChange: (value: string | null) => void
  takesFocus?: boolean
}

/** A date typed as it is written on documents; what was understood stands below it. */
export function DateField({ label, value, onChange, takesFocus = false }: DateFieldProps) {
  const { words, language } = useStaff()
  const [typed, setTyped] = useState(value ?? '')
  const read = readDate(typed)
  return (
    <DeskField
      label={label}
      value={typed}
      takesFocus={takesFocus}
      maxLength={20}
      help={read === null ? words.cases.facts.dateHelp : formatDate(read, language)}
      error={typed.trim() !== '' && read === null && typed.length >= 6 ? words.cases.facts.dateWrong : null}
      onChange={(text) => {
        setTyped(text)
        onChange(readDate(text))
      }}
    />
  )
}

interface SelectOneProps<T extends string> extends OneOfProps<T> {
  /** Stands where nothing is chosen. */
  empty: string
}

/** One of a list too long to lie open. */
export const SelectOne = <T extends string>({ label, choices, value, onChange, empty }: SelectOneProps<T>) => (
  <div className="desk-field">
    <Label>
      {label}
      <select
        className="desk-input"
        value={value ?? ''}
        onChange={(event) => {
          const choice = choices.find(({ id }) => id === event.target.value)
          if (choice !== undefined) onChange(choice.id)
        }}
      >
        {value === null ? <option value="">{empty}</option> : null}
        {choices.map(({ id, words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </Label>
  </div>
)

import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'

interface FaultSwitchProps<F extends string> {
  title: string
  faults: readonly F[]
  names: Readonly<Record<F, string>>
  fault: F
  onChange: (fault: F) => void
}

/** How a virtual device behaves from now on. */
export function FaultSwitch<F extends string>({ title, faults, names, fault, onChange }: FaultSwitchProps<F>) {
  return (
    <RadioGroup
      className="training-part fault-switch"
      value={fault}
      onChange={(value) => {
        const chosen = faults.find((candidate) => candidate === value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      <Label className="fault-title">{title}</Label>
      <div className="faults">
        {faults.map((value) => (
          <RadioField key={value} value={value}>
            <RadioButton className="fault">{names[value]}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}

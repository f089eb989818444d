import { useState } from 'react'
import type { IndividualNumberPurpose, RecordOption } from '../../../../src-preload/contract.ts'
import { Button } from '../../../parts/button.tsx'
import { Check } from '../../../parts/check.tsx'
import { Text } from '../../../parts/text.tsx'
import { Copies } from './copies.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'
import { ChoosePurpose } from './choose-purpose.tsx'

/** What is left out unless asked for; 個人番号 leads to a question of its own. */
export function ChooseOptions({ screen }: ScreenProps<'chooseOptions'>) {
  const { snapshot, words, send } = useResident()
  const [changing, setChanging] = useState(false)
  const own = words.screens.chooseOptions
  const { order, available, maxCopies, purposeNeeded } = screen
  const asked = order.include.includes('individualNumber')
  if (purposeNeeded || (changing && asked)) {
    return (
      <ChoosePurpose
        present={order.purpose}
        onDone={() => {
          setChanging(false)
        }}
      />
    )
  }
  return (
    <Stage
      id="chooseOptions"
      title={own.title}
      lead={own.lead}
      actions={
        <>
          <Copies count={order.copies} most={maxCopies} fee={order.fee} />
          <Button
            look="primary"
            size="large"
            isDisabled={!snapshot.can.next}
            onPress={() => {
              send({ type: 'next' })
            }}
          >
            <Text>{own.next}</Text>
          </Button>
        </>
      }
    >
      <ul className="options">
        {available.map((option) => (
          <Option
            key={option}
            option={option}
            wanted={order.include.includes(option)}
            purpose={option === 'individualNumber' ? order.purpose : null}
            onChangePurpose={() => {
              setChanging(true)
            }}
          />
        ))}
      </ul>
    </Stage>
  )
}

interface OptionProps {
  option: RecordOption
  wanted: boolean
  /** Of 個人番号; null for the others, and before it is chosen. */
  purpose: IndividualNumberPurpose | null
  onChangePurpose: () => void
}

function Option({ option, wanted, purpose, onChangePurpose }: OptionProps) {
  const { words, send } = useResident()
  const own = words.screens.chooseOptions
  const { name, explanation, legal } = words.domain.options[option]
  return (
    <li>
      <Check
        isChecked={wanted}
        state={<Text>{wanted ? own.on : own.off}</Text>}
        legal={name === legal ? undefined : <Text>{legal}</Text>}
        explanation={<Text>{purpose === null ? explanation : own.purpose(words.domain.purposes[purpose])}</Text>}
        onChange={(isChecked) => {
          send({ type: 'setOption', option, wanted: isChecked })
        }}
      >
        <Text>{name}</Text>
      </Check>
      {purpose === null ? null : (
        <Button onPress={onChangePurpose}>
          <Text>{own.changePurpose}</Text>
        </Button>
      )}
    </li>
  )
}

import type { IndividualNumberPurpose } from '../../../../src-preload/contract.ts'
import { individualNumberPurposes } from '../../../../src-preload/contract/values.ts'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { Text } from '../../../parts/text.tsx'
import { useResident } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

interface ChoosePurposeProps {
  present: IndividualNumberPurpose | null
  onDone: () => void
}

/** Why 個人番号 is to be printed: a lawful purpose is needed (番号法19条). */
export function ChoosePurpose({ present, onDone }: ChoosePurposeProps) {
  const { words, send } = useResident()
  const own = words.screens.purpose
  return (
    <Stage
      id="choosePurpose"
      title={own.title}
      lead={own.lead}
      actions={
        present === null ? undefined : (
          <Button onPress={onDone}>
            <Text>{own.keep}</Text>
          </Button>
        )
      }
    >
      <ul className="purposes">
        {individualNumberPurposes.map((purpose) => (
          <li key={purpose}>
            <Choice
              name={<Text>{words.domain.purposes[purpose]}</Text>}
              onPress={() => {
                send({ type: 'setPurpose', purpose })
                onDone()
              }}
            />
          </li>
        ))}
        <li>
          <Button
            size="large"
            onPress={() => {
              send({ type: 'setOption', option: 'individualNumber', wanted: false })
              onDone()
            }}
          >
            <Text>{own.without}</Text>
          </Button>
        </li>
      </ul>
    </Stage>
  )
}

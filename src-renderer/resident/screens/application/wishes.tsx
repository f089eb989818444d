import { applicationWishes } from '../../../../src-preload/contract/values.ts'
import { Button } from '../../../parts/button.tsx'
import { Check } from '../../../parts/check.tsx'
import { DashIcon } from '../../../parts/icons/icons.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { useModelsAhead } from './photo/use-models-ahead.ts'

/** 電子証明書 are wanted unless taken away; 点字 and 旧氏 are not, unless asked for. */
export function Wishes({ screen }: ScreenProps<'applicationDetails'>) {
  const { words, send } = useResident()
  useModelsAhead()
  const own = words.screens.application.wishes
  const { wishes, signatureAllowed } = screen
  return (
    <Stage
      id="applicationDetails-wishes"
      title={own.title}
      lead={own.lead}
      actions={
        <Button
          look="primary"
          size="large"
          onPress={() => {
            send({ type: 'next' })
          }}
        >
          <Text>{own.next}</Text>
        </Button>
      }
    >
      <ul className="options">
        {applicationWishes.map((wish) => {
          const { name, explanation, legal } = own.items[wish]
          return (
            <li key={wish}>
              {wish === 'signature' && !signatureAllowed ? (
                <div className="wish-absent">
                  <DashIcon />
                  <p>
                    <strong>
                      <Text>{name}</Text>
                    </strong>
                    <Text>{own.underAge}</Text>
                  </p>
                </div>
              ) : (
                <Check
                  isChecked={wishes[wish]}
                  state={<Text>{wishes[wish] ? own.on : own.off}</Text>}
                  legal={<Text>{legal}</Text>}
                  explanation={<Text>{explanation}</Text>}
                  onChange={(wanted) => {
                    send({ type: 'setWish', wish, wanted })
                  }}
                >
                  <Text>{name}</Text>
                </Check>
              )}
            </li>
          )
        })}
      </ul>
    </Stage>
  )
}

import { Choice } from '../../../parts/choice.tsx'
import { Text } from '../../../parts/text.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { servicePictures } from '../service-pictures.tsx'
import { Stage } from '../../frame/stage.tsx'

export function ChooseService({ screen }: ScreenProps<'chooseService'>) {
  const { words, send } = useResident()
  return (
    <Stage id="chooseService" title={words.screens.chooseService.title}>
      <ul className="choices">
        {screen.services.map(({ service, fee }) => {
          const { name, explanation, legal } = words.domain.services[service]
          return (
            <li key={service}>
              <Choice
                picture={servicePictures[service]}
                name={<Text>{name}</Text>}
                explanation={<Text>{explanation}</Text>}
                legal={<Text>{legal}</Text>}
                aside={<Text>{words.screens.chooseService.perCopy(words.domain.yen(fee))}</Text>}
                onPress={() => {
                  send({ type: 'chooseService', service })
                }}
              />
            </li>
          )
        })}
      </ul>
    </Stage>
  )
}

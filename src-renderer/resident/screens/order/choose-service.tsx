import { isRecordService } from '../../../parts/record-service.ts'
import { Choice } from '../../../parts/choice.tsx'
import { Text } from '../../../parts/text.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { servicePictures } from '../service-pictures.tsx'
import { Stage } from '../../frame/stage.tsx'

/** All that can be begun here. */
export function ChooseService({ screen }: ScreenProps<'chooseService'>) {
  const { words, send } = useResident()
  const own = words.screens.chooseService
  const onlyRecords = screen.services.every(({ service }) => isRecordService(service))
  return (
    <Stage id="chooseService" title={onlyRecords ? own.title : own.titleMore}>
      <ul className={screen.services.length > 2 ? 'choices choices-many' : 'choices'}>
        {screen.services.map(({ service, fee }) => {
          const { name, explanation, legal } = words.domain.services[service]
          return (
            <li key={service}>
              <Choice
                picture={servicePictures[service]}
                name={<Text>{name}</Text>}
                explanation={<Text>{explanation}</Text>}
                legal={<Text>{legal}</Text>}
                aside={<Text>{words.domain.price(fee)}</Text>}
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

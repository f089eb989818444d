import { Choice } from '../../../parts/choice.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'

/** How the card comes to the person, as far as this terminal offers it. */
export function Collection({ screen }: ScreenProps<'applicationDetails'>) {
  const { words, send } = useResident()
  const own = words.screens.application.collection
  return (
    <Stage id="applicationDetails-collection" title={own.title}>
      <ul className="application-choices application-choices-few">
        {screen.collections.map((collection) => {
          const { name, explanation, legal } = own.ways[collection]
          return (
            <li key={collection}>
              <Choice
                name={<Text>{name}</Text>}
                explanation={<Text>{explanation}</Text>}
                legal={<Text>{legal}</Text>}
                onPress={() => {
                  send({ type: 'chooseCollection', collection })
                }}
              />
            </li>
          )
        })}
      </ul>
    </Stage>
  )
}

import { Choice } from '../../../parts/choice.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'

/** Which card, then whether it is urgent: 特急発行 is offered only on a ground that fits. */
export function ApplicationKind({ screen }: ScreenProps<'applicationKind'>) {
  const { words, send } = useResident()
  const own = words.screens.application
  if (screen.express.length > 0) return <Express screen={screen} />
  return (
    <Stage id="applicationKind" title={own.titles.applicationKind}>
      <ul className="application-choices">
        {screen.kinds.map(({ application, fee }) => {
          const { name, explanation, legal } = own.kinds[application]
          return (
            <li key={application}>
              <Choice
                name={<Text>{name}</Text>}
                explanation={<Text>{explanation}</Text>}
                legal={<Text>{legal}</Text>}
                aside={<Text>{fee === 0 ? own.confirm.free : words.domain.yen(fee)}</Text>}
                onPress={() => {
                  send({ type: 'chooseApplicationKind', application })
                }}
              />
            </li>
          )
        })}
      </ul>
    </Stage>
  )
}

function Express({ screen }: ScreenProps<'applicationKind'>) {
  const { words, send } = useResident()
  const own = words.screens.application.express
  return (
    <Stage id="applicationKind-express" title={own.title} lead={own.lead}>
      <ul className="application-choices">
        <li>
          <Choice
            name={<Text>{own.ordinary}</Text>}
            explanation={<Text>{own.ordinaryNote}</Text>}
            onPress={() => {
              send({ type: 'chooseExpress', ground: null })
            }}
          />
        </li>
        {screen.express.map((ground) => (
          <li key={ground}>
            <Choice
              name={<Text>{own.grounds[ground]}</Text>}
              legal={<Text>{own.legal}</Text>}
              onPress={() => {
                send({ type: 'chooseExpress', ground })
              }}
            />
          </li>
        ))}
      </ul>
    </Stage>
  )
}

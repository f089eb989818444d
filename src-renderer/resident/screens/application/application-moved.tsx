import { Choice } from '../../../parts/choice.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident } from '../../resident-context.tsx'

/** The form from before a move is void: asked of everybody who has one. */
export function ApplicationMoved() {
  const { words, send } = useResident()
  const own = words.screens.application.moved
  const answer = (moved: boolean, name: string, note: string) => (
    <li>
      <Choice
        name={<Text>{name}</Text>}
        explanation={<Text>{note}</Text>}
        onPress={() => {
          send({ type: 'applicationMoved', moved })
        }}
      />
    </li>
  )
  return (
    <Stage id="applicationMoved" title={words.screens.application.titles.applicationMoved} lead={own.lead}>
      <ul className="application-choices application-choices-few">
        {answer(false, own.no, own.noNote)}
        {answer(true, own.yes, own.yesNote)}
      </ul>
    </Stage>
  )
}

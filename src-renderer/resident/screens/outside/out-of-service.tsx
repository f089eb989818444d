import { ClosedPicture, OutOfOrderPicture } from '../../../parts/pictures/counter-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { residentFailure } from '../../../words/words.ts'
import { FailureCodeLine } from '../failure-code-line.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

export function OutOfService({ screen }: ScreenProps<'outOfService'>) {
  const { words } = useResident()
  const own = words.screens.outOfService
  if (screen.failure === 'KIOSK-CLOSED') {
    return (
      <Stage id="closed" title={own.closedTitle} lead={own.closedBody} picture={<ClosedPicture />}>
        {screen.opensAt === null ? null : (
          <p className="opens-at">
            <Text>{own.opensAt(screen.opensAt)}</Text>
          </p>
        )}
      </Stage>
    )
  }
  const { title, body, todo } = residentFailure(words, screen.failure)
  return (
    <Stage id={`outOfService-${screen.failure}`} title={title} tone="error" lead={body} picture={<OutOfOrderPicture />}>
      <p className="failed-todo">
        <Text>{todo}</Text>
      </p>
      <FailureCodeLine code={screen.failure} />
    </Stage>
  )
}

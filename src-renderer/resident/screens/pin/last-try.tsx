import { Button } from '../../../parts/button.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { CardTroublePicture } from '../../../parts/pictures/card-pictures.tsx'
import { StaffBellPicture } from '../../../parts/pictures/counter-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'
import { WhichPin } from './which-pin.tsx'

/** One try is left: the harmless way out is the big one. */
export function LastTry({ screen }: ScreenProps<'lastTry'>) {
  const { words, send } = useResident()
  const own = words.screens.lastTry
  const { noun } = words.domain.pins[screen.pin]
  if (screen.state === 'waitingForStaff') {
    return <Stage id="lastTryWaiting" title={own.waitingTitle} lead={own.waitingLead} picture={<StaffBellPicture />} />
  }
  return (
    <Stage
      id="lastTry"
      title={own.title(noun)}
      lead={own.lead(noun)}
      picture={
        <div className="pin-state last-try">
          <CardTroublePicture />
          <WhichPin pin={screen.pin} />
        </div>
      }
      actions={
        <>
          <Button
            look="primary"
            size="large"
            onPress={() => {
              send({ type: 'back' })
            }}
          >
            <Text>{own.leave}</Text>
          </Button>
          <Button
            size="large"
            onPress={() => {
              send({ type: 'tryLastTime' })
            }}
          >
            <Text>{own.try}</Text>
          </Button>
        </>
      }
    >
      <Notice kind="information" title={<Text>{own.advice}</Text>} />
    </Stage>
  )
}

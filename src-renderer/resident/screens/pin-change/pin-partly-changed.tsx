import { Button } from '../../../parts/button.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { PlaceCardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { StaffBellPicture } from '../../../parts/pictures/counter-pictures.tsx'
import { HalfChangedPicture } from '../../../parts/pictures/pin-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { FailureCodeLine } from '../failure-code-line.tsx'
import { WhichPin } from '../pin/which-pin.tsx'

const pictures = { repair: <HalfChangedPicture />, placeCard: <PlaceCardPicture />, staff: <StaffBellPicture /> }

/** Exactly what is in the card now, what must not be forgotten, and the one way on. */
export function PinPartlyChanged({ screen }: ScreenProps<'pinPartlyChanged'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.pinPartlyChanged
  const { pin, next } = screen
  return (
    <Stage
      id={`pinPartlyChanged-${next}`}
      title={own.title}
      tone="error"
      lead={own.lead}
      picture={pictures[next]}
      actions={
        next === 'repair' ? (
          <Button
            look="primary"
            size="large"
            onPress={() => {
              send({ type: 'repairPin' })
            }}
          >
            <Text>{own.repair}</Text>
          </Button>
        ) : next === 'staff' ? (
          <Button
            look="primary"
            size="large"
            isDisabled={snapshot.staffCalled}
            onPress={() => {
              send({ type: 'callStaff' })
            }}
          >
            <Text>{snapshot.staffCalled ? words.frame.staffCalled : own.callStaff}</Text>
          </Button>
        ) : undefined
      }
    >
      <WhichPin pin={pin} />
      <p className="failed-todo">
        <Text>{own.todo[next]}</Text>
      </p>
      <Notice kind="information" title={<Text>{own.remember}</Text>}>
        <Text>{own.rest}</Text>
      </Notice>
      {next === 'staff' ? <FailureCodeLine code="PIN-PARTLY-CHANGED" /> : null}
    </Stage>
  )
}

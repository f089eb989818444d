import { Button } from '../../../parts/button.tsx'
import { CardPicture, TakeCardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { KeptSecretPicture, NewPinPicture } from '../../../parts/pictures/pin-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { FinishButton } from '../finish-button.tsx'
import { WhichPin } from '../pin/which-pin.tsx'
import { Task } from '../task.tsx'

/** It is done: what holds from now on, and the card to take. */
export function PinChanged({ screen }: ScreenProps<'pinChanged'>) {
  const { words, send } = useResident()
  const own = words.screens.pinChanged
  const slip = words.screens.slip
  const { pin, more, cardPresent } = screen
  return (
    <Stage
      id={`pinChanged-${pin}`}
      title={own.title(words.domain.pins[pin].noun)}
      tone="success"
      actions={
        <>
          {more ? (
            <Button
              size="large"
              onPress={() => {
                send({ type: 'changeAnotherPin' })
              }}
            >
              <Text>{own.another}</Text>
            </Button>
          ) : null}
          <FinishButton>
            <Text>{own.finish}</Text>
          </FinishButton>
        </>
      }
    >
      <WhichPin pin={pin} />
      <ol className="tasks">
        <Task picture={<NewPinPicture />} title={own.use} note={own.useNote} />
        <Task picture={<KeptSecretPicture />} title={own.secret} note={own.secretNote} />
        <Task
          picture={cardPresent ? <TakeCardPicture /> : <CardPicture />}
          title={cardPresent ? slip.takeCard : slip.cardTaken}
          note={cardPresent ? slip.takeCardNote : slip.cardTakenNote}
        />
      </ol>
    </Stage>
  )
}

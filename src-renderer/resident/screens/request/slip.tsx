import { Button } from '../../../parts/button.tsx'
import { CardPicture, TakeCardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { FeePicture } from '../../../parts/pictures/counter-pictures.tsx'
import { NoSlipPicture, SlipPicture } from '../../../parts/pictures/paper-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { FailureCodeLine } from '../failure-code-line.tsx'
import { Task } from '../task.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

/** The number, huge; then what to take, and where to pay. */
export function Slip({ screen }: ScreenProps<'slip'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.slip
  const printed = screen.slip === 'printed'
  return (
    <Stage
      id="slip"
      title={own.title}
      picture={
        <p className="slip-number">
          <span>
            <Text>{own.number}</Text>
          </span>
          <strong>{screen.number}</strong>
        </p>
      }
      actions={
        snapshot.can.next ? (
          <Button
            look="primary"
            size="large"
            onPress={() => {
              send({ type: 'next' })
            }}
          >
            <Text>{own.finish}</Text>
          </Button>
        ) : undefined
      }
    >
      <ol className="tasks">
        <Task
          picture={printed ? <SlipPicture /> : <NoSlipPicture />}
          title={printed ? own.takeSlip : own.slipFailed}
          note={printed ? own.takeSlipNote : own.slipFailedNote}
        >
          {screen.failure === null ? null : <FailureCodeLine code={screen.failure} />}
        </Task>
        <Task
          picture={screen.cardPresent ? <TakeCardPicture /> : <CardPicture />}
          title={screen.cardPresent ? own.takeCard : own.cardTaken}
          note={screen.cardPresent ? own.takeCardNote : own.cardTakenNote}
        />
        <Task picture={<FeePicture />} title={own.pay(words.domain.yen(screen.fee))} note={own.payNote} />
      </ol>
    </Stage>
  )
}

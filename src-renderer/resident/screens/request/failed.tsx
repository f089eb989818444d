import { Button } from '../../../parts/button.tsx'
import { CardTroublePicture, TakeCardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { OutOfOrderPicture, StaffBellPicture } from '../../../parts/pictures/counter-pictures.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Text } from '../../../parts/text.tsx'
import { isNeutral } from '../../../words/failure-words.ts'
import { residentFailure } from '../../../words/words.ts'
import { FailureCodeLine } from '../failure-code-line.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

/** What happened, what is lost or not, and the one thing to do. */
export function Failed({ screen }: ScreenProps<'failed'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.failed
  const { title, body, todo } = residentFailure(words, screen.failure)
  // A refusal that must not be told from another has but one way on.
  const next = isNeutral(screen.failure) ? 'staff' : screen.next
  const isAboutCard = /^(CARD|PIN|CERT)-/.test(screen.failure) && !isNeutral(screen.failure)
  const picture = next === 'staff' ? <StaffBellPicture /> : isAboutCard ? <CardTroublePicture /> : <OutOfOrderPicture />
  return (
    <Stage
      id={`failed-${next}-${title}`}
      title={title}
      tone="error"
      lead={body}
      picture={screen.cardPresent && next !== 'again' ? <TakeCardPicture /> : picture}
      actions={
        next === 'again' ? (
          <Button
            look="primary"
            size="large"
            isDisabled={!snapshot.can.next}
            onPress={() => {
              send({ type: 'next' })
            }}
          >
            <Text>{own.again}</Text>
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
        ) : (
          <Button
            look="primary"
            size="large"
            onPress={() => {
              send({ type: snapshot.can.next ? 'next' : 'stop' })
            }}
          >
            <Text>{own.over}</Text>
          </Button>
        )
      }
    >
      <p className="failed-todo">
        <Text>{todo}</Text>
      </p>
      {screen.cardPresent && next !== 'again' ? <Notice kind="information" title={<Text>{own.takeCard}</Text>} /> : null}
      <FailureCodeLine code={screen.failure} />
    </Stage>
  )
}

import { Button } from '../../../parts/button.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { CardOnReaderPicture, CardPicture, TakeCardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { FinishButton } from '../finish-button.tsx'

/** A clerk's work on the card: what will be done, that it is done. */
export function CardWork({ screen }: ScreenProps<'cardWork'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.cardWork
  const { work, phase, pins, cardPresent } = screen
  const { name, explanation, done, legal, note } = words.domain.cardWorks[work]
  const what = (
    <p className="which-pin">
      <strong>
        <Text>{name}</Text>
      </strong>
      <small>
        <Text>{legal}</Text>
      </small>
    </p>
  )
  const named = (title: string) =>
    pins.length === 0 ? null : (
      <section className="work-pins" aria-labelledby="work-pins">
        <h2 id="work-pins">
          <Text>{title}</Text>
        </h2>
        <ul>
          {pins.map((pin) => (
            <li key={pin}>
              <Text>{words.domain.pins[pin].name}</Text>
              {phase === 'explain' ? (
                <small>
                  <Text>{words.domain.pins[pin].legal}</Text>
                </small>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    )
  switch (phase) {
    case 'explain':
      return (
        <Stage
          id={`cardWork-${work}`}
          title={name}
          lead={explanation}
          picture={<CardOnReaderPicture />}
          actions={
            <Button
              look="primary"
              size="large"
              isDisabled={!snapshot.can.next}
              onPress={() => {
                send({ type: 'next' })
              }}
            >
              <Text>{own.begin}</Text>
            </Button>
          }
        >
          <p className="work-legal">
            <Text>{legal}</Text>
          </p>
          {named(own.needed)}
          {pins.length === 0 ? null : (
            <p className="work-how">
              <Text>{own.how}</Text>
            </p>
          )}
          {note === null ? null : <Notice kind="information" title={<Text>{note}</Text>} />}
        </Stage>
      )
    case 'done':
    case 'doneBefore':
      return (
        <Stage
          id={`cardWorkDone-${work}`}
          title={phase === 'done' ? own.doneTitle : own.before}
          tone="success"
          lead={done}
          picture={cardPresent ? <TakeCardPicture /> : <CardPicture />}
          actions={
            <FinishButton>
              <Text>{own.finish}</Text>
            </FinishButton>
          }
        >
          {what}
          {phase === 'doneBefore' && pins.length > 0 ? <Notice kind="error" title={<Text>{own.beforePins}</Text>} /> : null}
          {named(phase === 'done' ? own.set : own.setBefore)}
          {cardPresent ? <Notice kind="information" title={<Text>{words.screens.slip.takeCard}</Text>} /> : null}
          {note === null ? null : <Notice kind="information" title={<Text>{note}</Text>} />}
        </Stage>
      )
  }
}

import { isRecordService } from '../../../parts/record-service.ts'
import { Button } from '../../../parts/button.tsx'
import { Choice } from '../../../parts/choice.tsx'
import { CardPicture, PlaceCardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { ClockPicture, PinPadPicture } from '../../../parts/pictures/counter-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { LanguageButton } from '../../frame/language-button.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { servicePictures } from '../service-pictures.tsx'
import { useHeadingFocus } from '../../page/use-heading-focus.ts'
import { plain } from '../../../words/furigana.ts'

/** What can be done here, what is needed, and the way in, in the largest type. */
export function Attract({ screen }: ScreenProps<'attract'>) {
  const { snapshot, words, send } = useResident()
  const heading = useHeadingFocus('attract')
  const own = words.screens.attract
  const onlyRecords = screen.services.every(({ service }) => isRecordService(service))
  const needs = [
    { name: own.card, note: own.cardNote, picture: <CardPicture /> },
    { name: own.pin, note: own.pinNote, picture: <PinPadPicture /> },
    { name: own.time, note: own.timeNote, picture: <ClockPicture /> },
  ]
  return (
    <section className={screen.services.length > 2 ? 'attract attract-many' : 'attract'} data-stage="attract">
      <div className="attract-hero">
        <h1 ref={heading} tabIndex={-1}>
          <Text>{onlyRecords ? own.title : own.titleMore}</Text>
        </h1>
        <PlaceCardPicture />
      </div>
      <div className="attract-begin">
        <Button
          look="primary"
          size="large"
          onPress={() => {
            send({ type: 'start' })
          }}
        >
          <Text>{own.start}</Text>
        </Button>
        <p>
          <Text>{screen.cardPresent ? own.cardPresent : own.or}</Text>
        </p>
      </div>
      <div className="attract-languages" role="group" aria-label={plain(own.language)}>
        {snapshot.terminal.languages.map((language) => (
          <LanguageButton key={language} language={language} isPresent={language === snapshot.language} />
        ))}
      </div>
      <div className="attract-offers">
        <h2>
          <Text>{own.canDo}</Text>
        </h2>
        <ul>
          {screen.services.map(({ service, fee }) => (
            <li key={service}>
              <Choice
                picture={servicePictures[service]}
                name={<Text>{words.domain.services[service].name}</Text>}
                explanation={<Text>{words.domain.price(fee)}</Text>}
                onPress={() => {
                  send({ type: 'chooseService', service })
                }}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className="attract-needs">
        <h2>
          <Text>{own.needs}</Text>
        </h2>
        <ul>
          {needs.map(({ name, note, picture }) => (
            <li key={name}>
              {picture}
              <p>
                <strong>
                  <Text>{name}</Text>
                </strong>
                <Text>{note}</Text>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

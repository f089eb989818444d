import { Notice } from '../../../parts/notice.tsx'
import { CardTroublePicture, PlaceCardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { ClockPicture, OutOfOrderPicture } from '../../../parts/pictures/counter-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { residentFailure } from '../../../words/words.ts'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

export function PlaceCard({ screen }: ScreenProps<'placeCard'>) {
  const { words } = useResident()
  const own = words.screens.placeCard
  switch (screen.reader) {
    case 'restarting':
      return <Stage id="readerRestarting" title={own.starting} lead={own.startingLead} picture={<ClockPicture />} />
    case 'noReader':
    case 'noService':
      return <Stage id="readerUnavailable" title={own.unavailable} lead={own.unavailableLead} picture={<OutOfOrderPicture />} />
    case 'ready': {
      if (screen.again === null) return <Stage id="placeCard" title={own.title} lead={own.lead} picture={<PlaceCardPicture />} />
      const { title, body, todo } = residentFailure(words, screen.again)
      return (
        <Stage
          id={`placeCardAgain-${screen.again}`}
          title={own.title}
          lead={own.lead}
          picture={screen.again === 'CARD-REMOVED' ? <PlaceCardPicture /> : <CardTroublePicture />}
        >
          <Notice kind="error" title={<Text>{title}</Text>}>
            <Text>{body}</Text>
            <br />
            <Text>{todo}</Text>
          </Notice>
        </Stage>
      )
    }
  }
}

import { Notice } from '../../../parts/notice.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { PinMarks } from './pin-marks.tsx'
import { PinPad } from './pin-pad.tsx'
import { Tries } from './tries.tsx'
import { WhichPin } from './which-pin.tsx'

/** How many characters are in, how many tries are left; never a character. */
export function EnterPin({ screen }: ScreenProps<'enterPin'>) {
  const { snapshot, words } = useResident()
  const own = words.screens.enterPin
  const { pin, asking, alphabet, maxLength, triesLeft, maxTries, wasWrong } = screen
  const letters = alphabet === 'digitsAndCapitals'
  const { noun } = words.domain.pins[pin]
  const secret = words.domain.secret(maxLength, letters)
  const hidden = letters ? own.leadLetters : own.lead
  const question = {
    present: { title: snapshot.procedure === 'pinChange' ? own.titlePresent(secret) : own.title(secret), lead: hidden },
    otherKey: { title: own.titleOther, lead: own.leadOther },
    whichHolds: { title: own.titleWhich(noun), lead: own.leadWhich(noun) },
  }[asking]
  return (
    <Stage
      id={`enterPin-${pin}-${asking}-${wasWrong ? 'again' : 'first'}-${triesLeft}`}
      title={question.title}
      lead={question.lead}
      picture={
        <div className="pin-state">
          {wasWrong ? <Notice kind="error" title={<Text>{own.wrong(noun)}</Text>} /> : null}
          <WhichPin pin={pin} />
          <PinMarks entry={screen} explained />
          <div className="pin-tries">
            <Tries left={triesLeft} all={maxTries} />
            <p className="pin-note">
              <Text>{own.lockNote(maxTries, noun)}</Text>
            </p>
          </div>
        </div>
      }
    >
      <PinPad entry={screen} submit={own.submit} />
    </Stage>
  )
}

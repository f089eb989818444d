import { InformationIcon } from '../../../parts/icons/icons.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Text } from '../../../parts/text.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { PinMarks } from '../pin/pin-marks.tsx'
import { PinPad } from '../pin/pin-pad.tsx'
import { WhichPin } from '../pin/which-pin.tsx'

/** The new PIN, twice; the rules beforehand, and the reason when one is not taken. */
export function EnterNewPin({ screen }: ScreenProps<'enterNewPin'>) {
  const { words } = useResident()
  const own = words.screens.enterNewPin
  const { pin, phase, minLength, maxLength, alphabet, refused } = screen
  const letters = alphabet === 'digitsAndCapitals'
  const secret = words.domain.secret(maxLength, letters)
  const hidden = letters ? words.screens.enterPin.leadLetters : words.screens.enterPin.lead
  return (
    <Stage
      id={`enterNewPin-${pin}-${phase}-${refused ?? 'new'}`}
      title={own[phase](secret)}
      lead={refused !== null ? undefined : phase === 'repeat' ? own.repeatLead : hidden}
      picture={
        <div className="pin-state">
          {refused === null ? null : (
            <Notice kind="error" title={<Text>{own.refused[refused]}</Text>}>
              <Text>{refused === 'different' ? own.untouchedDifferent : own.untouched}</Text>
            </Notice>
          )}
          <WhichPin pin={pin} />
          <PinMarks entry={screen} explained={phase === 'repeat'} />
          {/* Two that differ broke no rule. */}
          {phase === 'first' && refused !== 'different' ? (
            <section className="pin-rules" aria-labelledby="pin-rules">
              <h2 id="pin-rules">
                <InformationIcon />
                <Text>{own.rules}</Text>
              </h2>
              <ul>
                {(letters ? own.letterRules(minLength, maxLength) : own.digitRules).map((rule) => (
                  <li key={rule}>
                    <Text>{rule}</Text>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      }
    >
      <PinPad entry={screen} submit={phase === 'first' ? own.submit : own.submitRepeat} />
    </Stage>
  )
}

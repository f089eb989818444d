import { TriesIcon } from '../../../parts/icons/icons.tsx'
import { LiveRegion } from '../../../parts/live-region.tsx'
import { Notice } from '../../../parts/notice.tsx'
import { Text } from '../../../parts/text.tsx'
import { plain } from '../../../words/furigana.ts'
import { PinPad } from './pin-pad.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

/** How many digits are in, how many tries are left; never a digit. */
export function EnterPin({ screen }: ScreenProps<'enterPin'>) {
  const { words } = useResident()
  const own = words.screens.enterPin
  const { entered, minLength, maxLength: length, triesLeft, maxTries, wasWrong } = screen
  const complete = entered >= minLength
  const marks = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
  return (
    <Stage
      id={wasWrong ? 'enterPinAgain' : 'enterPin'}
      title={own.title(length)}
      lead={own.lead}
      picture={
        <div className="pin-state">
          {wasWrong ? <Notice kind="error" title={<Text>{own.wrong}</Text>} /> : null}
          <div className="pin-dots" role="img" aria-label={plain(own.entered(entered, length))}>
            {marks(length).map((index) => (
              <span key={index} className={index < entered ? 'pin-dot pin-dot-in' : 'pin-dot'} />
            ))}
          </div>
          <div className="pin-tries">
            <p className="pin-tries-words">
              <Text>{own.triesLeft(triesLeft)}</Text>
            </p>
            <span className="pin-tries-shapes" role="img" aria-label={plain(own.tryShapes(triesLeft, maxTries))}>
              {marks(maxTries).map((index) => (
                <TriesIcon key={index} isLeft={index < triesLeft} />
              ))}
            </span>
            <p className="pin-note">
              <Text>{own.lockNote(maxTries)}</Text>
            </p>
          </div>
          <p className="pin-legal">
            <Text>{own.legal}</Text>
          </p>
        </div>
      }
    >
      <PinPad complete={complete} />
      <LiveRegion>{entered === 0 ? '' : plain(own.entered(entered, length))}</LiveRegion>
    </Stage>
  )
}

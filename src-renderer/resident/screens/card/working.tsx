import { CardOnReaderPicture } from '../../../parts/pictures/card-pictures.tsx'
import { SlipPicture } from '../../../parts/pictures/paper-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { useResident, type ScreenOf, type ScreenProps } from '../../resident-context.tsx'
import { Stage } from '../../frame/stage.tsx'

/** Below this nobody needs to be told how long. */
const longSeconds = 10

const needsCard: Record<ScreenOf<'working'>['activity'], boolean> = {
  openingCard: true,
  verifyingPin: true,
  provingCard: true,
  checkingCertificate: true,
  findingRecord: true,
  registering: false,
  printingSlip: false,
  changingPin: true,
  orderingIssuer: true,
  printingReceipt: false,
}

export function Working({ screen }: ScreenProps<'working'>) {
  const { words } = useResident()
  const own = words.screens.working
  const { activity, expectedSeconds } = screen
  return (
    <Stage
      id={`working-${activity}`}
      title={own.activity[activity]}
      lead={needsCard[activity] ? own.keepCard : own.wait}
      picture={activity === 'printingSlip' || activity === 'printingReceipt' ? <SlipPicture /> : <CardOnReaderPicture />}
    >
      <div className="working">
        <span className="cover-dots" aria-hidden>
          <span />
          <span />
          <span />
        </span>
        {expectedSeconds > longSeconds ? (
          <p>
            <Text>{own.seconds(expectedSeconds)}</Text>
          </p>
        ) : null}
      </div>
    </Stage>
  )
}

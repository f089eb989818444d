import { CardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { NoSlipPicture, SlipPicture } from '../../../parts/pictures/paper-pictures.tsx'
import { Text } from '../../../parts/text.tsx'
import { ClockPicture } from '../../../parts/pictures/counter-pictures.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../resident-context.tsx'
import { FailureCodeLine } from '../failure-code-line.tsx'
import { FinishButton } from '../finish-button.tsx'
import { Task } from '../task.tsx'

/** The number, huge; then what happens next and when. */
export function ApplicationSlip({ screen }: ScreenProps<'applicationSlip'>) {
  const { words } = useResident()
  const own = words.screens.application.slip
  const isPrinted = screen.slip === 'printed'
  const isStaffNext = screen.next === 'staff'
  // 特急発行 and what was identified today come by post; the rest is fetched with the notice (reference counter-procedures §A.1, §A.5).
  const comesByPost = screen.express || screen.collection === 'atApplication' || screen.collection === 'outreach'
  return (
    <Stage
      id="applicationSlip"
      title={words.screens.application.titles.applicationSlip}
      picture={
        <p className="slip-number">
          <span>
            <Text>{own.number}</Text>
          </span>
          <strong>{screen.number}</strong>
        </p>
      }
      actions={
        <FinishButton>
          <Text>{own.finish}</Text>
        </FinishButton>
      }
    >
      <ol className="tasks">
        <Task picture={isPrinted ? <SlipPicture /> : <NoSlipPicture />} title={isPrinted ? own.takeSlip : own.slipFailed} note={isPrinted ? own.takeSlipNote : own.slipFailedNote}>
          {screen.failure === null ? null : <FailureCodeLine code={screen.failure} />}
        </Task>
        <Task picture={<CardPicture />} title={isStaffNext ? own.staff : own.received} note={isStaffNext ? own.staffNote : own.receivedNote} />
        <Task picture={<ClockPicture />} title={comesByPost ? own.post : own.notice} note={screen.express ? own.express : own.ordinary} />
      </ol>
    </Stage>
  )
}

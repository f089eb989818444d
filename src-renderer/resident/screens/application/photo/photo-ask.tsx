import type { MachinePhotoReason, PhotoReason } from '../../../../../src-preload/contract.ts'
import { photoReasons } from '../../../../../src-preload/contract/values.ts'
import { Button } from '../../../../parts/button.tsx'
import { QuestionIcon } from '../../../../parts/icons/icons.tsx'
import { Notice } from '../../../../parts/notice.tsx'
import { Text } from '../../../../parts/text.tsx'
import { Stage } from '../../../frame/stage.tsx'
import { useResident, type ScreenProps } from '../../../resident-context.tsx'

const machine: ReadonlySet<PhotoReason> = new Set(photoReasons.machine)
const isMachineReason = (reason: PhotoReason): reason is MachinePhotoReason => machine.has(reason)

/** Said openly: what no machine has looked at, and what it found in a photo that is wanted all the same. */
export function PhotoAsk({ screen }: ScreenProps<'photoAsk'>) {
  const { snapshot, words, send } = useResident()
  const own = words.screens.application.photoAsk
  const isRefused = screen.state === 'notAccepted'
  const found = screen.findings.filter(isMachineReason)
  return (
    <Stage
      id={`photoAsk-${screen.state}`}
      title={isRefused ? own.notAccepted : words.screens.application.titles.photoAsk}
      tone={isRefused ? 'attention' : 'plain'}
      lead={isRefused ? own.notAcceptedTodo : own.lead}
      actions={
        <>
          <Button
            size="large"
            look={isRefused ? 'primary' : 'secondary'}
            onPress={() => {
              send({ type: 'photoAgain' })
            }}
          >
            <Text>{own.again}</Text>
          </Button>
          {snapshot.can.next ? (
            <Button
              look="primary"
              size="large"
              onPress={() => {
                send({ type: 'next' })
              }}
            >
              <Text>{own.next}</Text>
            </Button>
          ) : null}
        </>
      }
    >
      {isRefused ? null : (
        <ul className="asked">
          {screen.asked.map((reason) => (
            <li key={reason}>
              <QuestionIcon />
              <Text>{own.asked[reason]}</Text>
            </li>
          ))}
        </ul>
      )}
      {found.length === 0 ? null : (
        <Notice kind="error" title={<Text>{own.found}</Text>}>
          <span className="asked-found">
            {found.map((reason) => (
              <span key={reason}>
                <Text>{words.screens.application.photo.found[reason]}</Text>
              </span>
            ))}
          </span>
          <Text>{own.foundTodo}</Text>
        </Notice>
      )}
    </Stage>
  )
}

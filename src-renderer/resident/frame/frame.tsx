import { useRef, type ReactNode } from 'react'
import type { ResidentScreen } from '../../../src-preload/contract.ts'
import { Button } from '../../parts/button.tsx'
import { BackIcon, BellIcon, FinishIcon, StopIcon } from '../../parts/icons/icons.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Text } from '../../parts/text.tsx'
import { FrameHeader } from './frame-header.tsx'
import { FrameProgress } from './frame-progress.tsx'
import { useResident } from '../resident-context.tsx'
import { ScrollMore } from './scroll-more.tsx'

/** The same on every step, so that nothing jumps. */
export function Frame({ refused, children }: { refused: boolean; children: ReactNode }) {
  const { snapshot, words } = useResident()
  const main = useRef<HTMLElement>(null)
  return (
    <div className="frame">
      <FrameHeader />
      <FrameProgress />
      <main ref={main} className="frame-main">
        {snapshot.staffCalled ? (
          <Notice kind="success" title={<Text>{words.frame.staffCalled}</Text>}>
            <Text>{words.frame.staffComes}</Text>
          </Notice>
        ) : null}
        {refused ? <Notice kind="error" title={<Text>{words.frame.notDone}</Text>} /> : null}
        {children}
      </main>
      <ScrollMore area={main} />
      <FrameFooter />
    </div>
  )
}

/** What was asked for is done, or can't be: there is nothing left to stop. */
function isOver(screen: ResidentScreen): boolean {
  switch (screen.kind) {
    case 'slip':
    case 'applicationSlip':
    case 'failed':
    case 'pinChanged':
    case 'validity':
      return true
    case 'cardWork':
      return screen.phase === 'done'
    default:
      return false
  }
}

function FrameFooter() {
  const { snapshot, words, send } = useResident()
  const { can, screen, staffCalled } = snapshot
  const outside = screen.kind === 'attract' || screen.kind === 'outOfService'
  const over = isOver(screen)
  return (
    <footer className="frame-footer">
      {outside ? (
        <span />
      ) : (
        <Button
          look="quiet"
          icon={<BackIcon />}
          isDisabled={!can.back}
          onPress={() => {
            send({ type: 'back' })
          }}
        >
          <Text>{words.frame.back}</Text>
        </Button>
      )}
      <Button
        look="quiet"
        icon={staffCalled ? <FinishIcon /> : <BellIcon />}
        isDisabled={staffCalled}
        onPress={() => {
          send({ type: 'callStaff' })
        }}
      >
        <Text>{staffCalled ? words.frame.staffCalled : words.frame.callStaff}</Text>
      </Button>
      {outside ? (
        <span />
      ) : over ? (
        <Button
          look="quiet"
          icon={<FinishIcon />}
          isDisabled={!can.stop && !can.next}
          onPress={() => {
            send({ type: can.stop ? 'stop' : 'next' })
          }}
        >
          <Text>{words.frame.finish}</Text>
        </Button>
      ) : (
        <Button
          look="quiet"
          icon={<StopIcon />}
          isDisabled={!can.stop}
          onPress={() => {
            send({ type: 'stop' })
          }}
        >
          <Text>{words.frame.stop}</Text>
        </Button>
      )}
    </footer>
  )
}

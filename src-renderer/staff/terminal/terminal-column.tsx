import type { FailureCode } from '../../../src-preload/contract.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useStaff } from '../staff-context.ts'
import { Alerts } from './alerts.tsx'
import { Devices } from './devices.tsx'
import { ResidentSide } from './resident-side.tsx'

/** 端末: the devices, what the resident side does, and what only the staff may know. */
export function TerminalColumn({ failure, onCloseFailure }: { failure: FailureCode | null; onCloseFailure: () => void }) {
  const { words } = useStaff()
  return (
    <section className="column column-terminal" data-column="terminal" aria-label={words.terminal.title}>
      {failure === null ? null : <FailureNote code={failure} onClose={onCloseFailure} />}
      <ResidentSide />
      <Devices />
      <Alerts />
    </section>
  )
}

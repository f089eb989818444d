import type { Timers } from '../../timers.ts'
import type { ReaderProcessLife } from './reader-process-life.ts'
import type { SupervisionSettings } from './supervision-settings.ts'

/** A reader that comes or goes shows in the fresh list a moment before the watch tells of it. */
const DIFFERENCES_ENOUGH = 2

/**
 * Asks the process again and again for its list of readers, past the watch. A process that does not answer
 * is ended by the deadline; one whose watch has fallen behind the truth (measured: the npm package
 * `pcsclite` stops reporting without any error) is ended here. Ends with the life.
 */
export function keepBeating(life: ReaderProcessLife, timers: Timers, settings: SupervisionSettings): void {
  let differences = 0
  const beat = async (): Promise<void> => {
    const pulse = await life.ask({ type: 'heartbeat' }, settings.heartbeat)
    if (life.isOver || pulse.type !== 'pulse') return
    differences = sameReaders(pulse.watched, pulse.listed) ? 0 : differences + 1
    if (differences >= DIFFERENCES_ENOUGH) life.end('CARD-NO-SERVICE', 'the watch had fallen silent')
    else next()
  }
  const next = (): void => void timers.after(settings.heartbeatPause, () => void beat())
  next()
}

function sameReaders(watched: readonly string[] | null, listed: readonly string[] | null): boolean {
  if (watched === null || listed === null) return watched === listed
  return watched.length === listed.length && watched.every((name) => listed.includes(name))
}

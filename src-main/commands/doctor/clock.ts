import { execFile } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Check, Subject } from './check.ts'

/** What was measured of the clock. */
export interface ClockFacts {
  readonly now: Date
  /** IANA name that the operating system is set to. */
  readonly timeZone: string
  /** By how many milliseconds the wall clock and the monotonic clock went apart while they were watched. */
  readonly drift: number
  /** Whether the operating system says that it follows a time server; null where it can't be asked. */
  readonly synchronized: boolean | null
}

/** Older than the program: certificates, opening hours and 受付番号 would all be wrong. */
const earliest = new Date('2026-01-01T00:00:00Z')
/** No card certificate lives that long; a clock beyond it was set wrongly. */
const latest = new Date('2100-01-01T00:00:00Z')
/** A clock that is being set jumps by more than a process waits for its turn. */
const tolerableDrift = 500
const watched = 200

export function judgeClock({ now, timeZone, drift, synchronized }: ClockFacts, about: Subject): Check {
  const { clock: words, list, sentences } = about.words
  const timeServer = synchronized === null ? 'unknown' : synchronized ? 'followed' : 'ignored'
  const seen = list([
    now.toISOString(),
    words.timeZone({ name: timeZone }),
    words.drift({ apart: Math.round(Math.abs(drift)), watched }),
    words.timeServer[timeServer],
  ])
  if (now < earliest || now > latest) return about.failed(seen, words.wrong)
  const remedies = [
    ...(Math.abs(drift) > tolerableDrift ? [words.jumping] : []),
    ...(synchronized === false ? [words.switchOn] : []),
    ...(synchronized === null ? [words.seeByHand] : []),
    ...(timeZone === 'Asia/Tokyo' ? [] : [words.otherZone]),
  ]
  return remedies.length === 0 ? about.fine(seen) : about.attention(seen, sentences(remedies))
}

export async function checkClock(about: Subject): Promise<Check> {
  const [drift, synchronized] = await Promise.all([measureDrift(), askTimeService()])
  return judgeClock({ now: new Date(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, drift, synchronized }, about)
}

async function measureDrift(): Promise<number> {
  const wall = Date.now()
  const monotonic = performance.now()
  await pause(watched)
  return Date.now() - wall - (performance.now() - monotonic)
}

/** systemd's answer; null on systems without it. */
function askTimeService(): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile('timedatectl', ['show', '--property=NTPSynchronized', '--value'], { timeout: 3000 }, (error, stdout) => {
      const answer = stdout.trim()
      resolve(error !== null || !['yes', 'no'].includes(answer) ? null : answer === 'yes')
    })
  })
}

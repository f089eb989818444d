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
  const seen = [
    now.toISOString(),
    `time zone ${timeZone}`,
    `wall and monotonic clock ${Math.round(Math.abs(drift))} ms apart in ${watched} ms`,
    `time server: ${synchronized === null ? 'not known' : synchronized ? 'synchronized' : 'NOT synchronized'}`,
  ].join(', ')
  if (now < earliest || now > latest) return about.failed(seen, 'Set the clock: it decides about certificates, hours and dates on papers.')
  const remedies = [
    ...(Math.abs(drift) > tolerableDrift ? ['The clock is being set while the kiosk runs; let a time service slew it.'] : []),
    ...(synchronized === false ? ['Switch the time service on: timedatectl set-ntp true.'] : []),
    ...(synchronized === null ? ['See by hand that a time service keeps the clock.'] : []),
    ...(timeZone === 'Asia/Tokyo' ? [] : ['Papers and numbers use the time of Japan anyway; for the logs of the system set Asia/Tokyo.']),
  ]
  return remedies.length === 0 ? about.fine(seen) : about.attention(seen, remedies.join(' '))
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

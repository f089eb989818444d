/** Time is injected everywhere, so that a test decides what "now" is. UTC; milliseconds since the epoch. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock for tests and for the training profile's fixed pictures. */
export function fixedClock(isoInstant: string): Clock & { advance(milliseconds: number): void } {
  let instant = Date.parse(isoInstant)
  if (Number.isNaN(instant)) throw new Error(`not an ISO 8601 instant: ${isoInstant}`)
  return {
    now: () => new Date(instant),
    advance: (milliseconds) => {
      instant += milliseconds
    },
  }
}

/** Japan Standard Time is UTC+9 the whole year; it has had no summer time since 1951. */
const japanOffset = 9 * 60 * 60 * 1000

/** The calendar day in Japan, YYYY-MM-DD. */
export function dayInJapan(at: Date): string {
  return new Date(at.getTime() + japanOffset).toISOString().slice(0, 10)
}

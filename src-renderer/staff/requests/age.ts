export interface Age {
  readonly hours: number
  readonly minutes: number
  /** Waiting longer than a resident should. */
  readonly long: boolean
}

const longAfterMinutes = 15

/** How long ago it was; a clock that runs behind main's counts as "now", never as less. */
export function ageOf(receivedAt: string, now: Date): Age {
  const total = Math.max(0, Math.floor((now.getTime() - new Date(receivedAt).getTime()) / 60_000))
  return { hours: Math.floor(total / 60), minutes: total % 60, long: total >= longAfterMinutes }
}

/** All in milliseconds. */
export interface SupervisionSettings {
  /** Deadline of one APDU, and of taking the card. Real cards need up to a second for a signature. */
  readonly apdu: number
  /** Pause between two comparisons of the list of readers, and how long one may take. */
  readonly heartbeatPause: number
  readonly heartbeat: number
  /** From the start of the process to its first sight of the readers. */
  readonly start: number
  readonly powerOff: number
  /** For an orderly end of the process. */
  readonly close: number
  /** First and longest wait before a process is started again; it doubles from one to the other. */
  readonly firstRestart: number
  readonly longestRestart: number
  /** A process that lived this long was no failed start. */
  readonly stable: number
  /** Before a driver that is not installed is tried again. */
  readonly unusableRetry: number
}

export const defaultSupervision: SupervisionSettings = {
  apdu: 10_000,
  heartbeatPause: 2_000,
  heartbeat: 2_000,
  start: 10_000,
  powerOff: 3_000,
  close: 1_500,
  firstRestart: 200,
  longestRestart: 3_000,
  stable: 5_000,
  unusableRetry: 30_000,
}

/** `failedStarts` counts from 0. */
export function restartDelay(failedStarts: number, { firstRestart, longestRestart }: SupervisionSettings): number {
  return Math.min(firstRestart * 2 ** failedStarts, longestRestart)
}

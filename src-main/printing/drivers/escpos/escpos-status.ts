import type { PrinterCondition } from '../../printers.ts'

/** Answers to DLE EOT 1 to 4, in that order. */
export type RealTimeStatus = readonly [printer: number, offlineCause: number, error: number, paper: number]

const bit = (byte: number, position: number): boolean => (byte & (1 << position)) !== 0

/**
 * Condition out of the four real-time status bytes. A cover that is open is named before the paper that is
 * then not felt either; what is offline for a reason not listed is `offline`.
 */
export function realTimeCondition([printer, offlineCause, error, paper]: RealTimeStatus): PrinterCondition {
  if (bit(offlineCause, 2)) return 'coverOpen'
  if (bit(offlineCause, 5) || bit(paper, 5) || bit(paper, 6)) return 'paperOut'
  // Bit 2 mechanical, 3 cutter, 5 unrecoverable: somebody has to open it. Bit 6 (head too hot) passes by itself.
  if (bit(error, 2) || bit(error, 3) || bit(error, 5)) return 'jam'
  if (bit(printer, 3) || bit(offlineCause, 6)) return 'offline'
  if (bit(paper, 2) || bit(paper, 3)) return 'paperLow'
  return 'ready'
}

/** The same out of the four bytes of automatic status back. */
export function automaticCondition([printer, error, paper]: readonly [number, number, number, number]): PrinterCondition {
  if (bit(printer, 5)) return 'coverOpen'
  if (bit(paper, 2) || bit(paper, 3)) return 'paperOut'
  if (bit(error, 2) || bit(error, 3) || bit(error, 5)) return 'jam'
  if (bit(printer, 3)) return 'offline'
  if (bit(paper, 0) || bit(paper, 1)) return 'paperLow'
  return 'ready'
}

/** Whether an answer to GS r 1 says that there is paper. */
export const sensesPaper = (byte: number): boolean => !bit(byte, 2) && !bit(byte, 3)

import { joinResponse } from '../../../../card/codec/response-apdu.ts'
import { statusWord } from '../../../../card/codec/status-word.ts'
import type { CommandApdu } from '../../../../card/codec/command-apdu.ts'
import { word, type ChipState } from '../chip-state.ts'

/** 00 B0: by offset in the current file, or by short EF identifier (P1 b8 set). Behind the end: 6B00. */
export function readBinary(chip: ChipState, command: CommandApdu): Uint8Array {
  const { p1, p2, data, le } = command
  if (data !== undefined || le === undefined) return word(statusWord.wrongLength)
  const byIdentifier = (p1 & 0x80) !== 0
  if (byIdentifier && (p1 & 0x60) !== 0) return word(statusWord.wrongParameters)
  const file = chip.addressed(byIdentifier ? p1 & 0x1f : null)
  if (typeof file === 'number') return word(file)
  if (file.kind === 'opaque') return word(statusWord.securityStatusNotSatisfied)
  if (file.kind !== 'transparent') return word(statusWord.fileStructureConflict)
  if (!chip.allows(file.read)) return word(statusWord.securityStatusNotSatisfied)
  const content = chip.content(file)
  const offset = byIdentifier ? p2 : (p1 << 8) | p2
  if (offset >= content.length) return word(statusWord.offsetPastEnd)
  return joinResponse(statusWord.success, content.subarray(offset, offset + le))
}

/** 00 B2: one record, of the current file (P2 04) or by short EF identifier (P2 = identifier << 3 | 4). */
export function readRecord(chip: ChipState, command: CommandApdu): Uint8Array {
  const { p1, p2, data, le } = command
  if (data !== undefined || le === undefined) return word(statusWord.wrongLength)
  if ((p2 & 0x07) !== 0x04) return word(statusWord.functionNotSupported)
  const file = chip.addressed(p2 === 0x04 ? null : p2 >> 3)
  if (typeof file === 'number') return word(file)
  if (file.kind !== 'record') return word(statusWord.fileStructureConflict)
  if (!chip.allows(file.read)) return word(statusWord.securityStatusNotSatisfied)
  const record = chip.record(file, p1)
  return record === undefined ? word(statusWord.recordNotFound) : joinResponse(statusWord.success, record.subarray(0, le))
}

import { randomBytes } from 'node:crypto'
import { joinResponse } from '../../../../card/codec/response-apdu.ts'
import { statusWord } from '../../../../card/codec/status-word.ts'
import type { CommandApdu } from '../../../../card/codec/command-apdu.ts'
import { word, type ChipState } from '../chip-state.ts'

/** 00 CA: a data object of the card manager; large ones want an extended Le (6700). */
export function getData(chip: ChipState, { p1, p2, le }: CommandApdu): Uint8Array {
  if (le === undefined) return word(statusWord.wrongLength)
  const object = chip.dataObject((p1 << 8) | p2)
  if (object === undefined) return word(statusWord.referencedDataNotFound)
  return object.length > le ? word(statusWord.wrongLength) : joinResponse(statusWord.success, object)
}

/** 00 84: 1 to 256 random bytes; the extended form is refused (6985). */
export function getChallenge(chip: ChipState, { p1, p2, data, le }: CommandApdu): Uint8Array {
  if (p1 !== 0x00 || p2 !== 0x00) return word(statusWord.wrongParameters)
  if (data !== undefined || le === undefined) return word(statusWord.wrongLength)
  if (le > 256) return word(statusWord.conditionsNotSatisfied)
  chip.challenge = randomBytes(le)
  return joinResponse(statusWord.success, chip.challenge)
}

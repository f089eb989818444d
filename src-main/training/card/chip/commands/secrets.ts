import { timingSafeEqual } from 'node:crypto'
import { statusWord } from '../../../../card/codec/status-word.ts'
import type { CommandApdu } from '../../../../card/codec/command-apdu.ts'
import { word, type ChipState } from '../chip-state.ts'
import type { SecretFile } from '../file-system.ts'

/** Data of VERIFY and of the two CHANGE commands (JICSAP). */
const secretLengthMax = 16

/**
 * 00 20: without data a query, which costs no try and says 63Cx even after a successful VERIFY; with data the
 * comparison. A secret of another length counts as wrong: whether the real chip is milder is not known
 * (reference card.md §10.8).
 */
export function verify(chip: ChipState, command: CommandApdu): Uint8Array {
  if (command.p1 !== 0x00) return word(statusWord.wrongParameters)
  const file = secretAt(chip, command.p2)
  if (typeof file === 'number') return word(file)
  const { left, value } = chip.secret(file)
  const { data } = command
  if (data === undefined) return word(triesLeft(left))
  if (data.length > secretLengthMax) return word(statusWord.wrongLength)
  if (left === 0) return word(chip.habits.blockedWord ?? statusWord.keyBlocked)
  if (data.length === value.length && timingSafeEqual(data, value)) {
    chip.storeSecret(file, { left: file.triesMax, value })
    chip.setVerified(file.id, true)
    return word(statusWord.success)
  }
  chip.storeSecret(file, { left: left - 1, value })
  chip.setVerified(file.id, false)
  return word(triesLeft(left - 1))
}

/** 00 24 01: the new value alone, after VERIFY of the old one. */
export function changeReferenceData(chip: ChipState, command: CommandApdu): Uint8Array {
  return command.p1 === 0x01 ? change(chip, command, 'changeReferenceData') : word(statusWord.wrongParameters)
}

/** 80 32 00: JICSAP CHANGE KEY, for the PINs of the common and the resident register applet. */
export function changeKey(chip: ChipState, command: CommandApdu): Uint8Array {
  return command.p1 === 0x00 ? change(chip, command, 'changeKey') : word(statusWord.wrongParameters)
}

function change(chip: ChipState, { p2, data }: CommandApdu, how: SecretFile['change']): Uint8Array {
  const file = secretAt(chip, p2)
  if (typeof file === 'number') return word(file)
  if (file.change !== how) return word(statusWord.conditionsNotSatisfied)
  if (!chip.isVerified(file.id)) return word(statusWord.securityStatusNotSatisfied)
  if (data === undefined || data.length > secretLengthMax) return word(statusWord.wrongLength)
  chip.storeSecret(file, { left: file.triesMax, value: Uint8Array.from(data) })
  return word(statusWord.success)
}

/** P2: 80 for the current file, 80 | short EF identifier otherwise. A number is the status word that refuses. */
function secretAt(chip: ChipState, p2: number): SecretFile | number {
  if ((p2 & 0xe0) !== 0x80) return statusWord.wrongParameters
  const file = chip.addressed(p2 === 0x80 ? null : p2 & 0x1f)
  if (typeof file === 'number') return file
  return file.kind === 'secret' ? file : statusWord.fileStructureConflict
}

function triesLeft(left: number): number {
  return 0x63c0 | left
}

import { joinResponse } from '../../../../card/codec/response-apdu.ts'
import { statusWord } from '../../../../card/codec/status-word.ts'
import type { CommandApdu } from '../../../../card/codec/command-apdu.ts'
import { encodeTlv } from '../tlv-encoder.ts'
import { word, type ChipState } from '../chip-state.ts'

/** 00 A4: applet by AID or its beginning (P1 04), file of the applet (P1 02), master file (P1 00). */
export function select(chip: ChipState, command: CommandApdu): Uint8Array {
  if (command.p2 !== 0x0c && command.p2 !== 0x00) return word(statusWord.wrongParameters)
  switch (command.p1) {
    case 0x00:
      return selectMasterFile(chip, command)
    case 0x02:
      return selectElementaryFile(chip, command)
    case 0x04:
      return selectApplet(chip, command)
    default:
      return word(statusWord.wrongParameters)
  }
}

function selectApplet(chip: ChipState, command: CommandApdu): Uint8Array {
  const { data } = command
  if (data === undefined || data.length > 16) return word(statusWord.wrongLength)
  const applet = chip.applets.find(({ aid }) => data.length <= aid.length && data.every((byte, index) => byte === aid[index]))
  if (applet === undefined) return word(statusWord.fileNotFound)
  chip.selectApplet(applet)
  // What the file control information of the real card holds is not documented (reference card.md §3).
  return command.p2 === 0x00 ? joinResponse(statusWord.success, encodeTlv(0x6f, encodeTlv(0x84, applet.aid))) : word(statusWord.success)
}

function selectElementaryFile(chip: ChipState, { data }: CommandApdu): Uint8Array {
  const [high, low] = data ?? []
  if (high === undefined || low === undefined || data?.length !== 2) return word(statusWord.wrongLength)
  return word(chip.selectFile((high << 8) | low) === null ? statusWord.fileNotFound : statusWord.success)
}

/** There is no master file to go back to: refused right after a cold reset, without effect later (reference card.md §1). */
function selectMasterFile(chip: ChipState, { data }: CommandApdu): Uint8Array {
  if (data !== undefined) return word(statusWord.fileNotFound)
  return word(chip.applet === chip.applets[0] ? statusWord.wrongParameters : statusWord.success)
}

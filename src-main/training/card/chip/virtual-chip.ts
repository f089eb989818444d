import { decodeCommand, type CommandApdu } from '../../../card/codec/command-apdu.ts'
import { statusWord } from '../../../card/codec/status-word.ts'
import { issuingInstruction } from '../issuing/protocol.ts'
import type { SimulatedCard } from '../simulated-card.ts'
import { getChallenge, getData } from './commands/card-data.ts'
import { issue } from './commands/issue.ts'
import { readBinary, readRecord } from './commands/read.ts'
import { changeKey, changeReferenceData, verify } from './commands/secrets.ts'
import { select } from './commands/select.ts'
import { computeDigitalSignature, internalAuthenticate } from './commands/sign.ts'
import { ChipState, word, type ChipParts } from './chip-state.ts'

type Handler = (chip: ChipState, command: CommandApdu) => Uint8Array

/** By instruction, for the two classes that the card knows: ISO 7816-4 (00) and JICSAP (80). */
const handlers: ReadonlyMap<number, ReadonlyMap<number, Handler>> = new Map([
  [
    0x00,
    new Map<number, Handler>([
      [0x20, verify],
      [0x24, changeReferenceData],
      [0x84, getChallenge],
      [0x88, internalAuthenticate],
      [0xa4, select],
      [0xb0, readBinary],
      [0xb2, readRecord],
      [0xca, getData],
    ]),
  ],
  [
    0x80,
    new Map<number, Handler>([
      [0x2a, computeDigitalSignature],
      [0x32, changeKey],
      // Terminal authentication wants a CV certificate that no training terminal has (reference card.md §3).
      [0xa2, () => word(statusWord.wrongLength)],
      [0xae, (chip) => word(chip.applet.sessionKeyRefusal)],
      [issuingInstruction, issue],
    ]),
  ],
])

/** ISO 7816-4: the state of non-volatile memory is unchanged as far as one can tell. */
const memoryFailure = 0x6581
const secureMessagingBits = 0x0c
const channelBits = 0x03

/** The chip of an individual number card as reference card.md describes it: applets and files are data, this is its operating system. */
export class VirtualChip implements SimulatedCard {
  readonly atr: Uint8Array
  readonly #chip: ChipState
  #power: 'off' | 'fresh' | 'on' = 'off'

  constructor(atr: Uint8Array, parts: ChipParts) {
    this.atr = atr
    this.#chip = new ChipState(parts)
  }

  powerOn(): void {
    if (this.#power !== 'off') return
    this.#chip.coldReset()
    this.#power = 'fresh'
  }

  powerOff(): void {
    this.#power = 'off'
  }

  reset(): void {
    if (this.#power === 'off') this.powerOn()
    else this.#chip.warmReset()
  }

  transmit(command: Uint8Array): Promise<Uint8Array | 'mute'> {
    if (this.#power === 'off') return Promise.resolve('mute')
    const first = this.#power === 'fresh'
    this.#power = 'on'
    if (first && this.#chip.habits.firstCommandFails === true) return Promise.resolve(word(statusWord.selfDiagnosisFailed))
    return Promise.resolve(this.#answer(command))
  }

  #answer(bytes: Uint8Array): Uint8Array {
    const command = decodeCommand(bytes)
    if (command === null) return word(statusWord.wrongLength)
    const instructions = handlers.get(command.cla & 0xf0)
    if (instructions === undefined) return word(statusWord.classNotSupported)
    if ((command.cla & channelBits) !== 0) return word(statusWord.channelNotSupported)
    if ((command.cla & secureMessagingBits) !== 0) {
      return word(command.ins === 0xa4 ? statusWord.secureMessagingNotSupported : statusWord.noSecureMessagingSession)
    }
    const handler = instructions.get(command.ins)
    if (handler === undefined) return word(statusWord.instructionNotSupported)
    try {
      return handler(this.#chip, command)
    } catch (error) {
      // The disk that the memory is kept on did not take a change.
      if (error instanceof Error && 'syscall' in error) return word(memoryFailure)
      throw error
    }
  }
}

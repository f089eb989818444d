import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { encodeCommand, type CommandApdu } from '../../../card/codec/command-apdu.ts'
import { splitResponse } from '../../../card/codec/response-apdu.ts'
import { formatStatusWord, statusWord } from '../../../card/codec/status-word.ts'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { IssuerCardChannel } from '../../../issuer/issuer-terminal.ts'
import {
  answerMax,
  bodyMax,
  cardKey,
  issuingInstruction,
  IssuingSession,
  nonceLength,
  operation,
  orderDigest,
  proof,
  sameProof,
} from '../../card/issuing/protocol.ts'
import type { CardObject } from './card-objects.ts'

const cardManagerAid = Buffer.from('A0000001510000', 'hex')
const cardSerialTag = [0x00, 0x45] as const
/** Object, total and offset stand before the bytes that are written. */
const writeHeader = 7
/** Milliseconds between two questions for a key, and how often it is asked for: a chip needs seconds at most. */
const keyPoll = 100
const keyPollsMax = 600

/** Resolves after so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<unknown>

/**
 * A training card with a session of TRAINING ISSUE open (card/issuing/protocol.ts). Nothing takes effect before `commit`.
 * Failures of all: CARD-* as the reader has them; ISSUER-REFUSED when the card refuses or is not the one that opened.
 */
export class IssuingCard {
  /** 製造番号, 15 digits; the card has proved it. */
  readonly serial: string
  readonly #channel: IssuerCardChannel
  readonly #session: IssuingSession
  readonly #pause: Pause

  private constructor(serial: string, channel: IssuerCardChannel, session: IssuingSession, pause: Pause) {
    this.serial = serial
    this.#channel = channel
    this.#session = session
    this.#pause = pause
  }

  /** Asks the card which one it is, and has both sides prove that they know its key. */
  static async open(channel: IssuerCardChannel, terminalKey: Uint8Array, pause: Pause = wait): Promise<Result<IssuingCard>> {
    const selected = await exchange(channel, { cla: 0x00, ins: 0xa4, p1: 0x04, p2: 0x0c, data: cardManagerAid }, 'SELECT')
    if (!selected.ok) return selected
    const [p1, p2] = cardSerialTag
    const named = await exchange(channel, { cla: 0x00, ins: 0xca, p1, p2, le: 256 }, 'GET DATA')
    if (!named.ok) return named
    const serial = Buffer.from(named.value).toString('latin1')
    if (!/^\d{15}$/.test(serial)) return fail('ISSUER-REFUSED', 'the card has no 製造番号')
    const challenge = await exchange(channel, { cla: 0x00, ins: 0x84, p1: 0x00, p2: 0x00, le: nonceLength }, 'GET CHALLENGE')
    if (!challenge.ok) return challenge
    if (challenge.value.length !== nonceLength) return fail('ISSUER-REFUSED', 'a challenge of another length')
    const [key, own] = [cardKey(terminalKey, serial), randomBytes(nonceLength)]
    const data = Buffer.concat([own, proof(key, 'terminal', challenge.value, own)])
    const opened = await exchange(channel, { cla: 0x80, ins: issuingInstruction, p1: operation.open, p2: 0x00, data, le: 256 }, 'OPEN')
    if (!opened.ok) return opened
    if (!sameProof(proof(key, 'card', own, challenge.value), opened.value)) return fail('ISSUER-REFUSED', 'the card does not know its key')
    return ok(new IssuingCard(serial, channel, new IssuingSession(key, 'terminal', challenge.value, own), pause))
  }

  async setSecret(object: CardObject, secret: Uint8Array): Promise<Result<void>> {
    const body = Buffer.concat([object, secret])
    const set = await this.#command('setSecret', body)
    body.fill(0)
    return set.ok ? ok() : set
  }

  async blockSecret(object: CardObject): Promise<Result<void>> {
    const blocked = await this.#command('blockSecret', object)
    return blocked.ok ? ok() : blocked
  }

  /** Has the chip make a key, and resolves with its public half. CARD-TIMEOUT when the chip never gets done. */
  async makeKey(object: CardObject): Promise<Result<KeyObject>> {
    const begun = await this.#command('makeKey', object)
    if (!begun.ok) return begun
    for (let polls = 0; polls < keyPollsMax; polls += 1) {
      const first = await this.#command('readKey', Buffer.concat([object, Uint8Array.of(0)]))
      if (!first.ok) return first
      if (first.value[0] === 0x01) {
        const second = await this.#command('readKey', Buffer.concat([object, Uint8Array.of(1)]))
        if (!second.ok) return second
        const modulus = Buffer.concat([first.value.subarray(1), second.value.subarray(1)])
        return ok(createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: modulus.toString('base64url'), e: 'AQAB' } }))
      }
      await this.#pause(keyPoll)
    }
    return fail('CARD-TIMEOUT', 'the chip does not get done with its key')
  }

  async eraseKey(object: CardObject): Promise<Result<void>> {
    const erased = await this.#command('eraseKey', object)
    return erased.ok ? ok() : erased
  }

  /** The whole file anew; the chip fills it up. */
  async writeFile(object: CardObject, content: Uint8Array): Promise<Result<void>> {
    const room = bodyMax - writeHeader
    for (let offset = 0; offset === 0 || offset < content.length; offset += room) {
      const numbers = Buffer.alloc(4)
      numbers.writeUInt16BE(content.length, 0)
      numbers.writeUInt16BE(offset, 2)
      const written = await this.#command('writeFile', Buffer.concat([object, numbers, content.subarray(offset, offset + room)]))
      if (!written.ok) return written
    }
    return ok()
  }

  /** The whole file as it was before this session, filler included. */
  async readFile(object: CardObject): Promise<Result<Uint8Array>> {
    const chunks: Uint8Array[] = []
    for (let offset = 0; ; offset += answerMax) {
      const chunk = await this.#command('readFile', Buffer.concat([object, Uint8Array.of(offset >> 8, offset & 0xff, answerMax)]))
      if (!chunk.ok) return chunk
      chunks.push(chunk.value)
      if (chunk.value.length < answerMax) return ok(Buffer.concat(chunks))
    }
  }

  /** Whether the card has committed this order. */
  async knowsOrder(orderId: string): Promise<Result<boolean>> {
    const answer = await this.#command('knowsOrder', orderDigest(orderId))
    return answer.ok ? ok(answer.value[0] === 0x01) : answer
  }

  /** Everything takes effect. After any failure it may have. */
  async commit(orderId: string): Promise<Result<void>> {
    const committed = await this.#command('commit', orderDigest(orderId))
    return committed.ok ? ok() : committed
  }

  async #command(name: keyof typeof operation, body: Uint8Array): Promise<Result<Uint8Array>> {
    const p1 = operation[name]
    this.#session.next()
    const data = this.#session.seal(p1, body)
    const answer = await exchange(this.#channel, { cla: 0x80, ins: issuingInstruction, p1, p2: 0x00, data, le: 256 }, name)
    if (!answer.ok) return answer
    const opened = this.#session.open(p1, answer.value)
    return opened === null ? fail('ISSUER-REFUSED', `the answer to ${name} is not the card's`) : ok(opened)
  }
}

async function exchange(channel: IssuerCardChannel, command: CommandApdu, name: string): Promise<Result<Uint8Array>> {
  const response = await channel.transmit(encodeCommand(command))
  if (!response.ok) return response
  const split = splitResponse(response.value)
  if (!split.ok) return split
  const { data, statusWord: word } = split.value
  return word === statusWord.success ? ok(data) : fail('ISSUER-REFUSED', `the card answered ${formatStatusWord(word)} to ${name}`)
}

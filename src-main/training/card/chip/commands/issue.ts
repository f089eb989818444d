import type { KeyObject } from 'node:crypto'
import type { CommandApdu } from '../../../../card/codec/command-apdu.ts'
import { joinResponse } from '../../../../card/codec/response-apdu.ts'
import { statusWord } from '../../../../card/codec/status-word.ts'
import {
  answerMax,
  applets,
  IssuingSession,
  modulusHalf,
  nonceLength,
  operation,
  orderDigestLength,
  proof,
  proofLength,
  sameProof,
} from '../../issuing/protocol.ts'
import { memoryName, word, type ChipState } from '../chip-state.ts'
import type { ElementaryFile } from '../file-system.ts'
import type { IssuingPort, IssuingWork } from '../issuing-work.ts'
import { modulusOf } from '../rsa.ts'
import { padFile } from '../tlv-encoder.ts'

/** The bytes of the answer, or the status word that refuses. */
type Outcome = Uint8Array | number

interface Call {
  readonly chip: ChipState
  readonly port: IssuingPort
  readonly work: IssuingWork
  readonly body: Uint8Array
}

const nothing = new Uint8Array(0)
const secretLengthMax = 16
const objectLength = 3

/** 80 F6, TRAINING ISSUE: see issuing/protocol.ts. */
export function issue(chip: ChipState, { p1, p2, data }: CommandApdu): Uint8Array {
  const port = chip.issuing
  if (port === null) return word(statusWord.instructionNotSupported)
  if (p2 !== 0x00) return word(statusWord.wrongParameters)
  if (data === undefined) return word(statusWord.wrongLength)
  if (p1 === operation.open) return open(chip, port, data)
  const { work } = port
  if (work === null) return word(statusWord.securityStatusNotSatisfied)
  work.session.next()
  const body = work.session.open(p1, data)
  if (body === null) {
    port.reset()
    return word(statusWord.secureMessagingError)
  }
  const outcome = (operations.get(p1) ?? (() => statusWord.wrongParameters))({ chip, port, work, body })
  body.fill(0)
  return typeof outcome === 'number' ? word(outcome) : joinResponse(statusWord.success, work.session.seal(p1, outcome))
}

function open(chip: ChipState, port: IssuingPort, data: Uint8Array): Uint8Array {
  const cardNonce = chip.challenge
  chip.challenge = null
  port.reset()
  if (data.length !== nonceLength + proofLength) return word(statusWord.wrongLength)
  const terminalNonce = data.subarray(0, nonceLength)
  if (cardNonce?.length !== nonceLength) return word(statusWord.securityStatusNotSatisfied)
  if (!sameProof(proof(port.cardKey, 'terminal', cardNonce, terminalNonce), data.subarray(nonceLength))) return word(statusWord.securityStatusNotSatisfied)
  port.open(new IssuingSession(port.cardKey, 'card', cardNonce, terminalNonce))
  return joinResponse(statusWord.success, proof(port.cardKey, 'card', terminalNonce, cardNonce))
}

const operations: ReadonlyMap<number, (call: Call) => Outcome> = new Map([
  [operation.setSecret, setSecret],
  [operation.blockSecret, blockSecret],
  [operation.makeKey, makeKey],
  [operation.readKey, readKey],
  [operation.eraseKey, eraseKey],
  [operation.writeFile, writeFile],
  [operation.readFile, readFile],
  [operation.knowsOrder, knowsOrder],
  [operation.commit, commit],
])

interface Target {
  readonly name: string
  readonly file: ElementaryFile | null
  /** What the object is made of when nothing was written to it: data objects have no file. */
  readonly factory: Uint8Array | undefined
  readonly rest: Uint8Array
}

/** The object that a body begins with, or why there is none. */
function target({ chip, body }: Call): Target | number {
  const [number = 0, high = 0, low = 0] = body
  if (body.length < objectLength) return statusWord.wrongData
  const id = (high << 8) | low
  const applet = chip.applets.find(({ name }) => name === applets[number])
  const file = applet?.files.find((candidate) => candidate.id === id) ?? null
  const factory = applet?.dataObjects?.get(id)
  if (applet === undefined || (file === null && factory === undefined)) return statusWord.referencedDataNotFound
  return { name: memoryName(applet.name, id), file, factory, rest: body.subarray(objectLength) }
}

function setSecret(call: Call): Outcome {
  const to = target(call)
  if (typeof to === 'number') return to
  if (to.file?.kind !== 'secret') return statusWord.referencedDataNotFound
  if (to.rest.length < 1 || to.rest.length > secretLengthMax) return statusWord.wrongData
  // A copy: the body is wiped, and slice() of a Buffer would only look at it.
  call.work.secrets.set(to.name, { left: to.file.triesMax, value: Uint8Array.from(to.rest) })
  return nothing
}

function blockSecret(call: Call): Outcome {
  const to = target(call)
  if (typeof to === 'number') return to
  if (to.file?.kind !== 'secret') return statusWord.referencedDataNotFound
  const { value } = call.work.secrets.get(to.name) ?? call.chip.memory.secret(to.name) ?? to.file
  call.work.secrets.set(to.name, { left: 0, value })
  return nothing
}

function makeKey(call: Call): Outcome {
  const to = target(call)
  if (typeof to === 'number') return to
  if (to.file?.kind !== 'privateKey') return statusWord.referencedDataNotFound
  call.port.makeKey(call.work, to.name)
  return nothing
}

function readKey(call: Call): Outcome {
  const to = target(call)
  if (typeof to === 'number') return to
  const [half] = to.rest
  if (half !== 0 && half !== 1) return statusWord.wrongData
  const key = call.work.keys.get(to.name)
  if (key === undefined || key === null) return statusWord.referencedDataNotFound
  if (key === 'making') return Uint8Array.of(0x00)
  return Buffer.concat([Uint8Array.of(0x01), modulusOf(key).subarray(half * modulusHalf, (half + 1) * modulusHalf)])
}

function eraseKey(call: Call): Outcome {
  const to = target(call)
  if (typeof to === 'number') return to
  if (to.file?.kind !== 'privateKey') return statusWord.referencedDataNotFound
  call.work.keys.set(to.name, null)
  return nothing
}

/** Bytes allocated to an object; null where it can't be written. */
function current(chip: ChipState, { name, file, factory }: Target): Uint8Array | null {
  const written = chip.memory.file(name)
  if (written !== undefined) return written
  if (file?.kind === 'transparent') return file.content()
  if (file?.kind === 'record') return file.records[0] ?? null
  return factory ?? null
}

function writeFile(call: Call): Outcome {
  const to = target(call)
  if (typeof to === 'number') return to
  const allocated = current(call.chip, to)
  if (allocated === null) return statusWord.referencedDataNotFound
  if (to.rest.length < 4) return statusWord.wrongData
  const view = new DataView(to.rest.buffer, to.rest.byteOffset)
  const [total, offset, bytes] = [view.getUint16(0), view.getUint16(2), to.rest.subarray(4)]
  const staged = offset === 0 ? { total, bytes: padFile(nothing, allocated.length), written: 0 } : call.work.files.get(to.name)
  if (staged?.total !== total || staged.written !== offset) return statusWord.wrongData
  if (total > allocated.length || offset + bytes.length > total) return statusWord.wrongData
  staged.bytes.set(bytes, offset)
  call.work.files.set(to.name, { ...staged, written: offset + bytes.length })
  return nothing
}

function readFile(call: Call): Outcome {
  const to = target(call)
  if (typeof to === 'number') return to
  const content = current(call.chip, to)
  if (content === null) return statusWord.referencedDataNotFound
  if (to.rest.length !== 3) return statusWord.wrongData
  const [high = 0, low = 0, length = 0] = to.rest
  const offset = (high << 8) | low
  return content.subarray(offset, offset + Math.min(length, answerMax))
}

const hex = (digest: Uint8Array): string => Buffer.from(digest).toString('hex')

function knowsOrder({ chip, body }: Call): Outcome {
  if (body.length !== orderDigestLength) return statusWord.wrongData
  return Uint8Array.of(chip.memory.knowsOrder(hex(body)) ? 0x01 : 0x00)
}

function commit({ chip, work, body }: Call): Outcome {
  if (body.length !== orderDigestLength) return statusWord.wrongData
  if ([...work.files.values()].some(({ total, written }) => written !== total)) return statusWord.conditionsNotSatisfied
  const keys = new Map<string, KeyObject | null>()
  for (const [name, key] of work.keys) {
    if (key === 'making') return statusWord.conditionsNotSatisfied
    keys.set(name, key)
  }
  const files = new Map([...work.files].map(([name, { bytes }]) => [name, bytes]))
  chip.memory.write({ secrets: work.secrets, files, keys, order: hex(body) })
  chip.forgetVerified()
  work.secrets.clear()
  work.files.clear()
  work.keys.clear()
  return nothing
}

import { fail, ok, type Result } from '../../failures/result.ts'
import type { ResponseApdu } from '../codec/response-apdu.ts'
import { refusesShortIdentifier, statusWord } from '../codec/status-word.ts'
import { refused, type CardSession } from './card-session.ts'

/** One short-form READ BINARY. */
const chunk = 256

/** No file that is read here comes near it (the certificate files have 3,808 bytes), and a length that claims more is a lie. */
const fileLengthMax = 8_192

/** Commands for one object, so that a card that hands out a byte at a time does not hold up a counter. */
const readsMax = 64

/** `absent`: the applet has no such file, or it was never written. */
type FileContent = { readonly kind: 'content'; readonly bytes: Uint8Array } | { readonly kind: 'absent' }

/**
 * Reads the object at the start of a transparent file, without the filler behind it. `totalLength` tells
 * from the first bytes how long the object is. Reads by short EF identifier (which selects the file) and goes
 * on by offset, so a file costs one command for every 256 bytes.
 * Failures: CARD-MALFORMED (too long, ends early, too many pieces), CARD-REFUSED.
 */
export async function readObject(
  session: CardSession,
  fileId: number,
  totalLength: (prefix: Uint8Array) => Result<number>,
): Promise<Result<FileContent>> {
  const first = await readStart(session, fileId, chunk)
  if (!first.ok) return first
  if (first.value.statusWord === statusWord.fileNotFound) return ok({ kind: 'absent' })
  const start = dataOf(first.value, fileId)
  if (!start.ok) return start
  if (isErased(start.value)) return ok({ kind: 'absent' })
  const total = totalLength(start.value)
  if (!total.ok) return total
  if (total.value > fileLengthMax) return fail('CARD-MALFORMED', `file ${hex(fileId)} claims ${total.value} bytes`)
  const bytes = new Uint8Array(total.value)
  bytes.set(start.value.subarray(0, total.value))
  let at = start.value.length
  for (let reads = 1; at < total.value; reads += 1) {
    if (reads === readsMax) return fail('CARD-MALFORMED', `file ${hex(fileId)} comes in too many pieces`)
    const next = await readAt(session, fileId, at, Math.min(chunk, total.value - at))
    if (!next.ok) return next
    const data = dataOf(next.value, fileId)
    if (!data.ok) return data
    if (data.value.length === 0) return fail('CARD-MALFORMED', `file ${hex(fileId)} ends before its object`)
    bytes.set(data.value.subarray(0, total.value - at), at)
    at += data.value.length
  }
  return ok({ kind: 'content', bytes })
}

/** The first bytes of a file, in one command. Shorter than `length` when the file is. */
export async function readPrefix(session: CardSession, fileId: number, length: number): Promise<Result<Uint8Array>> {
  const response = await readStart(session, fileId, length)
  if (!response.ok) return response
  const data = dataOf(response.value, fileId)
  return data.ok ? ok(data.value.subarray(0, length)) : data
}

async function readStart(session: CardSession, fileId: number, le: number): Promise<Result<ResponseApdu>> {
  const response = await session.send({ cla: 0x00, ins: 0xb0, p1: 0x80 | (fileId & 0x1f), p2: 0x00, le })
  if (!response.ok || !refusesShortIdentifier(response.value.statusWord)) return response
  const selected = await session.selectFile(fileId)
  return selected.ok ? session.send({ cla: 0x00, ins: 0xb0, p1: 0x00, p2: 0x00, le }) : selected
}

async function readAt(session: CardSession, fileId: number, offset: number, le: number): Promise<Result<ResponseApdu>> {
  const command = { cla: 0x00, ins: 0xb0, p1: offset >> 8, p2: offset & 0xff, le }
  const response = await session.send(command)
  // Reading by short EF identifier selects the file (ISO 7816-4 §7.2.2); a card that thinks otherwise says so here.
  if (!response.ok || response.value.statusWord !== statusWord.noCurrentFile) return response
  const selected = await session.selectFile(fileId)
  return selected.ok ? session.send(command) : selected
}

function dataOf(response: ResponseApdu, fileId: number): Result<Uint8Array> {
  const { statusWord: word, data } = response
  if (word === statusWord.success || word === statusWord.endOfFileReached) return ok(data)
  // Behind the end of the file: its object says it is longer than the file is.
  if (word === statusWord.offsetPastEnd) return ok(new Uint8Array(0))
  return refused('READ BINARY', fileId, word)
}

function isErased(bytes: Uint8Array): boolean {
  return bytes.length > 0 && (bytes.every((byte) => byte === 0xff) || bytes.every((byte) => byte === 0x00))
}

function hex(fileId: number): string {
  return fileId.toString(16).toUpperCase().padStart(4, '0')
}

import { fail, ok, type Result } from '../../../failures/result.ts'
import type { ResponseApdu } from '../../codec/response-apdu.ts'
import { formatStatusWord, refusesShortIdentifier, statusWord } from '../../codec/status-word.ts'
import { refused, type CardSession } from './card-session.ts'

/** One short-form READ BINARY. */
const chunk = 256

/** Longest object that a file is believed to hold: the certificate files have 3,808 bytes, and a length that claims more is a lie. */
const usualLengthMax = 8_192

/** READ BINARY has 15 bits for the offset, so nothing behind can be reached. */
export const offsetMax = 0x7fff

/** `absent`: the applet has no such file, or it was never written. */
export type FileContent = { readonly kind: 'content'; readonly bytes: Uint8Array } | { readonly kind: 'absent' }

/**
 * Reads the object at the start of a transparent file, without the filler behind it. `totalLength` tells
 * from the first bytes how long the object is. Reads by short EF identifier (which selects the file) and goes
 * on by offset: the rest in one extended command where card and reader can, else 256 bytes a command.
 * Failures: CARD-MALFORMED (too long, ends early, too many pieces), CARD-REFUSED.
 */
export async function readObject(
  session: CardSession,
  fileId: number,
  totalLength: (prefix: Uint8Array) => Result<number>,
  lengthMax = usualLengthMax,
): Promise<Result<FileContent>> {
  const first = await readStart(session, fileId, chunk)
  if (!first.ok) return first
  if (first.value.statusWord === statusWord.fileNotFound) return ok({ kind: 'absent' })
  const start = dataOf(first.value, fileId)
  if (!start.ok) return start
  if (isErased(start.value)) return ok({ kind: 'absent' })
  const total = totalLength(start.value)
  if (!total.ok) return total
  if (total.value > lengthMax) return fail('CARD-MALFORMED', `file ${formatStatusWord(fileId)} claims ${total.value} bytes`)
  const bytes = new Uint8Array(total.value)
  bytes.set(start.value.subarray(0, total.value))
  const rest = await readRest(session, fileId, bytes, start.value.length)
  return rest.ok ? ok({ kind: 'content', bytes }) : rest
}

/** The first bytes of a file, in one command. Shorter than `length` when the file is. */
export async function readPrefix(session: CardSession, fileId: number, length: number): Promise<Result<Uint8Array>> {
  const response = await readStart(session, fileId, length)
  if (!response.ok) return response
  const data = dataOf(response.value, fileId)
  return data.ok ? ok(data.value.subarray(0, length)) : data
}

/** The same, where the file may not be there or may never have been written. */
export async function readPrefixIfThere(session: CardSession, fileId: number, length: number): Promise<Result<FileContent>> {
  const response = await readStart(session, fileId, length)
  if (!response.ok) return response
  if (response.value.statusWord === statusWord.fileNotFound) return ok({ kind: 'absent' })
  const data = dataOf(response.value, fileId)
  if (!data.ok) return data
  return ok(isErased(data.value) ? { kind: 'absent' } : { kind: 'content', bytes: data.value.subarray(0, length) })
}

/** Fills `bytes` from `at` on. */
async function readRest(session: CardSession, fileId: number, bytes: Uint8Array, at: number): Promise<Result<void>> {
  // A card that hands out a byte at a time must not hold up a counter.
  const readsMax = 2 * Math.ceil(bytes.length / chunk) + 8
  for (let reads = 1; at < bytes.length; reads += 1) {
    if (reads === readsMax) return fail('CARD-MALFORMED', `file ${formatStatusWord(fileId)} comes in too many pieces`)
    if (at > offsetMax) return fail('CARD-MALFORMED', `file ${formatStatusWord(fileId)} is longer than can be read`)
    const next = await readPiece(session, fileId, at, bytes.length - at)
    if (!next.ok) return next
    if (next.value.length === 0) return fail('CARD-MALFORMED', `file ${formatStatusWord(fileId)} ends before its object`)
    bytes.set(next.value.subarray(0, bytes.length - at), at)
    at += next.value.length
  }
  return ok()
}

async function readPiece(session: CardSession, fileId: number, offset: number, wanted: number): Promise<Result<Uint8Array>> {
  const { extendedLength } = session
  if (wanted > chunk && extendedLength.isWorthAsking) {
    const whole = await readAt(session, fileId, offset, wanted)
    if (!whole.ok) {
      extendedLength.lost()
      return whole
    }
    extendedLength.answered()
    const data = dataOf(whole.value, fileId)
    if (data.ok && data.value.length > 0) return data
    extendedLength.refused()
  }
  const piece = await readAt(session, fileId, offset, Math.min(chunk, wanted))
  return piece.ok ? dataOf(piece.value, fileId) : piece
}

async function readStart(session: CardSession, fileId: number, le: number): Promise<Result<ResponseApdu>> {
  const response = await session.send({ cla: 0x00, ins: 0xb0, p1: 0x80 | (fileId & 0x1f), p2: 0x00, le })
  if (!response.ok || !refusesShortIdentifier(response.value.statusWord)) return response
  const selected = await session.trySelectFile(fileId)
  if (!selected.ok) return selected
  if (selected.value === statusWord.success) return session.send({ cla: 0x00, ins: 0xb0, p1: 0x00, p2: 0x00, le })
  return selected.value === statusWord.fileNotFound
    ? ok({ data: new Uint8Array(0), statusWord: statusWord.fileNotFound })
    : refused('SELECT', fileId, selected.value)
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

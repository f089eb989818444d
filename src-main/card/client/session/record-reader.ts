import { fail, ok, type Result } from '../../../failures/result.ts'
import { refusesShortIdentifier, statusWord } from '../../codec/status-word.ts'
import { refused, type CardSession } from './card-session.ts'

/** Value of record 1 of a record file: a simple-TLV object with tag 01 and one byte of length (reference card.md §2.4). Failures: CARD-MALFORMED, CARD-REFUSED. */
export async function readFirstRecord(session: CardSession, fileId: number): Promise<Result<Uint8Array>> {
  const read = { cla: 0x00, ins: 0xb2, p1: 0x01, le: 256 } as const
  let response = await session.send({ ...read, p2: ((fileId & 0x1f) << 3) | 0x04 })
  if (response.ok && refusesShortIdentifier(response.value.statusWord)) {
    const selected = await session.selectFile(fileId)
    if (!selected.ok) return selected
    response = await session.send({ ...read, p2: 0x04 })
  }
  if (!response.ok) return response
  const { data, statusWord: word } = response.value
  if (word !== statusWord.success && word !== statusWord.endOfFileReached) return refused('READ RECORD', fileId, word)
  const [tag, length] = data
  if (tag !== 0x01 || length === undefined || data.length < 2 + length) return fail('CARD-MALFORMED', 'a record of another form')
  return ok(data.subarray(2, 2 + length))
}

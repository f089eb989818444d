import { fail, ok, type Result } from '../../failures/result.ts'

export interface ResponseApdu {
  readonly data: Uint8Array
  /** SW1 SW2 as one number, such as 0x9000. */
  readonly statusWord: number
}

/**
 * Data and status word of a response. Under two bytes there is no status word: that is how a card pulled
 * in mid-command looks (reference devices.md §3), so CARD-REMOVED.
 */
export function splitResponse(bytes: Uint8Array): Result<ResponseApdu> {
  if (bytes.length < 2) return fail('CARD-REMOVED', 'response without a status word')
  const end = bytes.length - 2
  return ok({ data: bytes.subarray(0, end), statusWord: new DataView(bytes.buffer, bytes.byteOffset).getUint16(end) })
}

/** The card's side. */
export function joinResponse(statusWord: number, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(data.length + 2)
  bytes.set(data)
  new DataView(bytes.buffer).setUint16(data.length, statusWord)
  return bytes
}

/** A command to the card, ISO 7816-4. */
export interface CommandApdu {
  readonly cla: number
  readonly ins: number
  readonly p1: number
  readonly p2: number
  /** 1 to 65,535 bytes; none: no data field. */
  readonly data?: Uint8Array
  /** Most bytes expected back, 1 to 65,536; none: no data expected. */
  readonly le?: number
}

const shortDataMax = 255
const shortExpectMax = 256
const extendedExpectMax = 65_536

/**
 * Bytes of a command: short form where data and Le fit it, else extended. The returned array is the only
 * copy made of `data`, so that a caller who sends a secret can zero it.
 */
export function encodeCommand(command: CommandApdu): Uint8Array {
  const { data, le } = command
  const dataLength = data?.length ?? 0
  if (data?.length === 0 || dataLength > 0xffff) throw new RangeError(`command data of ${dataLength} bytes`)
  if (le !== undefined && (le < 1 || le > extendedExpectMax)) throw new RangeError(`Le ${le}`)
  const extended = dataLength > shortDataMax || (le ?? 0) > shortExpectMax
  const lengthOfLc = dataLength === 0 ? 0 : extended ? 3 : 1
  // In the extended form a command without data carries its Le as 00 hi lo (ISO 7816-3 case 2E).
  const lengthOfLe = le === undefined ? 0 : !extended ? 1 : dataLength === 0 ? 3 : 2
  const bytes = new Uint8Array(4 + lengthOfLc + dataLength + lengthOfLe)
  bytes.set([command.cla, command.ins, command.p1, command.p2])
  if (data !== undefined) {
    bytes.set(extended ? [0, dataLength >> 8, dataLength & 0xff] : [dataLength], 4)
    bytes.set(data, 4 + lengthOfLc)
  }
  if (le !== undefined) {
    // 256 and 65,536 are written as zero: the array keeps the low eight bits.
    const expected = extended ? [0, le >> 8, le].slice(3 - lengthOfLe) : [le]
    bytes.set(expected, bytes.length - lengthOfLe)
  }
  return bytes
}

/** The card's side: fields of a command, or null when the lengths do not add up (status word 6700). */
export function decodeCommand(bytes: Uint8Array): CommandApdu | null {
  const [cla, ins, p1, p2, first] = bytes
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return null
  const header = { cla, ins, p1, p2 }
  if (first === undefined) return header
  if (bytes.length === 5) return { ...header, le: first === 0 ? shortExpectMax : first }
  if (first !== 0) return decodeBody(header, bytes, 5, first, 1, shortExpectMax)
  if (bytes.length < 7) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint16(5)
  if (bytes.length === 7) return { ...header, le: length === 0 ? extendedExpectMax : length }
  return length === 0 ? null : decodeBody(header, bytes, 7, length, 2, extendedExpectMax)
}

function decodeBody(
  header: CommandApdu,
  bytes: Uint8Array,
  start: number,
  length: number,
  lengthOfLe: number,
  zeroMeans: number,
): CommandApdu | null {
  const end = start + length
  const data = bytes.slice(start, end)
  if (bytes.length === end) return { ...header, data }
  if (bytes.length !== end + lengthOfLe) return null
  const le = bytes.subarray(end).reduce((value, byte) => value * 256 + byte, 0)
  return { ...header, data, le: le === 0 ? zeroMeans : le }
}

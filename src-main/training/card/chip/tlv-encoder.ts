/** How the length of an object is written: shortest, or always `82 hi lo`, as real cards do in places (reference card.md §5). */
export type LengthForm = 'minimal' | 'twoBytes'

/** One BER-TLV object with a tag of one or two bytes. */
export function encodeTlv(tag: number, value: Uint8Array, form: LengthForm = 'minimal'): Uint8Array {
  const { length } = value
  if (length > 0xffff) throw new RangeError(`TLV value of ${length} bytes`)
  const tagBytes = tag > 0xff ? [tag >> 8, tag & 0xff] : [tag]
  const twoBytes = form === 'twoBytes' || length > 0xff
  const lengthBytes = twoBytes ? [0x82, length >> 8, length & 0xff] : length > 0x7f ? [0x81, length] : [length]
  return Buffer.concat([Uint8Array.from([...tagBytes, ...lengthBytes]), value])
}

/** Content at the start of a file of a fixed size; the rest keeps the value of erased memory. */
export function padFile(content: Uint8Array, size: number): Uint8Array {
  if (content.length > size) throw new RangeError(`content of ${content.length} bytes in a file of ${size}`)
  const file = new Uint8Array(size).fill(0xff)
  file.set(content)
  return file
}

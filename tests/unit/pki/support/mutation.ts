/** Changes to bytes that follow from a seed alone, so that a failure can be had again. */

export type Random = () => number

/** mulberry32: 32 bits of state, good enough to choose where to break something. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit)

interface Place {
  readonly start: number
  readonly content: number
  readonly end: number
}

/** Where the elements of DER bytes lie, inside constructed ones and octet strings too; tolerant, for bytes we made. */
export function elementsOf(bytes: Uint8Array, from = 0, to = bytes.length): readonly Place[] {
  const places: Place[] = []
  let position = from
  while (position + 2 <= to) {
    const first = bytes[position + 1] ?? 0
    const lengthOctets = first < 0x80 ? 0 : first & 0x7f
    if (lengthOctets > 3) return places
    const content = position + 2 + lengthOctets
    const length = first < 0x80 ? first : Number(`0x${Buffer.from(bytes.subarray(position + 2, content)).toString('hex') || '0'}`)
    const end = content + length
    if (end > to) return places
    places.push({ start: position, content, end })
    const tag = bytes[position] ?? 0
    if ((tag & 0x20) !== 0 || tag === 0x04) places.push(...elementsOf(bytes, content, end))
    position = end
  }
  return places
}

const splice = (bytes: Uint8Array, from: number, to: number, material: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, from), material, bytes.subarray(to)])

const interesting = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xa3, 0xff]

/** Replaces `from` to `to` and writes the lengths around it anew, so that a reader gets as far as what was changed. */
function replaced(bytes: Uint8Array, places: readonly Place[], from: number, to: number, material: Uint8Array): Uint8Array {
  const around = places.filter(({ start, content, end }) => start < from && content <= from && to <= end).toSorted((a, b) => b.start - a.start)
  let [middle, left, right] = [material, from, to]
  for (const { start, content, end } of around) {
    middle = reframed(bytes[start] ?? 0, Buffer.concat([bytes.subarray(content, left), middle, bytes.subarray(right, end)]))
    left = start
    right = end
  }
  return splice(bytes, left, right, middle)
}

type Change = (bytes: Uint8Array, places: readonly Place[], random: Random) => Uint8Array

const anyPlace = (places: readonly Place[], random: Random): Place => places[below(random, places.length)] ?? { start: 0, content: 0, end: 0 }
const noise = (length: number, random: Random): Uint8Array => Uint8Array.from({ length }, () => below(random, 256))

/** Changes that leave all lengths alone: the damage of lines and disks, and of the careless. */
const rough: readonly Change[] = [
  // One bit.
  (bytes, _, random) => {
    const at = below(random, bytes.length)
    return splice(bytes, at, at + 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << below(random, 8))))
  },
  // One octet that means something to a reader of DER.
  (bytes, _, random) => {
    const at = below(random, bytes.length)
    return splice(bytes, at, at + 1, Uint8Array.of(interesting[below(random, interesting.length)] ?? 0))
  },
  // The tag or the length of an element.
  (bytes, places, random) => {
    const at = anyPlace(places, random).start + below(random, 2)
    return splice(bytes, at, at + 1, Uint8Array.of(below(random, 256)))
  },
  // The end is missing.
  (bytes, _, random) => bytes.subarray(0, below(random, bytes.length)),
]

/** Changes that keep everything around them whole: those of somebody who knows what he is doing. */
const careful: readonly Change[] = [
  // An element is missing, comes twice, or takes the place of another.
  (bytes, places, random) => {
    const { start, end } = anyPlace(places, random)
    return replaced(bytes, places, start, end, new Uint8Array())
  },
  (bytes, places, random) => {
    const { start, end } = anyPlace(places, random)
    return replaced(bytes, places, start, end, Buffer.concat([bytes.subarray(start, end), bytes.subarray(start, end)]))
  },
  (bytes, places, random) => {
    const [one, other] = [anyPlace(places, random), anyPlace(places, random)]
    return replaced(bytes, places, one.start, one.end, bytes.subarray(other.start, other.end))
  },
  // The content of an element becomes noise, ones, longer or shorter, or nothing.
  (bytes, places, random) => {
    const { content, end } = anyPlace(places, random)
    return splice(bytes, content, end, noise(end - content, random))
  },
  (bytes, places, random) => {
    const { content, end } = anyPlace(places, random)
    return splice(bytes, content, end, new Uint8Array(end - content).fill(0xff))
  },
  (bytes, places, random) => {
    const { start, end } = anyPlace(places, random)
    return replaced(bytes, places, start, end, reframed(bytes[start] ?? 0, noise(below(random, 40), random)))
  },
  (bytes, places, random) => {
    const { start, end } = anyPlace(places, random)
    return replaced(bytes, places, start, end, Uint8Array.of(bytes[start] ?? 0, 0))
  },
  // One octet of the content alone.
  (bytes, places, random) => {
    const { content, end } = anyPlace(places, random)
    if (content === end) return bytes
    const at = content + below(random, end - content)
    return splice(bytes, at, at + 1, Uint8Array.of(interesting[below(random, interesting.length)] ?? 0))
  },
]

/** `original` with one to three changes, most of them careful. It may come out the same. */
export function mutated(original: Uint8Array, random: Random): Uint8Array {
  let bytes = original
  const count = 1 + below(random, 3)
  for (let i = 0; i < count && bytes.length > 0; i += 1) {
    const kind = below(random, 5) === 0 ? rough : careful
    bytes = (kind[below(random, kind.length)] ?? careful[0]!)(bytes, elementsOf(bytes), random)
  }
  return bytes
}

/** One element with `tag` around `content`. */
export function reframed(tag: number, content: Uint8Array): Uint8Array {
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Uint8Array.of(tag, ...length), content])
}

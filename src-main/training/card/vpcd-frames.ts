/** One vpcd frame: payload length as two bytes, big-endian, then the payload (reference card.md §9). */
export function frame(payload: Uint8Array): Uint8Array {
  if (payload.length > 0xffff) throw new RangeError('a vpcd frame holds at most 65,535 bytes')
  const bytes = new Uint8Array(2 + payload.length)
  new DataView(bytes.buffer).setUint16(0, payload.length)
  bytes.set(payload, 2)
  return bytes
}

/** Cuts a byte stream back into frames: vpcd sends the length and the payload in two packets. */
export class FrameReader {
  #pending: Uint8Array = new Uint8Array(0)

  /** The payloads completed by these bytes, in order. */
  push(bytes: Uint8Array): Uint8Array[] {
    const joined = new Uint8Array(this.#pending.length + bytes.length)
    joined.set(this.#pending)
    joined.set(bytes, this.#pending.length)
    const view = new DataView(joined.buffer)
    const payloads: Uint8Array[] = []
    let at = 0
    while (joined.length - at >= 2) {
      const length = view.getUint16(at)
      if (joined.length - at - 2 < length) break
      payloads.push(joined.slice(at + 2, at + 2 + length))
      at += 2 + length
    }
    this.#pending = joined.slice(at)
    return payloads
  }
}

import { crc32, deflateSync } from 'node:zlib'

/** A picture of black and white: one byte a pixel, 0 is black. */
export interface Bitmap {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** PNG with 1 bit a pixel (ISO/IEC 15948), as the card stores text; the PNG packages at hand write 8 bits or more. */
export function oneBitPng({ width, height, pixels }: Bitmap): Uint8Array {
  const stride = Math.ceil(width / 8)
  const rows = new Uint8Array((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (stride + 1) + 1 + (x >> 3)
      if ((pixels[y * width + x] ?? 0) >= 128) rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Bit depth 1, greyscale, deflate, adaptive filters, no interlace.
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, check])
}

import openjpeg from '@cornerstonejs/codec-openjpeg/wasmjs'

/** Greyscale, one byte a pixel. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const compression = 24

/** JPEG 2000 in a JP2 file (ISO/IEC 15444-1 Annex I), as cards store photos. Awaits the codec; drawing itself is at once. */
export async function jp2Writer(): Promise<(picture: GreyPicture) => Uint8Array> {
  const codec = await openjpeg()
  return ({ width, height, pixels }) => {
    const encoder = new codec.J2KEncoder()
    try {
      encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 1, isSigned: false }).set(pixels)
      encoder.setQuality(false, 0)
      encoder.setCompressionRatio(0, compression)
      encoder.encode()
      return inJp2(width, height, encoder.getEncodedBuffer())
    } finally {
      encoder.delete()
    }
  }
}

function inJp2(width: number, height: number, codestream: Uint8Array): Uint8Array {
  const image = Buffer.alloc(14)
  image.writeUInt32BE(height, 0)
  image.writeUInt32BE(width, 4)
  // One component of 8 bits, compression 7 (JPEG 2000), colour space known, no rights.
  image.set([0, 1, 7, 7, 0, 0], 8)
  // Enumerated colour space 17: greyscale.
  const colour = Uint8Array.of(1, 0, 0, 0, 0, 0, 17)
  return Buffer.concat([
    box('jP  ', Buffer.from('0d0a870a', 'hex')),
    box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
    box('jp2h', Buffer.concat([box('ihdr', image), box('colr', colour)])),
    box('jp2c', codestream),
  ])
}

function box(type: string, content: Uint8Array): Uint8Array {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(8 + content.length)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, content])
}

import openjpeg from '@cornerstonejs/codec-openjpeg/wasmjs'

/** One byte a sample, samples interleaved. */
export interface SamplePicture {
  readonly width: number
  readonly height: number
  readonly components: 1 | 3
  readonly samples: Uint8Array
}

/** A slope of light from left to right, another one in each component. */
export function slope(width: number, height: number, components: 1 | 3): SamplePicture {
  const samples = new Uint8Array(width * height * components)
  for (let index = 0; index < samples.length; index += 1) {
    const column = Math.floor(index / components) % width
    samples[index] = Math.floor((255 * column) / width) ^ (index % components === 1 ? 0xff : 0)
  }
  return { width, height, components, samples }
}

/** The picture as a lossless JPEG 2000 codestream. */
export async function codestream({ width, height, components, samples }: SamplePicture): Promise<Uint8Array> {
  const codec = await openjpeg()
  const encoder = new codec.J2KEncoder()
  encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: components, isSigned: false }).set(samples)
  encoder.setQuality(true, 0)
  encoder.encode()
  return Uint8Array.from(encoder.getEncodedBuffer())
}

/** JP2 around it: signature, file type, header and codestream. */
export function inJp2(stream: Uint8Array, { width, height, components } = { width: 60, height: 80, components: 1 }): Uint8Array {
  const image = Buffer.alloc(14)
  image.writeUInt32BE(height, 0)
  image.writeUInt32BE(width, 4)
  image.set([0, components, 7, 7, 0, 0], 8)
  // Enumerated colour spaces: 17 grey, 16 sRGB.
  const colour = Uint8Array.of(1, 0, 0, 0, 0, 0, components === 1 ? 17 : 16)
  const header = box('jp2h', Buffer.concat([box('ihdr', image), box('colr', colour)]))
  return Buffer.concat([box('jP  ', Buffer.from('0d0a870a', 'hex')), box('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')), header, box('jp2c', stream)])
}

function box(type: string, content: Uint8Array): Uint8Array {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(8 + content.length)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, content])
}

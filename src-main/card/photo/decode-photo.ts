import openjpeg from '@cornerstonejs/codec-openjpeg/decodewasmjs'
import { PNG } from 'pngjs'
import { readPhotoHeader } from './photo-header.ts'

const pngColour = { grey: 0, rgb: 2 } as const

/** JPEG 2000 to PNG, 8 bits, grey or RGB; null when it cannot be decoded. To be called where a codec gone wrong does no harm: see decode-worker.ts. */
export async function decodePhoto(jpeg2000: Uint8Array): Promise<Uint8Array | null> {
  const header = readPhotoHeader(jpeg2000)
  if (!header.ok) return null
  const { width, height, components } = header.value
  const codec = await openjpeg({ print: () => undefined, printErr: () => undefined })
  const decoder = new codec.J2KDecoder()
  try {
    decoder.getEncodedBuffer(jpeg2000.length).set(jpeg2000)
    decoder.decode()
    const frame = decoder.getFrameInfo()
    const asSaid = frame.width === width && frame.height === height && frame.componentCount === components && frame.bitsPerSample === 8
    const samples = Buffer.from(decoder.getDecodedBuffer())
    if (!asSaid || samples.length !== width * height * components) return null
    return inPng(width, height, components, samples)
  } catch {
    // The codec throws numbers and strings of its own; all of them say the same.
    return null
  }
}

function inPng(width: number, height: number, components: number, samples: Buffer): Uint8Array {
  const colour = components === 1 ? pngColour.grey : pngColour.rgb
  const picture = new PNG({ width, height })
  picture.data = samples
  return Uint8Array.from(PNG.sync.write(picture, { colorType: colour, inputColorType: colour, inputHasAlpha: false, bitDepth: 8 }))
}

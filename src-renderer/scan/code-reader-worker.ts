/**
 * Reads the QR codes of one picture after the other, away from the page's own thread: the keys answer while it looks.
 * The WebAssembly comes with the page; the package's own address of it would be on the network.
 */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { CodeReaderAnswer } from './code-reader.ts'

prepareZXingModule({ overrides: { locateFile: () => wasmAddress } })
const canvas = new OffscreenCanvas(1, 1)

async function textsIn(picture: ImageBitmap): Promise<readonly string[]> {
  const { width, height } = picture
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('the canvas gives no 2d context')
  context.drawImage(picture, 0, 0)
  picture.close()
  const found = await readBarcodes(context.getImageData(0, 0, width, height), { formats: ['QRCode'], maxNumberOfSymbols: 4 })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

const answer = (words: CodeReaderAnswer): void => {
  postMessage(words)
}

addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  textsIn(data).then(
    (texts) => {
      answer({ texts })
    },
    () => {
      answer({ texts: null })
    },
  )
})

import { parentPort, workerData } from 'node:worker_threads'
import { decodePhoto } from './decode-photo.ts'
import { decodeOrderSchema, type Decoded } from './worker-messages.ts'

/** The codec's memory begins at 50 MB and may grow to 2 GB; a photo of a card needs none of that growth. */
const memoryMax = 96 * 2 ** 20
const pageSize = 65_536

/** Entry of the thread that decodes one photo and ends. Whatever a hostile picture does to the codec happens here. */
boundMemory()
const { photo } = decodeOrderSchema.parse(workerData)
parentPort?.postMessage({ png: await decodePhoto(photo) } satisfies Decoded)

function boundMemory(): void {
  // Bound to its memory again in the call below.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const grow = WebAssembly.Memory.prototype.grow
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * pageSize > memoryMax) throw new RangeError('the picture wants more memory than a photo needs')
    return grow.call(this, pages)
  }
}

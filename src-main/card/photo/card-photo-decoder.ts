import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '../../failures/result.ts'
import { readPhotoHeader } from './photo-header.ts'
import { decodedSchema, type DecodeOrder } from './worker-messages.ts'

export interface CardPhotoDecoderOptions {
  /** decode-worker.ts, or its bundle. */
  readonly workerEntry: string | URL
  /** Milliseconds for one photo, the start of the thread included. */
  readonly deadline?: number
}

/** For a photo of a card; a decoder that takes longer is at something else. */
const usualDeadline = 10_000
const threadMemoryMegabytes = 64

/**
 * Decodes the photo of a card (JPEG 2000, 券面事項確認AP EF 0002 DF27) to a PNG for the clerk's eyes. The bytes come
 * from a card and may be made to harm: sizes are checked first, the codec runs in a thread of its own with a bounded
 * memory, and is ended at the deadline. Nothing is kept.
 */
export class CardPhotoDecoder {
  readonly #options: CardPhotoDecoderOptions

  constructor(options: CardPhotoDecoderOptions) {
    this.#options = options
  }

  /** Grey or RGB, 8 bits. Failure: CARD-MALFORMED. */
  async decode(photo: Uint8Array): Promise<Result<Uint8Array>> {
    const header = readPhotoHeader(photo)
    if (!header.ok) return header
    const png = await this.#inThread(Uint8Array.from(photo))
    return png === null ? fail('CARD-MALFORMED', 'photo: cannot be decoded') : ok(png)
  }

  /** Null when the thread says so, crashes, speaks nonsense, or is not ready in time. */
  #inThread(photo: Uint8Array): Promise<Uint8Array | null> {
    const worker = new Worker(this.#options.workerEntry, {
      workerData: { photo } satisfies DecodeOrder,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: threadMemoryMegabytes, maxYoungGenerationSizeMb: threadMemoryMegabytes / 4 },
    })
    return new Promise((resolve) => {
      const end = (png: Uint8Array | null): void => {
        clearTimeout(deadline)
        resolve(png)
        void worker.terminate()
      }
      const deadline = setTimeout(() => end(null), this.#options.deadline ?? usualDeadline)
      worker.once('message', (message) => {
        const decoded = decodedSchema.safeParse(message)
        end(decoded.success ? decoded.data.png : null)
      })
      worker.once('error', () => end(null))
      worker.once('exit', () => end(null))
    })
  }
}

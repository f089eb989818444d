import type { Camera } from '../photo/camera/open-camera.ts'
import type { Outcome, PhotoFailure } from '../photo/outcome.ts'
import type { CodeReader } from './code-reader.ts'
import { ScanMemory } from './scan-memory.ts'

export type ScanFailure = PhotoFailure | 'readerMissing'

export interface ScanSnapshot {
  /** `found`: a code was read just now, and is told in a moment. */
  readonly state: 'closed' | 'opening' | 'looking' | 'found' | 'failed'
  /** Set in the state "failed". */
  readonly failure: ScanFailure | null
  readonly isMirrored: boolean
}

export interface ScannerParts<Video> {
  readonly openCamera: (video: Video) => Promise<Outcome<Camera>>
  readonly openReader: () => CodeReader
  /** Null: the camera has no picture just now. */
  readonly pictureOf: (video: Video) => Promise<ImageBitmap | null>
  readonly acknowledge: () => void
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Milliseconds from one look to the next: four a second or so leave a slow processor to the person's fingers. */
export const pause = 200
/** Milliseconds in which the screen says that a code was read, before what it says is judged. */
export const acknowledged = 600
/** Milliseconds from a camera that failed to the next try: it may be plugged in again, or be free. */
export const untilRetry = 4000

const closed: ScanSnapshot = { state: 'closed', failure: null, isMirrored: true }

/** Looks for QR codes before the camera until it is stopped; a camera that fails is tried again and again. */
export class CodeScanner<Video> {
  readonly #parts: ScannerParts<Video>
  readonly #listeners = new Set<() => void>()
  #snapshot = closed
  #camera: Camera | null = null
  #reader: CodeReader | null = null
  #isPulled = false
  /** Goes up with every start and stop: what was begun before has nothing to say any more. */
  #turn = 0

  constructor(parts: ScannerParts<Video>) {
    this.#parts = parts
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): ScanSnapshot => this.#snapshot

  /** Resolves when it was stopped. `holdsBack`: what lies before the camera at the start was shown and refused before. */
  async start(video: Video, { holdsBack, onCode }: { readonly holdsBack: boolean; readonly onCode: (text: string) => void }): Promise<void> {
    this.stop()
    const turn = (this.#turn += 1)
    this.#show({ state: 'opening', failure: null })
    for (let isFirst = true; this.#isTurn(turn); isFirst = false) {
      if (!isFirst) await this.#parts.wait(untilRetry)
      if (this.#isTurn(turn)) await this.#session(video, turn, { holdsBack, onCode })
    }
  }

  /** Lets the camera go. */
  stop(): void {
    this.#turn += 1
    this.#close()
    this.#show(closed)
  }

  /** From opening the camera until it fails or is not wanted any more. */
  async #session(video: Video, turn: number, { holdsBack, onCode }: { readonly holdsBack: boolean; readonly onCode: (text: string) => void }): Promise<void> {
    const camera = await this.#parts.openCamera(video)
    if (!this.#isTurn(turn)) {
      if (camera.ok) camera.value.close()
      return
    }
    if (!camera.ok) {
      this.#fail(camera.failure)
      return
    }
    this.#camera = camera.value
    this.#isPulled = false
    camera.value.onPulled = () => (this.#isPulled = true)
    const reader = (this.#reader = this.#parts.openReader())
    const memory = new ScanMemory(this.#parts.now(), { holdsBack })
    this.#show({ state: 'looking', failure: null, isMirrored: camera.value.facesPerson })
    while (!this.#isLost()) {
      const picture = await this.#parts.pictureOf(video)
      const texts = picture === null ? [] : await reader.read(picture)
      if (!this.#isTurn(turn)) return
      if (texts === null) {
        this.#fail('readerMissing')
        return
      }
      const news = memory.news(texts, this.#parts.now())
      if (news === null) await this.#parts.wait(pause)
      else await this.#tell(news, turn, onCode)
      if (!this.#isTurn(turn)) return
    }
    this.#fail('cameraPulled')
  }

  async #tell(text: string, turn: number, onCode: (text: string) => void): Promise<void> {
    this.#show({ state: 'found' })
    this.#parts.acknowledge()
    await this.#parts.wait(acknowledged)
    if (!this.#isTurn(turn)) return
    this.#show({ state: 'looking' })
    onCode(text)
  }

  #isLost(): boolean {
    return this.#isPulled
  }

  #isTurn(turn: number): boolean {
    return turn === this.#turn
  }

  #fail(failure: ScanFailure): void {
    this.#close()
    this.#show({ state: 'failed', failure })
  }

  #close(): void {
    this.#reader?.close()
    this.#reader = null
    this.#camera?.close()
    this.#camera = null
  }

  #show(change: Partial<ScanSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }
}

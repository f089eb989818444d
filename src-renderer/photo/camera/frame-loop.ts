/** Calls back with one camera frame after the other, never two at a time: a slow look skips frames, it does not queue them. */
export class FrameLoop {
  readonly #video: HTMLVideoElement
  readonly #canvas = document.createElement('canvas')
  readonly #look: (frame: HTMLCanvasElement) => Promise<void>
  #runs = false

  constructor(video: HTMLVideoElement, look: (frame: HTMLCanvasElement) => Promise<void>) {
    this.#video = video
    this.#look = look
  }

  start(): void {
    this.#runs = true
    this.#ask()
  }

  stop(): void {
    this.#runs = false
    // Nobody's face stays behind in a canvas.
    this.#canvas.width = 1
    this.#canvas.height = 1
  }

  #ask(): void {
    this.#video.requestVideoFrameCallback(() => void this.#frame())
  }

  async #frame(): Promise<void> {
    if (!this.#runs) return
    const { videoWidth, videoHeight } = this.#video
    if (videoWidth > 0) {
      if (this.#canvas.width !== videoWidth) this.#canvas.width = videoWidth
      if (this.#canvas.height !== videoHeight) this.#canvas.height = videoHeight
      this.#canvas.getContext('2d', { willReadFrequently: true })?.drawImage(this.#video, 0, 0)
      await this.#look(this.#canvas)
    }
    // The loop can have been stopped while it looked.
    if (this.#isRunning()) this.#ask()
  }

  #isRunning(): boolean {
    return this.#runs
  }
}

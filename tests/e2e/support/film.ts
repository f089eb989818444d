import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A camera that is there, and may be used. */
export const someCamera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] as const

/** What stands before a camera: a JPEG picture, or a film in YUV4MPEG2 (y4m). Another one is seen when the camera is opened the next time. */
export class Film {
  readonly #folder: string
  readonly #file: string

  constructor(format: 'mjpeg' | 'y4m' = 'mjpeg') {
    this.#folder = mkdtempSync(join(tmpdir(), 'madoguchi-film-'))
    this.#file = join(this.#folder, `camera.${format}`)
  }

  /** Flags of the browser that has this camera. */
  get camera(): readonly string[] {
    return [...someCamera, `--use-file-for-fake-video-capture=${this.#file}`]
  }

  /** Replaced as a whole, because the browser maps the file. */
  show(picture: Buffer): void {
    writeFileSync(`${this.#file}.next`, picture)
    renameSync(`${this.#file}.next`, this.#file)
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

import { bestOf } from './guidance/best-of.ts'
import type { Inspection } from './inspect.ts'
import type { Scene } from './measures/scene.ts'

/** Frames of which the best is kept: about half a second, long enough to get past a blink. */
const wanted = 5

interface Kept extends Inspection {
  readonly scene: Scene
  readonly picture: HTMLCanvasElement
}

function copyOf(frame: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: frame.width, height: frame.height })
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(frame, 0, 0)
  return canvas
}

/** One press of the button: the next frames, of which only the best stays in memory. */
export class Capture {
  #best: Kept | null = null
  #seen = 0

  /** Whether enough was seen. */
  add(frame: HTMLCanvasElement, inspection: Inspection): boolean {
    this.#seen += 1
    const { scene } = inspection
    if (scene !== null) {
      const best = bestOf<Inspection>(this.#best === null ? [inspection] : [this.#best, inspection])
      if (best === inspection) this.#best = { ...inspection, scene, picture: copyOf(frame) }
    }
    return this.#seen >= wanted
  }

  /** Null when no frame had a face. */
  get best(): Kept | null {
    return this.#best
  }
}

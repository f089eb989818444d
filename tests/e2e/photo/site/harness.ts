import type { CropPlan } from '../../../../src-renderer/photo/crop/plan-crop.ts'
import type { Point } from '../../../../src-renderer/photo/landmarks/face.ts'
import type { Measured } from '../../../../src-renderer/photo/measures/measure-scene.ts'
import type { PhotoStudio } from '../../../../src-renderer/photo/photo-studio.ts'
import type { ClerkOnly, Reason } from '../../../../src-renderer/photo/reasons.ts'

export interface Finding {
  readonly measured: Measured | null
  readonly refusals: readonly Reason[]
  readonly hints: readonly Reason[]
  readonly crop: CropPlan | null
  readonly mesh: readonly Point[] | null
}

export interface Entry {
  readonly index: number
  readonly name: string
  readonly label: Reason | ClerkOnly | null
  readonly group: 'calibrate' | 'measure'
}

/** What the page gives the tests: the studio as a screen would use it, and a look at one picture. */
export interface PhotoHarness {
  readonly studio: PhotoStudio
  readonly video: HTMLVideoElement
  inspect(picture: HTMLCanvasElement): Promise<Finding>
  /** The hints for a face that was found in it and then followed for so many frames. */
  follow(picture: HTMLCanvasElement, frames: number): Promise<Pick<Finding, 'measured' | 'hints'>>
  /** Makes the people of the set from the sources in this folder of the site; the pictures are drawn when they are asked for. */
  makeSet(folder: string, names?: readonly string[]): Promise<readonly Entry[]>
  picture(index: number): HTMLCanvasElement
}

declare global {
  interface Window {
    readonly harness: PhotoHarness
  }
}

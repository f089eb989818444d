import type { CropPlan } from '../crop/plan-crop.ts'
import type { Face, Point } from '../landmarks/face.ts'
import type { FaceGeometry } from '../landmarks/geometry.ts'
import type { Pixels, Plane } from './pixels.ts'
import type { Span } from './region.ts'

/** A part of the picture, scaled, with the way from the picture's pixels to its own. */
export interface Patch {
  readonly pixels: Pixels
  readonly place: (point: Point) => Point
}

/** The face scaled to an inter-eye distance of 120 px, so that a measure means the same at every distance and on every camera. */
export interface FacePatch extends Patch {
  readonly geometry: FaceGeometry
  readonly grey: Plane
  readonly luminance: Plane
  /** Rows inside the face's outline. */
  readonly inside: readonly Span[]
}

/** Everything that the measures of one picture with a face look at. */
export interface Scene {
  /** Pixels of the whole picture. */
  readonly frame: { readonly width: number; readonly height: number }
  readonly faces: readonly Face[]
  /** The largest one. */
  readonly face: Face
  readonly geometry: FaceGeometry
  readonly crop: CropPlan
  readonly facePatch: FacePatch
  /** The photo as it would be cut out, 8 px a millimetre (280 x 360); what lies outside of the picture is missing from it, not invented. */
  readonly portrait: Patch
}

export const patchEyeDistance = 120
/** Pixels of a millimetre of the printed photo. */
export const portraitScale = 8

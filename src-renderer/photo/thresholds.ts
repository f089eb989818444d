import type { MeasureName } from './measures/measure-scene.ts'
import type { Reason } from './reasons.ts'

/** Both ends included; a missing end is open. */
export interface Range {
  readonly least?: number
  readonly most?: number
}

export interface Threshold {
  readonly measure: MeasureName
  readonly reason: Reason
  readonly unit: string
  /** A photo outside of this is not good. */
  readonly accept: Range
  /** The live guidance asks for this, which is a little stricter: what was just reached shall hold when the picture is taken. */
  readonly hint: Range
  /** Where the measure comes from, and the limit. */
  readonly source: string
}

/** One row a limit. Recalibrate on the real camera, light and background: tests/e2e/photo prints what each row does to labelled pictures. */
export const thresholds: readonly Threshold[] = [
  { measure: 'secondFace', reason: 'twoFaces', unit: 'area', accept: { most: 0.06 }, hint: { most: 0.06 }, source: 'ISO/IEC 29794-5 single face; a face in a picture on the wall far behind is left to the background' },
  { measure: 'pictureLight', reason: 'dark', unit: 'linear 0..1', accept: { least: 0.12 }, hint: { least: 0.13 }, source: 'ISO/IEC 29794-5 luminance mean, with the brightest hundredth for dark skin; photo-pki.md §1.5' },
  { measure: 'faceLuminance', reason: 'dark', unit: 'linear 0..1', accept: { least: 0.03 }, hint: { least: 0.035 }, source: 'ISO/IEC 29794-5 luminance mean: light behind the person' },
  { measure: 'faceLuminance', reason: 'bright', unit: 'linear 0..1', accept: { most: 0.65 }, hint: { most: 0.62 }, source: 'ISO/IEC 29794-5 luminance mean; photo-pki.md §1.5' },
  { measure: 'burntFace', reason: 'bright', unit: 'part of the face', accept: { most: 0.1 }, hint: { most: 0.08 }, source: 'ISO/IEC 29794-5 over-exposure; photo-pki.md §1.5' },
  { measure: 'photoWidth', reason: 'tooFar', unit: 'times 483 px', accept: { least: 1 }, hint: { least: 1.02 }, source: 'at least 480 px a side; counter-procedures.md §A.3' },
  { measure: 'photoFill', reason: 'tooNear', unit: 'times the picture', accept: { most: 1 }, hint: { most: 0.98 }, source: 'head 34±2 mm of 45 mm; counter-procedures.md §A.3' },
  { measure: 'photoOutside', reason: 'offCentre', unit: 'part of the photo', accept: { most: 0.01 }, hint: { most: 0 }, source: 'face within 45 to 55 % of the width, 4±2 mm above the head; photo-pki.md §1.4' },
  { measure: 'roll', reason: 'rolled', unit: 'deg', accept: { least: -8, most: 8 }, hint: { least: -6, most: 6 }, source: 'ICAO portrait rules: 8, recommended 5; photo-pki.md §1.4' },
  { measure: 'yaw', reason: 'turned', unit: 'deg', accept: { least: -11, most: 11 }, hint: { least: -9, most: 9 }, source: 'own pose (slope 0.86); photo-pki.md §1.5' },
  { measure: 'pitch', reason: 'tilted', unit: 'deg', accept: { least: -12, most: 15 }, hint: { least: -11, most: 14 }, source: 'own pose (slope 1.00); people who look straight read -10 to +12; calibrated on the labelled set' },
  { measure: 'eyeBrightness', reason: 'eyesCovered', unit: 'of the cheeks', accept: { least: 0.2 }, hint: { least: 0.22 }, source: 'photo-pki.md §1.5' },
  { measure: 'eyeGlare', reason: 'glare', unit: 'part of the eye zone', accept: { most: 0.06 }, hint: { most: 0.05 }, source: 'own' },
  { measure: 'eyeOpenness', reason: 'eyesClosed', unit: 'aspect', accept: { least: 0.205 }, hint: { least: 0.215 }, source: 'eye aspect ratio; photo-pki.md §1.5' },
  { measure: 'gazeAside', reason: 'gaze', unit: 'eye widths', accept: { least: -0.12, most: 0.12 }, hint: { least: -0.1, most: 0.1 }, source: 'own' },
  { measure: 'mouthGap', reason: 'mouthOpen', unit: 'of T', accept: { most: 0.14 }, hint: { most: 0.13 }, source: 'ISO/IEC 29794-5 mouth closed' },
  { measure: 'cheekEvenness', reason: 'unevenLight', unit: 'darker over brighter', accept: { least: 0.4 }, hint: { least: 0.45 }, source: 'photo-pki.md §1.5' },
  { measure: 'shaded', reason: 'shadow', unit: 'part of the background', accept: { most: 0.05 }, hint: { most: 0.05 }, source: 'photo-pki.md §1.5, told apart by its colour and soft edge' },
  { measure: 'patterned', reason: 'background', unit: 'part of the background', accept: { most: 0.06 }, hint: { most: 0.05 }, source: 'photo-pki.md §1.5' },
  { measure: 'backgroundEdges', reason: 'background', unit: 'grey x 8 a px', accept: { most: 14 }, hint: { most: 13 }, source: 'ISO/IEC 29794-5 background uniformity without its parsing model; photo-pki.md §1.5' },
  { measure: 'skinColourDistance', reason: 'colour', unit: 'CIELAB', accept: { most: 12 }, hint: { most: 11 }, source: 'ISO/IEC 29794-5 natural colour; photo-pki.md §1.5' },
  { measure: 'redPupil', reason: 'redEye', unit: 'part of the pupil', accept: { most: 0.12 }, hint: { most: 0.12 }, source: 'own' },
  { measure: 'edgeVariance', reason: 'blurred', unit: 'grey² at IED 120', accept: { least: 5 }, hint: { least: 5.5 }, source: 'photo-pki.md §1.5' },
  { measure: 'lostByBlurring', reason: 'blurred', unit: 'part', accept: { least: 0.15 }, hint: { least: 0.16 }, source: 'photo-pki.md §1.5' },
  { measure: 'grain', reason: 'noisy', unit: 'grey²', accept: { most: 60 }, hint: { most: 50 }, source: 'photo-pki.md §1.5' },
]

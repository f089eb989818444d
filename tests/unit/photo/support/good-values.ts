import type { Measured } from '../../../../src-renderer/photo/measures/measure-scene.ts'

/** What an ordinary good photo reads. */
export const goodValues: Measured = {
  secondFace: 0,
  photoWidth: 1.1,
  photoFill: 0.93,
  photoOutside: 0,
  roll: 1,
  yaw: -2,
  pitch: 4,
  mouthGap: 0.02,
  eyeOpenness: 0.3,
  eyeBrightness: 0.5,
  eyeGlare: 0,
  redPupil: 0,
  gazeAside: 0.01,
  faceLuminance: 0.3,
  pictureLight: 0.3,
  burntFace: 0,
  cheekEvenness: 0.8,
  patterned: 0.01,
  shaded: 0.01,
  backgroundEdges: 4,
  skinColourDistance: 2,
  edgeVariance: 20,
  lostByBlurring: 0.3,
  grain: 5,
}

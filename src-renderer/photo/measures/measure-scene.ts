import { eyeBrightness, eyeGlare } from './eyes/eye-cover.ts'
import { eyeOpenness } from './eyes/eye-openness.ts'
import { gazeAside } from './eyes/gaze.ts'
import { redPupil } from './eyes/red-eye.ts'
import { cheekEvenness } from './light/evenness.ts'
import { burntFace, faceLuminance, pictureLight } from './light/exposure.ts'
import { lookAtBackground } from './picture/background.ts'
import { skinColourDistance } from './picture/natural-colour.ts'
import { sharpnessOf } from './picture/sharpness.ts'
import { photoFill, photoOutside, photoWidth, secondFace } from './place/place.ts'
import { mouthGap } from './pose/mouth.ts'
import { pitch, roll, yaw } from './pose/pose.ts'
import type { Scene } from './scene.ts'

export type MeasureName =
  | 'secondFace'
  | 'photoWidth'
  | 'photoFill'
  | 'photoOutside'
  | 'roll'
  | 'yaw'
  | 'pitch'
  | 'mouthGap'
  | 'eyeOpenness'
  | 'eyeBrightness'
  | 'eyeGlare'
  | 'redPupil'
  | 'gazeAside'
  | 'faceLuminance'
  | 'pictureLight'
  | 'burntFace'
  | 'cheekEvenness'
  | 'patterned'
  | 'shaded'
  | 'backgroundEdges'
  | 'skinColourDistance'
  | 'edgeVariance'
  | 'lostByBlurring'
  | 'grain'

/** Native values; null where the picture does not show enough to tell. */
export type Measured = Readonly<Record<MeasureName, number | null>>

export function measureScene(scene: Scene): Measured {
  const background = lookAtBackground(scene)
  return {
    secondFace: secondFace(scene),
    photoWidth: photoWidth(scene),
    photoFill: photoFill(scene),
    photoOutside: photoOutside(scene),
    roll: roll(scene),
    yaw: yaw(scene),
    pitch: pitch(scene),
    mouthGap: mouthGap(scene),
    eyeOpenness: eyeOpenness(scene),
    eyeBrightness: eyeBrightness(scene),
    eyeGlare: eyeGlare(scene),
    redPupil: redPupil(scene),
    gazeAside: gazeAside(scene),
    faceLuminance: faceLuminance(scene),
    pictureLight: pictureLight(scene),
    burntFace: burntFace(scene),
    cheekEvenness: cheekEvenness(scene),
    patterned: background.patterned,
    shaded: background.shaded,
    backgroundEdges: background.edges,
    skinColourDistance: skinColourDistance(scene),
    ...sharpnessOf(scene),
  }
}

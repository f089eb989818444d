import { at, point, type Face } from '../../landmarks/face.ts'
import { distance } from '../../landmarks/geometry.ts'
import type { Scene } from '../scene.ts'

function aspect(face: Face, eye: typeof at.leftEye | typeof at.rightEye): number {
  const gaps = [0, 2].map((index) => distance(point(face, eye.upper[index] ?? eye.upper[1]), point(face, eye.lower[index] ?? eye.lower[1])))
  return ((gaps[0] ?? 0) + (gaps[1] ?? 0)) / (2 * distance(point(face, eye.outer), point(face, eye.inner)))
}

/** Lid gap over eye width (eye aspect ratio) of the eye that is less open: the lid gap over T of ISO/IEC 29794-5 reads too high on this mesh. */
export const eyeOpenness = ({ face }: Scene): number => Math.min(aspect(face, at.leftEye), aspect(face, at.rightEye))

import { at, point, type Face } from '../../landmarks/face.ts'
import { degrees, distance } from '../../landmarks/geometry.ts'
import type { Scene } from '../scene.ts'

/** Degrees; the line through both eyes against the horizontal. */
export const roll = ({ geometry: { leftEye, rightEye } }: Scene): number => degrees(Math.atan2(rightEye.y - leftEye.y, rightEye.x - leftEye.x))

/** Degrees, from the depth of both sides of the face: the library's own angle reports 0.6 to 0.7 of the true one (photo-pki.md §1.3). */
export function yawOf(face: Face): number {
  const left = point(face, at.leftSide)
  const right = point(face, at.rightSide)
  return degrees(Math.atan2(right.z - left.z, distance(left, right)))
}

/** Degrees, from the depth of forehead and chin. A face's own shape is in it: -15 to +12 on people who look straight. */
export function pitchOf(face: Face): number {
  const forehead = point(face, at.forehead)
  const chin = point(face, at.chin)
  return degrees(Math.atan2(chin.z - forehead.z, distance(forehead, chin)))
}

export const yaw = ({ face }: Scene): number => yawOf(face)
export const pitch = ({ face }: Scene): number => pitchOf(face)

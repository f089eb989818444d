import { at, point, type Face, type Point } from './face.ts'

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, z: (a.z + b.z) / 2 })
export const degrees = (radians: number): number => (radians * 180) / Math.PI

/** What nearly every measure asks of a face, in pixels of the picture. */
export interface FaceGeometry {
  /** Middle of the two corners of an eye (ISO/IEC 29794-5's eye centre). */
  readonly leftEye: Point
  readonly rightEye: Point
  readonly eyes: Point
  readonly mouth: Point
  readonly chin: Point
  /** Inter-eye distance (ISO/IEC 29794-5: IED) as it stands in the picture. */
  readonly eyeDistance: number
  /** Eye midpoint to chin (ISO/IEC 29794-5: T). */
  readonly eyesToChin: number
}

export function geometryOf(face: Face): FaceGeometry {
  const leftEye = middle(point(face, at.leftEye.outer), point(face, at.leftEye.inner))
  const rightEye = middle(point(face, at.rightEye.outer), point(face, at.rightEye.inner))
  const eyes = middle(leftEye, rightEye)
  const chin = point(face, at.chin)
  const [left, right] = at.mouthCorners
  return {
    leftEye,
    rightEye,
    eyes,
    chin,
    mouth: middle(point(face, left), point(face, right)),
    eyeDistance: distance(leftEye, rightEye),
    eyesToChin: distance(eyes, chin),
  }
}

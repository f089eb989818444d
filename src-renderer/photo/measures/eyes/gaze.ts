import { at, point, type Point } from '../../landmarks/face.ts'
import type { Scene } from '../scene.ts'

/** Where along the eye, corner to corner, the iris stands: 0 in the middle, ±0.5 in a corner. */
function along(iris: Point, from: Point, to: Point): number {
  const x = to.x - from.x
  const y = to.y - from.y
  return ((iris.x - from.x) * x + (iris.y - from.y) * y) / (x * x + y * y) - 0.5
}

/** How far both irises look to the same side, in parts of an eye's width; null without the iris model. Up and down can not be told from the lids. */
export function gazeAside({ face }: Scene): number | null {
  if (face.irises === null) return null
  const left = along(face.irises.left, point(face, at.leftEye.outer), point(face, at.leftEye.inner))
  const right = along(face.irises.right, point(face, at.rightEye.inner), point(face, at.rightEye.outer))
  return (left + right) / 2
}

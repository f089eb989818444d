import { at, point } from '../../landmarks/face.ts'
import { distance } from '../../landmarks/geometry.ts'
import type { Scene } from '../scene.ts'

/** ISO/IEC 29794-5 mouth closed: widest gap between the inner lips over T. */
export const mouthGap = ({ face, geometry }: Scene): number =>
  Math.max(...at.innerLips.upper.map((upper, index) => distance(point(face, upper), point(face, at.innerLips.lower[index] ?? upper)))) / geometry.eyesToChin

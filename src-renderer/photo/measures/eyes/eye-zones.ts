import type { FacePatch } from '../scene.ts'
import { spansIn, type Span } from '../region.ts'
import type { Point } from '../../landmarks/face.ts'

/** Both eyes with their lids, in the face patch: 0.5 x 0.26 of the inter-eye distance each. */
export function eyeZones({ geometry, pixels }: FacePatch): readonly (readonly Span[])[] {
  const side = geometry.eyeDistance
  return [geometry.leftEye, geometry.rightEye].map((eye) =>
    spansIn({ left: eye.x - 0.25 * side, right: eye.x + 0.25 * side, top: eye.y - 0.13 * side, bottom: eye.y + 0.13 * side }, pixels.width, pixels.height),
  )
}

/** ISO/IEC 29794-5's cheek zones: squares of 0.3 IED, outward from each eye centre, from half way between eyes and mouth. */
export function cheekZones({ geometry, pixels }: FacePatch): readonly [readonly Span[], readonly Span[]] {
  const side = 0.3 * geometry.eyeDistance
  const top = geometry.eyes.y + (geometry.mouth.y - geometry.eyes.y) / 2
  const zone = (eye: Point, outward: -1 | 1): Span[] =>
    spansIn({ left: outward < 0 ? eye.x - side : eye.x, right: outward < 0 ? eye.x : eye.x + side, top, bottom: top + side }, pixels.width, pixels.height)
  return [zone(geometry.leftEye, -1), zone(geometry.rightEye, 1)]
}

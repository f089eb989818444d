import { colourOf } from '../picture/colours.ts'
import { forEachPixel, spansIn } from '../region.ts'
import type { Scene } from '../scene.ts'

/** Part of the pupils' surroundings (0.16 of the inter-eye distance a side) that shines red as a flash makes it; of the redder eye. */
export function redPupil({ face, facePatch }: Scene): number {
  const { geometry, pixels } = facePatch
  const half = 0.08 * geometry.eyeDistance
  const centres = face.irises ? [facePatch.place(face.irises.left), facePatch.place(face.irises.right)] : [geometry.leftEye, geometry.rightEye]
  const shares = centres.map(({ x, y }) => {
    let red = 0
    let all = 0
    forEachPixel(spansIn({ left: x - half, right: x + half, top: y - half, bottom: y + half }, pixels.width, pixels.height), (px, py) => {
      const [r, g, b] = colourOf(pixels, px, py)
      all += 1
      if (r > 90 && r > 1.9 * g && r > 1.9 * b) red += 1
    })
    return all === 0 ? 0 : red / all
  })
  return Math.max(...shares)
}

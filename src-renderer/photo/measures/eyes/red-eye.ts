import { at, point } from '../../landmarks/face.ts'
import { colourOf } from '../picture/colours.ts'
import { forEachPixel, spansOf } from '../region.ts'
import type { Scene } from '../scene.ts'

/** Part of the opening between the lids that shines red as a flash makes the pupil; of the redder eye. */
export function redPupil({ face, facePatch: { pixels, place } }: Scene): number {
  const shares = [at.leftEye, at.rightEye].map(({ opening }) => {
    let red = 0
    let all = 0
    const spans = spansOf(opening.map((index) => place(point(face, index))), pixels.width, pixels.height)
    forEachPixel(spans, (x, y) => {
      const [r, g, b] = colourOf(pixels, x, y)
      all += 1
      // Warm skin seen through glasses stays below twice its green.
      if (r > 110 && r > 2.5 * g && r > 2.5 * b) red += 1
    })
    return all === 0 ? 0 : red / all
  })
  return Math.max(...shares)
}

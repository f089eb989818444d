import { at, point, type Face, type Point } from '../../landmarks/face.ts'
import { valueAt } from '../pixels.ts'
import { forEachPixel, mean, spansOf, valuesIn } from '../region.ts'
import type { FacePatch, Scene } from '../scene.ts'

type Eye = typeof at.leftEye | typeof at.rightEye

/** Where along the eye, from its left to its right corner in the picture, the dark of iris and pupil lies: 0 in the middle, ±0.5 in a corner. */
function darkPlace({ grey, place }: FacePatch, face: Face, eye: Eye): number {
  const opening = eye.opening.map((index): Point => place(point(face, index)))
  const spans = spansOf(opening, grey.width, grey.height)
  const usual = mean(valuesIn(grey, spans))
  let weight = 0
  let sum = 0
  forEachPixel(spans, (x, y) => {
    const dark = Math.max(0, usual - valueAt(grey, x, y))
    weight += dark
    sum += dark * x
  })
  const corners = opening.map(({ x }) => x)
  const left = Math.min(...corners)
  return weight === 0 ? Number.NaN : (sum / weight - left) / (Math.max(...corners) - left) - 0.5
}

/**
 * How far both eyes look to the same side, in parts of an eye's width; the sides' own asymmetry cancels out. The library's
 * iris model gave worse on ordinary pictures (a tenth of an eye beside the pupil), and up and down can not be told from the lids.
 */
export const gazeAside = ({ face, facePatch }: Scene): number => (darkPlace(facePatch, face, at.leftEye) + darkPlace(facePatch, face, at.rightEye)) / 2

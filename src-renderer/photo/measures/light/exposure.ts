import { luminanceOf } from '../pixels.ts'
import { mean, quantile, share, spansIn, valuesIn } from '../region.ts'
import type { Scene } from '../scene.ts'

/** ISO/IEC 29794-5 luminance mean: over the face's outline, linear, 0 to 1. */
export const faceLuminance = ({ facePatch }: Scene): number => mean(valuesIn(facePatch.luminance, facePatch.inside)) / 255

/**
 * Light of the picture, linear, 0 to 1: the face's, or three tenths of the photo's brightest hundredth when that is
 * more. A dark skin in good light has bright things around it; a dark picture has none.
 */
export function pictureLight(scene: Scene): number {
  const { pixels } = scene.portrait
  const all = valuesIn(luminanceOf(pixels), spansIn({ left: 0, top: 0, right: pixels.width, bottom: pixels.height }, pixels.width, pixels.height))
  return Math.max(faceLuminance(scene), (0.3 * quantile(all, 0.98)) / 255)
}

/** ISO/IEC 29794-5 over-exposure: part of the face at 247 or above. */
export const burntFace = ({ facePatch }: Scene): number => share(valuesIn(facePatch.luminance, facePatch.inside), (value) => value >= 247)

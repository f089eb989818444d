import { luminanceLevels } from '../pixels.ts'
import { mean, quantile, share, valuesIn } from '../region.ts'
import type { Scene } from '../scene.ts'

/** ISO/IEC 29794-5 luminance mean: over the face's outline, linear, 0 to 1. */
export const faceLuminance = ({ facePatch }: Scene): number => mean(valuesIn(facePatch.luminance, facePatch.inside)) / 255

/**
 * Light of the picture, linear, 0 to 1: the face's, or three tenths of the photo's brightest hundredth when that is
 * more. A dark skin in good light has bright things around it; a dark picture has none.
 */
export function pictureLight(scene: Scene): number {
  const brightest = quantile(luminanceLevels(scene.portrait.pixels), 0.98)
  return Math.max(faceLuminance(scene), (0.3 * brightest) / 255)
}

/** ISO/IEC 29794-5 over-exposure: part of the face at 247 or above. */
export const burntFace = ({ facePatch }: Scene): number => share(valuesIn(facePatch.luminance, facePatch.inside), (value) => value >= 247)

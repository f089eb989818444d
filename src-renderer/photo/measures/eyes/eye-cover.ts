import { mean, valuesIn } from '../region.ts'
import type { Scene } from '../scene.ts'
import { cheekZones, eyeZones } from './eye-zones.ts'

/** Luminance of the darker eye's surroundings over that of the cheeks: dark glasses leave a tenth (photo-pki.md §1.5). */
export function eyeBrightness({ facePatch }: Scene): number {
  const eyes = eyeZones(facePatch).map((zone) => mean(valuesIn(facePatch.luminance, zone)))
  const cheeks = cheekZones(facePatch).map((zone) => mean(valuesIn(facePatch.luminance, zone)))
  return Math.min(...eyes.map((eye, side) => eye / Math.max(1, cheeks[side] ?? 1)))
}

/** Part of the eye zones that is burnt out: light in the lenses of glasses. The small light in a pupil is below the limit. */
export function eyeGlare({ facePatch }: Scene): number {
  const burnt = eyeZones(facePatch).map((zone) => {
    const values = valuesIn(facePatch.luminance, zone)
    return values.reduce((sum, value) => sum + (value >= 230 ? 1 : 0), 0) / Math.max(1, values.length)
  })
  return Math.max(...burnt)
}

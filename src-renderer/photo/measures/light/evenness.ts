import { cheekZones } from '../eyes/eye-zones.ts'
import { mean, valuesIn } from '../region.ts'
import type { Scene } from '../scene.ts'

/** Darker cheek over brighter cheek (zones of ISO/IEC 29794-5's illumination uniformity; its histogram measure punishes ordinary studio light). */
export function cheekEvenness({ facePatch }: Scene): number {
  const [left, right] = cheekZones(facePatch).map((zone) => mean(valuesIn(facePatch.luminance, zone)))
  return left === undefined || right === undefined ? Number.NaN : Math.min(left, right) / Math.max(1, left, right)
}

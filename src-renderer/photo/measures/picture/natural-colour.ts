import { cheekZones } from '../eyes/eye-zones.ts'
import { forEachPixel } from '../region.ts'
import type { Scene } from '../scene.ts'
import { colourOf, labOf } from './colours.ts'

/** Black-and-white is allowed (reference counter-procedures.md §A.3). */
const greyBelow = 2

/** ISO/IEC 29794-5 natural colour: distance D of the cheeks' mean a* and b* (D50) from where skin lies; 0 for a grey picture. */
export function skinColourDistance({ facePatch }: Scene): number {
  let red = 0
  let green = 0
  let blue = 0
  let count = 0
  for (const zone of cheekZones(facePatch))
    forEachPixel(zone, (x, y) => {
      const [r, g, b] = colourOf(facePatch.pixels, x, y)
      red += r
      green += g
      blue += b
      count += 1
    })
  if (count === 0) return Number.NaN
  const { a, b } = labOf([red / count, green / count, blue / count])
  if (Math.hypot(a, b) < greyBelow) return 0
  if (a < 0 || b < 0) return 100
  return Math.hypot(Math.max(0, 5 - a, a - 25), Math.max(0, 5 - b, b - 35))
}

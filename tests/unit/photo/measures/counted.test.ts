import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { medianColour } from '../../../../src-renderer/photo/measures/picture/colours.ts'
import { luminanceLevels, luminanceOf, type Pixels } from '../../../../src-renderer/photo/measures/pixels.ts'
import { quantile } from '../../../../src-renderer/photo/measures/region.ts'

const pixels: fc.Arbitrary<Pixels> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc.uint8Array({ minLength: 4 * width * height, maxLength: 4 * width * height }).map((data) => ({ width, height, data: new Uint8ClampedArray(data) })),
  )

describe('what is counted instead of sorted', () => {
  it('finds the same level as sorting would', () => {
    fc.assert(
      fc.property(pixels, fc.double({ min: 0, max: 1, noNaN: true }), (picture, part) => {
        const sorted = luminanceOf(picture).data.slice().sort()
        expect(quantile(luminanceLevels(picture), part)).toBe(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))])
      }),
    )
  })

  it('finds the middle of each channel and the middle distance from it, of every third pixel', () => {
    fc.assert(
      fc.property(pixels, ({ width, height, data }) => {
        const seen = Array.from({ length: width * height }, (_, place) => [data[4 * place] ?? 0, data[4 * place + 1] ?? 0, data[4 * place + 2] ?? 0] as const).filter((_, place) => place % 3 === 0)
        const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
        const [red, green, blue] = [middle(seen.map(([r]) => r)), middle(seen.map(([, g]) => g)), middle(seen.map(([, , b]) => b))]
        const spread = middle(seen.map(([r, g, b]) => Math.sqrt((r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)))
        const spans = Array.from({ length: height }, (_, y) => ({ y, from: 0, to: width - 1 }))
        expect(medianColour({ width, height, data }, spans)).toEqual({ colour: [red, green, blue], spread })
      }),
    )
  })

  it('is nothing of nothing', () => {
    expect(quantile(new Uint32Array(256), 0.5)).toBeNaN()
    expect(medianColour({ width: 1, height: 1, data: new Uint8ClampedArray(4) }, [])).toBeNull()
  })
})

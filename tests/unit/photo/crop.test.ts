import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crownWindow, headHeight } from '../../../src-renderer/photo/crop/find-crown.ts'
import { largeEnough, leastWidth, movedInside, outputSize, planCrop } from '../../../src-renderer/photo/crop/plan-crop.ts'

const frame = { width: 1280, height: 720 }

describe('the cut-out photo', () => {
  it('has a head of 34 mm and 4 mm above it where there is room', () => {
    const plan = planCrop({ crown: 150, chin: 620, centre: 640 }, { width: 1920, height: 1080 })
    expect(plan).toMatchObject({ head: 34, margin: 4, outside: 0 })
    expect(plan.width / plan.height).toBeCloseTo(35 / 45, 10)
    expect(plan.top).toBeCloseTo(150 - (4 * 470) / 34, 6)
    expect(plan.left + plan.width / 2).toBeCloseTo(640, 6)
  })

  it('moves within the allowed millimetres when the head stands high', () => {
    expect(planCrop({ crown: 40, chin: 520, centre: 640 }, frame)).toMatchObject({ margin: 2.5, outside: 0 })
  })

  it('says how much of it would lie outside of the picture', () => {
    expect(planCrop({ crown: 5, chin: 505, centre: 640 }, frame).outside).toBeGreaterThan(0.05)
    expect(planCrop({ crown: 90, chin: 590, centre: 1150 }, frame).outside).toBeGreaterThan(0.15)
  })

  it('says that the head is too large for any place in the picture', () => {
    expect(planCrop({ crown: 40, chin: 680, centre: 640 }, frame).fill).toBeGreaterThan(1)
  })

  it('always keeps 35:45, and head and margin within 2 mm, and a plan that fits lies inside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 60, max: 700 }), fc.integer({ min: 0, max: 1280 }), (crown, size, centre) => {
        const plan = planCrop({ crown, chin: crown + size, centre }, frame)
        expect(plan.width / plan.height).toBeCloseTo(35 / 45, 8)
        expect(Math.abs(plan.head - 34)).toBeLessThanOrEqual(2)
        expect(Math.abs(plan.margin - 4)).toBeLessThanOrEqual(2)
        if (plan.outside > 0) return
        expect(Math.min(plan.left, plan.top)).toBeGreaterThanOrEqual(-1e-6)
        expect(plan.left + plan.width).toBeLessThanOrEqual(frame.width + 1e-6)
        expect(plan.top + plan.height).toBeLessThanOrEqual(frame.height + 1e-6)
      }),
    )
  })

  it('is exactly 35:45, never larger than its source and never above 1050 x 1350', () => {
    fc.assert(
      fc.property(fc.double({ min: leastWidth, max: 5000, noNaN: true }), (width) => {
        const size = outputSize({ width })
        expect(size.width * 9).toBe(size.height * 7)
        expect(size.width).toBeLessThanOrEqual(Math.min(1050, width + 0.5))
        expect(size.width).toBeGreaterThanOrEqual(480)
      }),
    )
  })

  it('grows about its middle to the least that the rule asks', () => {
    const grown = largeEnough({ left: 100, top: 200, width: 161, height: 207 })
    expect(grown).toEqual({ left: -61, top: -7, width: leastWidth, height: 621 })
  })

  it('is moved down into the picture where it would pass its top, and is still said to lie outside', () => {
    const plan = planCrop({ crown: 5, chin: 505, centre: 640 }, frame)
    expect(plan.top).toBeLessThan(0)
    expect(movedInside(plan, frame)).toMatchObject({ top: 0, left: plan.left, width: plan.width, height: plan.height, outside: plan.outside })
  })

  it('shows nothing but the picture, wherever the head stands, and leaves a plan that fits alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 400 }), fc.integer({ min: 60, max: 900 }), fc.integer({ min: -100, max: 1380 }), (crown, size, centre) => {
        const plan = largeEnough(planCrop({ crown, chin: crown + size, centre }, frame))
        const moved = movedInside(plan, frame)
        expect(moved.width / moved.height).toBeCloseTo(35 / 45, 8)
        expect(moved.width).toBeGreaterThanOrEqual(leastWidth - 1e-6)
        expect(Math.min(moved.left, moved.top)).toBeGreaterThanOrEqual(-1e-6)
        expect(moved.left + moved.width).toBeLessThanOrEqual(frame.width + 1e-6)
        expect(moved.top + moved.height).toBeLessThanOrEqual(frame.height + 1e-6)
        const fits = plan.left >= 0 && plan.top >= 0 && plan.left + plan.width <= frame.width && plan.top + plan.height <= frame.height
        if (fits) expect(moved).toEqual(plan)
      }),
    )
  })

  it('of a picture that is narrower than a photo may be keeps its size, with the missing part on both sides', () => {
    expect(movedInside({ left: 0, top: 0, width: leastWidth, height: 621 }, { width: 480, height: 640 })).toEqual({ left: -1.5, top: 0, width: leastWidth, height: 621 })
  })
})

describe('the crown', () => {
  const width = Math.round(2 * crownWindow.aside * crownWindow.pixelsPerT)
  const height = Math.round(crownWindow.above * crownWindow.pixelsPerT)
  /** A dark head whose crown stands so many rows below the window's top, before a wall. */
  const window = (crown: number, wall: (x: number, y: number) => number): { width: number; height: number; data: Uint8ClampedArray } => {
    const data = new Uint8ClampedArray(width * height * 4).fill(255)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const isHead = y >= crown && x > width * 0.3 && x < width * 0.7
        data.fill(isHead ? 60 : wall(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3)
      }
    return { width, height, data }
  }

  it('is the first row over the face that leaves the colour of the wall', () => {
    const found = headHeight(window(height - 60, () => 220), 0)
    expect(found).toBeCloseTo(60 / crownWindow.pixelsPerT + 1, 1)
  })

  it('is taken for the usual one before a wall without a colour of its own, and where nothing stands out', () => {
    expect(headHeight(window(height - 60, (x, y) => ((x * 31 + y * 17) % 7) * 36), 0)).toBe(2.2)
    expect(headHeight(window(height, () => 220), 0)).toBe(2.2)
  })

  it('is not believed where no skull reaches, nor where the picture begins', () => {
    expect(headHeight(window(4, () => 220), 0)).toBe(2.2)
    expect(headHeight(window(0, () => 220), 20)).toBe(2.2)
  })
})

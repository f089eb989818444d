import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../../../../src-renderer/photo/landmarks/face.ts'
import { measureScene, type MeasureName } from '../../../../src-renderer/photo/measures/measure-scene.ts'
import { faceOf, sceneOf, type Paint, type SceneParts } from '../support/scenes.ts'

const value = (measure: MeasureName, parts: SceneParts = {}): number => measureScene(sceneOf(parts))[measure] ?? Number.NaN
const skin = [200, 160, 140] as const
const wall = [220, 220, 220] as const

describe('the place of a face', () => {
  it('tells how large the second face is beside the first', () => {
    expect(value('secondFace')).toBe(0)
    expect(value('secondFace', { others: [{ ...faceOf(), box: { width: 220, height: 29 } }] })).toBeCloseTo(0.1, 10)
  })
})

describe('the pose', () => {
  it.each([-15, -3, 0, 8, 20])('has a roll of %i degrees when the eyes stand so', (degrees) => {
    const rise = 60 * Math.tan((degrees * Math.PI) / 180)
    const face = faceOf({ [at.leftEye.outer]: [72, 156 - rise], [at.leftEye.inner]: [120, 156 - rise], [at.rightEye.inner]: [192, 156 + rise], [at.rightEye.outer]: [240, 156 + rise] })
    expect(value('roll', { face })).toBeCloseTo(degrees, 6)
  })

  it('has the yaw of the depth between the sides and the pitch of that between forehead and chin', () => {
    expect(value('yaw', { face: faceOf({ [at.leftSide]: [46, 190, 0], [at.rightSide]: [266, 190, 220] }) })).toBeCloseTo(45, 6)
    expect(value('pitch', { face: faceOf({ [at.chin]: [156, 350, -290] }) })).toBeCloseTo(-45, 6)
  })

  it('has a mouth gap in parts of eyes to chin', () => {
    expect(value('mouthGap', { face: faceOf({ 14: [156, 269 + 97] }) })).toBeCloseTo(97 / 194, 6)
  })
})

describe('the eyes', () => {
  it('are as open as the one that is less open', () => {
    const open = value('eyeOpenness')
    const shut = Object.fromEntries([at.leftEye.upper, at.leftEye.lower].flatMap((lid) => lid.map((index, step) => [index, [84 + 12 * step, 156] as const])))
    expect(open).toBeGreaterThan(0.2)
    expect(value('eyeOpenness', { face: faceOf(shut) })).toBeLessThan(0.2)
  })

  /** An iris so far to the right in both eyes, in parts of the eye's width. */
  const eyes = (aside: number, iris: readonly [number, number, number] = [40, 30, 30]): Paint => (x, y) =>
    [96, 216].some((centre) => Math.hypot(x - centre - 48 * aside, y - 156) < 9) ? iris : [96, 216].some((centre) => ((x - centre) / 24) ** 2 + ((y - 156) / 7) ** 2 < 1) ? [225, 220, 215] : skin

  it('look aside as far as their dark part lies beside the middle', () => {
    fc.assert(fc.property(fc.double({ min: -0.2, max: 0.2, noNaN: true }), (aside) => Math.abs(value('gazeAside', { patch: eyes(aside) }) - aside) < 0.04), { numRuns: 8 })
  })

  it('are red only when a pupil shines so, not from warm skin or brown irises', () => {
    expect(value('redPupil', { patch: eyes(0, [220, 40, 40]) })).toBeGreaterThan(0.12)
    expect(value('redPupil', { patch: eyes(0, [120, 65, 40]) })).toBe(0)
    expect(value('redPupil', { patch: () => [200, 110, 80] })).toBe(0)
  })

  it('are covered when what is around them has a tenth of the light of the cheeks', () => {
    const bandAt = (colour: readonly [number, number, number]): Paint => (_, y) => (Math.abs(y - 156) < 22 ? colour : skin)
    expect(value('eyeBrightness', { patch: bandAt([60, 50, 45]) })).toBeLessThan(0.1)
    expect(value('eyeBrightness')).toBeCloseTo(1, 1)
  })

  it('glare when a part of them is burnt out', () => {
    expect(value('eyeGlare', { patch: (x, y) => (Math.hypot(x - 96, y - 150) < 9 ? [255, 255, 255] : skin) })).toBeGreaterThan(0.06)
    expect(value('eyeGlare', { patch: (x, y) => (Math.hypot(x - 96, y - 150) < 2.5 ? [255, 255, 255] : skin) })).toBeLessThan(0.03)
  })
})

describe('the light', () => {
  it('is the linear luminance of the face', () => {
    expect(value('faceLuminance', { patch: () => [255, 255, 255] })).toBeCloseTo(1, 2)
    expect(value('faceLuminance', { patch: () => [188, 188, 188] })).toBeCloseTo(0.5, 2)
  })

  it('of a dark skin before a bright wall is not taken for darkness, that of a dark picture is', () => {
    const dark: Paint = () => [70, 50, 40]
    expect(value('pictureLight', { patch: dark })).toBeGreaterThan(0.12)
    expect(value('pictureLight', { patch: dark, photo: () => [90, 90, 90] })).toBeLessThan(0.12)
  })

  it('burns out what is at its end', () => {
    expect(value('burntFace', { patch: (x) => (x < 156 ? [255, 255, 255] : skin) })).toBeCloseTo(0.5, 1)
  })

  it('is even when both cheeks have the same', () => {
    expect(value('cheekEvenness')).toBeCloseTo(1, 6)
    expect(value('cheekEvenness', { patch: (x) => (x < 156 ? skin : [100, 80, 70]) })).toBeLessThan(0.3)
  })
})

describe('the background', () => {
  it('has nothing against it when it is one colour, or slowly changes', () => {
    expect(measureScene(sceneOf())).toMatchObject({ patterned: 0, shaded: 0, backgroundEdges: 0 })
    const slowly: Paint = (x) => [210 + x / 20, 210 + x / 20, 210 + x / 20]
    expect(measureScene(sceneOf({ photo: slowly }))).toMatchObject({ patterned: 0, shaded: 0 })
  })

  it('is shaded where it is darker and of the same colour, with a soft edge', () => {
    const soft: Paint = (x) => {
      const light = 1 - 0.5 / (1 + Math.exp((260 - x) / 5))
      return [220 * light, 220 * light, 220 * light]
    }
    const { shaded, patterned } = measureScene(sceneOf({ photo: soft }))
    expect(shaded).toBeGreaterThan(0.05)
    expect(patterned).toBeLessThan(0.06)
  })

  it('is patterned where it has another colour, and where what is darker has hard edges', () => {
    expect(value('patterned', { photo: (x) => (x < 12 ? [120, 180, 120] : wall) })).toBeGreaterThan(0.06)
    expect(value('patterned', { photo: (x) => (Math.floor(x / 6) % 2 === 0 ? [140, 140, 140] : wall) })).toBeGreaterThan(0.06)
  })

  it('is looked at beside the head and above it, not where the head, its hair and the shoulders are', () => {
    const person: Paint = (x, y) => (((x - 140) / 118) ** 2 + ((y - 170) / 138) ** 2 < 1 || y > 245 ? [60, 40, 30] : wall)
    expect(measureScene(sceneOf({ photo: person }))).toMatchObject({ patterned: 0, shaded: 0 })
  })
})

describe('the picture', () => {
  /** The same freckles every time, 2 px wide. */
  const freckles: Paint = (x, y) => ((Math.floor(x / 2) * 31 + Math.floor(y / 2) * 17) % 5 === 0 ? [150, 110, 95] : skin)
  const stretched: Paint = (x, y) => {
    const wave = 50 * Math.sin(x / 14) * Math.cos(y / 17)
    return [skin[0] + wave, skin[1] + wave, skin[2] + wave]
  }

  it('is sharp where small things have edges, and blurred where everything is slow', () => {
    expect(value('edgeVariance', { patch: freckles })).toBeGreaterThan(20)
    expect(value('edgeVariance', { patch: stretched })).toBeLessThan(5)
    expect(value('lostByBlurring', { patch: freckles })).toBeGreaterThan(0.3)
    expect(value('lostByBlurring', { patch: stretched })).toBeLessThan(0.15)
  })

  it('is noisy when neighbours have nothing to do with each other', () => {
    const noise: Paint = (x, y) => {
      const part = ((x * 73 + y * 151 + x * y * 7) % 61) - 30
      return [skin[0] + part, skin[1] + part, skin[2] + part]
    }
    expect(value('grain', { patch: noise })).toBeGreaterThan(60)
    expect(value('grain', { patch: stretched })).toBeLessThan(1)
  })

  it('has the colour of skin, or none at all, or one that no skin has', () => {
    expect(value('skinColourDistance')).toBe(0)
    expect(value('skinColourDistance', { patch: () => [90, 65, 50] })).toBe(0)
    expect(value('skinColourDistance', { patch: () => [150, 150, 150] })).toBe(0)
    expect(value('skinColourDistance', { patch: () => [140, 180, 130] })).toBe(100)
    expect(value('skinColourDistance', { patch: () => [130, 140, 200] })).toBe(100)
  })
})

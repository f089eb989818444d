import { planCrop } from '../../../../src-renderer/photo/crop/plan-crop.ts'
import { at, type Face, type Point } from '../../../../src-renderer/photo/landmarks/face.ts'
import { geometryOf } from '../../../../src-renderer/photo/landmarks/geometry.ts'
import { greyOf, luminanceOf, type Pixels } from '../../../../src-renderer/photo/measures/pixels.ts'
import { spansOf } from '../../../../src-renderer/photo/measures/region.ts'
import { portraitScale, type Scene } from '../../../../src-renderer/photo/measures/scene.ts'

export type Paint = (x: number, y: number) => readonly [number, number, number]

export function picture(width: number, height: number, paint: Paint): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set([...paint(x, y), 255], (y * width + x) * 4)
  return { width, height, data }
}

/** In the face patch: eyes at (96, 156) and (216, 156), an inter-eye distance of 120, mouth at 270, chin at 350. */
const places: Readonly<Record<number, readonly [number, number, number?]>> = {
  [at.forehead]: [156, 60, 0],
  [at.chin]: [156, 350, 0],
  [at.leftSide]: [46, 190, 60],
  [at.rightSide]: [266, 190, 60],
  61: [126, 270],
  291: [186, 270],
  82: [146, 269],
  13: [156, 269],
  312: [166, 269],
  87: [146, 271],
  14: [156, 272],
  317: [166, 271],
}

/** Lids of one eye: corners 24 px from its centre, 14 px open in the middle. */
function eyePlaces(eye: typeof at.leftEye | typeof at.rightEye, centre: number): readonly (readonly [number, readonly [number, number]])[] {
  const count = eye.opening.length
  return eye.opening.map((index, step): readonly [number, readonly [number, number]] => {
    const angle = (2 * Math.PI * step) / count + Math.PI
    return [index, [centre + 24 * Math.cos(angle), 156 + 7 * Math.sin(angle)]]
  })
}

/** A face of the simplest kind, with its outline an ellipse; single points can be moved. */
export function faceOf(moved: Readonly<Record<number, readonly [number, number, number?]>> = {}): Face {
  const mesh: Point[] = Array.from({ length: 468 }, () => ({ x: 156, y: 200, z: 0 }))
  const put = (index: number, [x, y, z = 0]: readonly [number, number, number?]): void => void (mesh[index] = { x, y, z })
  at.outline.forEach((index, step) => {
    const angle = (2 * Math.PI * step) / at.outline.length - Math.PI / 2
    put(index, [156 + 110 * Math.cos(angle), 205 + 145 * Math.sin(angle)])
  })
  for (const [index, place] of [...eyePlaces(at.leftEye, 96), ...eyePlaces(at.rightEye, 216)]) put(index, place)
  // The corners and the lids' middles are where the measures look for them.
  put(at.leftEye.outer, [72, 156])
  put(at.leftEye.inner, [120, 156])
  put(at.rightEye.inner, [192, 156])
  put(at.rightEye.outer, [240, 156])
  for (const [index, place] of Object.entries(places)) put(Number(index), place)
  for (const [index, place] of Object.entries(moved)) put(Number(index), place)
  return { mesh, box: { width: 220, height: 290 } }
}

export interface SceneParts {
  readonly face?: Face
  readonly others?: readonly Face[]
  /** Colours of the face patch, 312 x 420. */
  readonly patch?: Paint
  /** Colours of the photo, 280 x 360. */
  readonly photo?: Paint
}

export function sceneOf({ face = faceOf(), others = [], patch = () => [200, 160, 140], photo = () => [220, 220, 220] }: SceneParts = {}): Scene {
  const pixels = picture(312, 420, patch)
  const geometry = geometryOf(face)
  const frame = { width: 1280, height: 720 }
  const same = (point: Point): Point => point
  return {
    frame,
    faces: [face, ...others],
    face,
    geometry,
    crop: planCrop({ crown: 110, chin: 590, centre: 640 }, frame),
    facePatch: { pixels, place: same, geometry, grey: greyOf(pixels), luminance: luminanceOf(pixels), inside: spansOf(at.outline.map((index) => face.mesh[index] ?? { x: 0, y: 0, z: 0 }), 312, 420) },
    portrait: { pixels: picture(35 * portraitScale, 45 * portraitScale, photo), place: same },
  }
}

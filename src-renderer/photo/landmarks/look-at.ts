import { crownWindow, headHeight } from '../crop/find-crown.ts'
import { planCrop } from '../crop/plan-crop.ts'
import { greyOf, luminanceOf, type Pixels } from '../measures/pixels.ts'
import { spansOf } from '../measures/region.ts'
import { patchEyeDistance, portraitScale, type FacePatch, type Patch, type Scene } from '../measures/scene.ts'
import { at, point, type Face, type Point } from './face.ts'
import type { Picture } from './face-finder.ts'
import { geometryOf, type FaceGeometry } from './geometry.ts'

interface Part {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Canvases that are used again for every frame. */
export class Lookout {
  readonly #canvas = new OffscreenCanvas(1, 1)

  /** A part of the picture in a given size; what lies outside of the picture stays white. */
  #take(picture: Picture, part: Part, width: number, height: number): Patch {
    const canvas = this.#canvas
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('the canvas gives no 2d context')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'medium'
    const across = width / part.width
    const along = height / part.height
    context.setTransform(across, 0, 0, along, -part.left * across, -part.top * along)
    context.drawImage(picture, 0, 0)
    context.setTransform(1, 0, 0, 1, 0, 0)
    const pixels: Pixels = context.getImageData(0, 0, width, height)
    return { pixels, place: ({ x, y, z }: Point) => ({ x: (x - part.left) * across, y: (y - part.top) * along, z: z * across }) }
  }

  #facePatch(picture: Picture, face: Face, geometry: FaceGeometry): FacePatch {
    const unit = geometry.eyeDistance
    const part = { left: geometry.eyes.x - 1.3 * unit, top: geometry.eyes.y - 1.3 * unit, width: 2.6 * unit, height: 3.5 * unit }
    const patch = this.#take(picture, part, 2.6 * patchEyeDistance, 3.5 * patchEyeDistance)
    const moved: Face = { ...face, mesh: face.mesh.map(patch.place) }
    return {
      ...patch,
      geometry: geometryOf(moved),
      grey: greyOf(patch.pixels),
      luminance: luminanceOf(patch.pixels),
      inside: spansOf(at.outline.map((index) => point(moved, index)), patch.pixels.width, patch.pixels.height),
    }
  }

  /** The row of the picture where the head begins. */
  #crown(picture: Picture, { eyes, eyesToChin }: FaceGeometry): number {
    const { above, aside, pixelsPerT } = crownWindow
    const part = { left: eyes.x - aside * eyesToChin, top: eyes.y - above * eyesToChin, width: 2 * aside * eyesToChin, height: above * eyesToChin }
    const { pixels } = this.#take(picture, part, Math.round(2 * aside * pixelsPerT), Math.round(above * pixelsPerT))
    const missing = (Math.max(0, -part.top) / eyesToChin) * pixelsPerT
    return eyes.y + eyesToChin - headHeight(pixels, missing) * eyesToChin
  }

  /** Null without a face. */
  look(picture: Picture, faces: readonly Face[]): Scene | null {
    const [face] = faces
    if (face === undefined) return null
    const frame = { width: picture.width, height: picture.height }
    const geometry = geometryOf(face)
    if (geometry.eyeDistance < 8) return null
    const crop = planCrop({ crown: this.#crown(picture, geometry), chin: geometry.chin.y, centre: geometry.eyes.x }, frame)
    return {
      frame,
      faces,
      face,
      geometry,
      crop,
      facePatch: this.#facePatch(picture, face, geometry),
      portrait: this.#take(picture, crop, 35 * portraitScale, 45 * portraitScale),
    }
  }
}

import type { Face, Point } from '../face.ts'
import type { Picture } from '../face-finder.ts'
import { modelOf, type Library, type Model, type TensorFlow } from '../library.ts'
import { rgbOf } from '../rgb.ts'
import { eyeBox, eyeNumbers, eyeSide, putLids } from './eye-contours.ts'

/** Side in pixels of the square that the mesh model looks at, and the numbers it gives: 468 points of x, y and z. */
export const meshSide = 192
const meshNumbers = 468 * 3
/** Between the lips, and between the eyes: the line by which the library turns a face upright. */
const upright = [13, 168] as const
/** Radians from which the library turns it. */
const leaning = 0.2
/** The model's own confidence, 0 to 1, and how much a face may grow or shrink from one frame to the next. */
const believed = { least: 0.5, shrunk: 0.75, grown: 1.33 }

/** The square of the picture that the mesh model looks at; `angle` in radians, clockwise. */
interface Place {
  readonly x: number
  readonly y: number
  readonly side: number
  readonly angle: number
}

function extentOf(mesh: readonly Point[], axis: 'x' | 'y'): { readonly middle: number; readonly size: number } {
  let least = Infinity
  let most = -Infinity
  for (const { [axis]: value } of mesh) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return { middle: (least + most) / 2, size: most - least }
}

function placeOf({ mesh, box }: Face): Place {
  const [lips, brow] = upright.map((index) => mesh[index])
  const roll = lips && brow ? Math.atan2(brow.x - lips.x, lips.y - brow.y) : 0
  return { x: extentOf(mesh, 'x').middle, y: extentOf(mesh, 'y').middle, side: Math.max(box.width, box.height), angle: Math.abs(roll) > leaning ? roll : 0 }
}

/**
 * Finds a face again where it was a moment ago, with the mesh model alone: the detector is two thirds of the work of
 * finding it anew. The square is cut, turned and scaled as the library does it, so that both see the same face.
 */
export class FaceFollower {
  readonly #tf: TensorFlow
  readonly #mesh: Model
  readonly #iris: Model
  readonly #canvas = new OffscreenCanvas(meshSide, meshSide)
  readonly #values = new Float32Array(meshSide * meshSide * 3)

  constructor(library: Library) {
    this.#tf = library.tf
    this.#mesh = modelOf(library, 'facemesh')
    this.#iris = modelOf(library, 'iris')
  }

  /** Runs both models once. */
  warmUp(): void {
    this.#tf.tidy(() => {
      this.#mesh.execute(this.#tf.tensor(this.#values, [1, meshSide, meshSide, 3], 'float32'))
      this.#iris.execute(this.#tf.tensor(new Float32Array(2 * eyeSide * eyeSide * 3), [2, eyeSide, eyeSide, 3], 'float32'))
    })
  }

  /** Null: it is not there any more. */
  follow(picture: Picture, face: Face): Face | null {
    const place = placeOf(face)
    const found = this.#look(picture, place)
    if (found === null) return null
    const scale = place.side / meshSide
    const depth = face.box.width / meshSide
    const across = Math.cos(place.angle) * scale
    const along = Math.sin(place.angle) * scale
    const mesh: Point[] = []
    for (let index = 0; index < meshNumbers; index += 3) {
      const dx = (found[index] ?? 0) - meshSide / 2
      const dy = (found[index + 1] ?? 0) - meshSide / 2
      mesh.push({ x: place.x + across * dx - along * dy, y: place.y + along * dx + across * dy, z: (found[index + 2] ?? 0) * depth })
    }
    const growth = extentOf(mesh, 'y').size / extentOf(face.mesh, 'y').size
    if (!(growth > believed.shrunk && growth < believed.grown)) return null
    return { mesh, box: { width: face.box.width * growth, height: face.box.height * growth } }
  }

  /** The mesh in the square's own pixels. */
  #look(picture: Picture, place: Place): Float32Array | null {
    this.#cut(picture, place)
    return this.#tf.tidy(() => {
      const square = this.#tf.tensor(this.#values, [1, meshSide, meshSide, 3], 'float32')
      const answers = [this.#mesh.execute(square)].flat()
      const numbersOf = (count: number): Float32Array => Float32Array.from(answers.find(({ shape }) => shape.at(-1) === count)?.dataSync() ?? [])
      const [confidence = 0] = numbersOf(1)
      const mesh = numbersOf(meshNumbers)
      if (confidence < believed.least || mesh.length !== meshNumbers) return null
      const boxes = [eyeBox(mesh, 'left'), eyeBox(mesh, 'right')].map(({ left, top, side }) => [top, left, top + side, left + side].map((edge) => edge / meshSide))
      const eyes = this.#tf.image.flipLeftRight(this.#tf.image.cropAndResize(square, boxes, [0, 0], [eyeSide, eyeSide]))
      const lids = Float32Array.from([this.#iris.execute(eyes)].flat()[0]?.dataSync() ?? [])
      if (lids.length === 2 * eyeNumbers) putLids(mesh, lids)
      return mesh
    })
  }

  #cut(picture: Picture, { x, y, side, angle }: Place): void {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('the canvas gives no 2d context')
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillStyle = '#000'
    context.fillRect(0, 0, meshSide, meshSide)
    context.imageSmoothingQuality = 'low'
    const scale = meshSide / side
    const across = Math.cos(angle) * scale
    const along = Math.sin(angle) * scale
    context.setTransform(across, -along, along, across, meshSide / 2 - across * x - along * y, meshSide / 2 + along * x - across * y)
    context.drawImage(picture, 0, 0)
    rgbOf(context.getImageData(0, 0, meshSide, meshSide).data, this.#values, 1 / 255)
  }
}

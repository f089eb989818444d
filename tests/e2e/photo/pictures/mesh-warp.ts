import type { Point } from '../../../../src-renderer/photo/landmarks/face.ts'
import { at } from '../../../../src-renderer/photo/landmarks/face.ts'
import { blank, copy, sample, type Raster } from './raster.ts'

/** Calls for every pixel of a triangle with its place as parts of the three corners. */
function fill(corners: readonly [Point, Point, Point], size: { width: number; height: number }, pixel: (x: number, y: number, parts: readonly [number, number, number]) => void): void {
  const [a, b, c] = corners
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
  if (Math.abs(area) < 1e-6) return
  const left = Math.max(0, Math.floor(Math.min(a.x, b.x, c.x)))
  const right = Math.min(size.width - 1, Math.ceil(Math.max(a.x, b.x, c.x)))
  const top = Math.max(0, Math.floor(Math.min(a.y, b.y, c.y)))
  const bottom = Math.min(size.height - 1, Math.ceil(Math.max(a.y, b.y, c.y)))
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const u = ((b.x - x) * (c.y - y) - (c.x - x) * (b.y - y)) / area
      const v = ((c.x - x) * (a.y - y) - (a.x - x) * (c.y - y)) / area
      const w = 1 - u - v
      if (u >= -1e-9 && v >= -1e-9 && w >= -1e-9) pixel(x, y, [u, v, w])
    }
  }
}

export interface Head {
  readonly layer: Raster
  readonly mesh: readonly Point[]
}

interface Tone {
  readonly mean: number
  readonly spread: number
}

function tones({ layer, mesh }: Head): readonly Tone[] {
  return [0, 1, 2].map((channel) => {
    const values = mesh.map(({ x, y }) => layer.data[(Math.round(y) * layer.width + Math.round(x)) * 4 + channel] ?? 0)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return { mean, spread: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) }
  })
}

/** A head whose face is partly another one's: features laid over each other point by point, in the first one's skin. */
export function blendFace(base: Head, donor: Head, weight: number, triangles: readonly number[]): Head {
  const layer = copy(base.layer)
  const own = tones(base)
  const other = tones(donor)
  const outline = new Set<number>(at.outline)
  const colour = [0, 0, 0, 0]
  for (let index = 0; index + 2 < triangles.length; index += 3) {
    const [i, j, k] = [triangles[index]!, triangles[index + 1]!, triangles[index + 2]!]
    const corners = [base.mesh[i]!, base.mesh[j]!, base.mesh[k]!] as const
    const sources = [donor.mesh[i]!, donor.mesh[j]!, donor.mesh[k]!] as const
    const inner = [i, j, k].map((corner) => (outline.has(corner) ? 0 : 1))
    fill(corners, layer, (x, y, [u, v, w]) => {
      sample(donor.layer, u * sources[0].x + v * sources[1].x + w * sources[2].x, u * sources[0].y + v * sources[1].y + w * sources[2].y, colour)
      const part = weight * (u * inner[0]! + v * inner[1]! + w * inner[2]!)
      const offset = (y * layer.width + x) * 4
      for (let channel = 0; channel < 3; channel += 1) {
        const fitted = ((colour[channel]! - other[channel]!.mean) * own[channel]!.spread) / other[channel]!.spread + own[channel]!.mean
        layer.data[offset + channel] = (1 - part) * base.layer.data[offset + channel]! + part * fitted
      }
    })
  }
  return { layer, mesh: base.mesh }
}

/** Pixels between the corners of the grid that a turned head is drawn with. */
const cell = 16

/** How far behind the nose a place of the layer lies: the mesh where there is one, and receding beside it. */
function depths({ layer, mesh }: Head): Float32Array {
  const columns = Math.ceil(layer.width / cell) + 1
  const rows = Math.ceil(layer.height / cell) + 1
  const depth = new Float32Array(columns * rows)
  const shoulders = Math.max(...mesh.map(({ z }) => z))
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      let weights = 0
      let nearest = Infinity
      for (const { x, y, z } of mesh) {
        const far = (x - column * cell) ** 2 + (y - row * cell) ** 2
        const weight = 1 / (far + 9) ** 3
        sum += z * weight
        weights += weight
        nearest = Math.min(nearest, far)
      }
      const z = sum / weights
      const beside = Math.max(0, Math.sqrt(nearest) - 14)
      depth[row * columns + column] = Math.min(Math.max(z, shoulders), z + 0.8 * beside)
    }
  }
  return depth
}

/** The head turned (yaw) and tilted (pitch) by so many degrees about the middle of the skull, drawn again with its depth. */
export function turned(head: Head, yaw: number, pitch: number): Raster {
  const { layer, mesh } = head
  const depth = depths(head)
  const columns = Math.ceil(layer.width / cell) + 1
  const rows = Math.ceil(layer.height / cell) + 1
  const left = mesh[at.leftSide]!
  const right = mesh[at.rightSide]!
  const axis = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, z: (left.z + right.z) / 2 }
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const [siny, cosy] = [Math.sin(radians(yaw)), Math.cos(radians(yaw))]
  const [sinp, cosp] = [Math.sin(radians(pitch)), Math.cos(radians(pitch))]
  const move = (column: number, row: number): Point => {
    const x = column * cell - axis.x
    const y = row * cell - axis.y
    const z = (depth[row * columns + column] ?? 0) - axis.z
    const x1 = x * cosy + z * siny
    const z1 = -x * siny + z * cosy
    return { x: axis.x + x1, y: axis.y + y * cosp - z1 * sinp, z: y * sinp + z1 * cosp }
  }
  const out = blank(layer.width, layer.height)
  const nearest = new Float32Array(layer.width * layer.height).fill(Infinity)
  const colour = [0, 0, 0, 0]
  const draw = (corners: readonly (readonly [number, number])[]): void => {
    const [a, b, c] = corners.map(([column, row]) => move(column, row)) as [Point, Point, Point]
    fill([a, b, c], layer, (x, y, [u, v, w]) => {
      const z = u * a.z + v * b.z + w * c.z
      const index = y * layer.width + x
      if (z >= nearest[index]!) return
      const [p, q, r] = corners as [readonly [number, number], readonly [number, number], readonly [number, number]]
      sample(layer, cell * (u * p[0] + v * q[0] + w * r[0]), cell * (u * p[1] + v * q[1] + w * r[1]), colour)
      if (colour[3]! < 40) return
      nearest[index] = z
      for (let channel = 0; channel < 4; channel += 1) out.data[index * 4 + channel] = colour[channel]!
    })
  }
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      draw([[column, row], [column + 1, row], [column, row + 1]])
      draw([[column + 1, row], [column + 1, row + 1], [column, row + 1]])
    }
  }
  return out
}

import { at, type Point } from '../../../../src-renderer/photo/landmarks/face.ts'
import type { Head } from './mesh-warp.ts'
import { paint, remap, type Raster } from './raster.ts'

/** What happens in a face: lids, lips, eyes, things worn over the eyes. All drawn on the person's own picture. */

const point = ({ mesh }: Head, index: number): Point => mesh[index]!
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, z: (a.z + b.z) / 2 })
const upperLids = { leftEye: [33, 246, 161, 160, 159, 158, 157, 173, 133], rightEye: [362, 398, 384, 385, 386, 387, 388, 466, 263] } as const
const lowerLids = { leftEye: [33, 7, 163, 144, 145, 153, 154, 155, 133], rightEye: [362, 382, 381, 380, 374, 373, 390, 249, 263] } as const
const sides = ['leftEye', 'rightEye'] as const

interface Eye {
  readonly centre: Point
  readonly width: number
  readonly opening: readonly Point[]
}

function eyesOf(head: Head): readonly Eye[] {
  return sides.map((side) => {
    const outer = point(head, at[side].outer)
    const inner = point(head, at[side].inner)
    return {
      centre: middle(outer, inner),
      width: Math.hypot(outer.x - inner.x, outer.y - inner.y),
      opening: [...upperLids[side], ...[...lowerLids[side]].reverse()].map((index) => point(head, index)),
    }
  })
}

/** Height of a line of points at a column. */
function heightAt(line: readonly Point[], x: number): number {
  const sorted = [...line].sort((a, b) => a.x - b.x)
  const right = sorted.findIndex((each) => each.x >= x)
  const b = sorted[Math.max(1, right)]!
  const a = sorted[Math.max(1, right) - 1]!
  return a.y + ((b.y - a.y) * (x - a.x)) / Math.max(1e-6, b.x - a.x)
}

/** The upper lids' skin drawn down to the lower lids, with the lashes' line. */
export function closeEyes(head: Head): Raster {
  const lids = sides.map((side) => {
    const upper = upperLids[side].map((index) => point(head, index))
    const lower = lowerLids[side].map((index) => point(head, index))
    const all = [...upper, ...lower]
    return { upper, lower, left: Math.min(...all.map(({ x }) => x)), right: Math.max(...all.map(({ x }) => x)) }
  })
  const closed = remap(head.layer, (place) => {
    for (const { upper, lower, left, right } of lids) {
      if (place.x < left || place.x > right) continue
      const top = heightAt(upper, place.x) - 3
      const bottom = heightAt(lower, place.x) + 2
      const skin = top - 0.22 * (right - left)
      if (place.y <= skin || place.y >= bottom || bottom - top < 1) continue
      place.y = skin + ((place.y - skin) * (top - skin)) / (bottom - skin)
    }
  })
  return paint(closed, (context) => {
    context.strokeStyle = 'rgb(40 25 20 / 75%)'
    context.lineWidth = 3
    for (const { lower } of lids) {
      context.beginPath()
      for (const { x, y } of lower) context.lineTo(x, y + 1)
      context.stroke()
    }
  })
}

/** The lower jaw let down by a third of the lower face, and what is behind the lips. */
export function openMouth(head: Head): Raster {
  const lips = at.innerLips
  const [left, right] = at.mouthCorners.map((index) => point(head, index)) as [Point, Point]
  const line = [left, ...lips.lower.map((index) => point(head, index)), right]
  const gap = 0.27 * (point(head, at.chin).y - middle(point(head, at.leftEye.outer), point(head, at.rightEye.outer)).y)
  const centre = (left.x + right.x) / 2
  const reach = (right.x - left.x) / 2
  const drop = (x: number): number => gap * Math.sqrt(Math.max(0, 1 - ((x - centre) / reach) ** 2))
  /** The chin as a whole goes down, less and less towards the ears. */
  const jaw = (x: number): number => gap * Math.exp(-(((x - centre) / (1.5 * reach)) ** 2))
  const opened = remap(head.layer, (place) => {
    const inMouth = Math.abs(place.x - centre) < reach
    const lip = inMouth ? heightAt(line, place.x) : (left.y + right.y) / 2
    if (place.y <= lip) return
    const down = inMouth ? drop(place.x) : 0
    const whole = Math.max(down, jaw(place.x))
    place.y = place.y < lip + down ? lip : Math.max(lip, place.y - whole)
  })
  return paint(opened, (context) => {
    context.fillStyle = 'rgb(52 18 20)'
    context.beginPath()
    for (let x = centre - reach * 0.94; x <= centre + reach * 0.94; x += 2) context.lineTo(x, heightAt(line, x) + 1)
    for (let x = centre + reach * 0.94; x >= centre - reach * 0.94; x -= 2) context.lineTo(x, heightAt(line, x) + drop(x) - 1)
    context.fill()
  })
}

/** Both irises moved to the same side by a quarter of the eye, and the white of the eye where they were. */
export function lookAside(head: Head): Raster {
  const canvas = new OffscreenCanvas(head.layer.width, head.layer.height)
  canvas.getContext('2d')!.putImageData(new ImageData(head.layer.data.slice(), head.layer.width, head.layer.height), 0, 0)
  return paint(head.layer, (context) => {
    for (const { centre, width, opening } of eyesOf(head)) {
      const shift = 0.24 * width
      const iris = 0.21 * width
      context.save()
      context.beginPath()
      for (const { x, y } of opening) context.lineTo(x, y)
      context.clip()
      const white = context.createLinearGradient(0, centre.y - 0.2 * width, 0, centre.y + 0.2 * width)
      white.addColorStop(0, 'rgb(150 132 124)')
      white.addColorStop(0.5, 'rgb(208 194 187)')
      white.addColorStop(1, 'rgb(190 170 162)')
      context.fillStyle = white
      context.fillRect(centre.x - width, centre.y - width, 2 * width, 2 * width)
      context.beginPath()
      context.arc(centre.x + shift, centre.y, iris, 0, 2 * Math.PI)
      context.clip()
      context.drawImage(canvas, shift, 0)
      context.restore()
    }
  })
}

/** The pupils as a flash beside the lens makes them. */
export const redEyes = (head: Head): Raster =>
  paint(head.layer, (context) => {
    for (const { centre, width } of eyesOf(head)) {
      const glow = context.createRadialGradient(centre.x, centre.y, 0, centre.x, centre.y, 0.17 * width)
      glow.addColorStop(0, 'rgb(235 60 50)')
      glow.addColorStop(0.8, 'rgb(190 25 30)')
      glow.addColorStop(1, 'rgb(120 10 20 / 0%)')
      context.fillStyle = glow
      context.fillRect(centre.x - width, centre.y - width, 2 * width, 2 * width)
    }
  })

function lenses(context: OffscreenCanvasRenderingContext2D, head: Head, draw: (eye: Eye) => void): void {
  const [left, right] = eyesOf(head) as [Eye, Eye]
  for (const eye of [left, right]) {
    context.beginPath()
    context.ellipse(eye.centre.x, eye.centre.y + 0.1 * eye.width, 0.85 * eye.width, 0.62 * eye.width, 0, 0, 2 * Math.PI)
    draw(eye)
  }
  context.beginPath()
  context.moveTo(left.centre.x + 0.8 * left.width, left.centre.y)
  context.lineTo(right.centre.x - 0.8 * right.width, right.centre.y)
  context.stroke()
}

/** Dark glasses. */
export const darkGlasses = (head: Head): Raster =>
  paint(head.layer, (context) => {
    context.fillStyle = 'rgb(22 22 26 / 96%)'
    context.strokeStyle = 'rgb(15 15 15)'
    context.lineWidth = 6
    lenses(context, head, () => {
      context.fill()
      context.stroke()
    })
  })

/** Clear glasses with a thin frame, which are allowed. */
export const clearGlasses = (head: Head): Raster =>
  paint(head.layer, (context) => {
    context.strokeStyle = 'rgb(60 50 45)'
    context.lineWidth = 4
    lenses(context, head, () => context.stroke())
  })

/** The same with a lamp in the lenses. */
export const glaringGlasses = (head: Head): Raster =>
  paint(clearGlasses(head) , (context) => {
    context.filter = 'blur(2px)'
    context.fillStyle = 'rgb(255 255 252 / 97%)'
    for (const { centre, width } of eyesOf(head)) {
      context.beginPath()
      context.ellipse(centre.x + 0.12 * width, centre.y - 0.02 * width, 0.42 * width, 0.17 * width, -0.5, 0, 2 * Math.PI)
      context.fill()
    }
  })

/** A cap over the brow: for the clerk, not for the machine. */
export const cap = (head: Head): Raster =>
  paint(head.layer, (context) => {
    const brow = point(head, at.forehead)
    const reach = 0.62 * (point(head, at.rightSide).x - point(head, at.leftSide).x)
    context.fillStyle = 'rgb(36 58 92)'
    context.beginPath()
    context.ellipse(brow.x, brow.y + 8, reach, 130, 0, Math.PI, 2 * Math.PI)
    context.fill()
  })

/** A mask over mouth and nose: for the clerk, not for the machine. */
export const mask = (head: Head): Raster =>
  paint(head.layer, (context) => {
    context.fillStyle = 'rgb(232 238 242)'
    context.beginPath()
    for (const index of [5, 50, 123, 58, 150, 152, 379, 288, 352, 280]) {
      const { x, y } = point(head, index)
      context.lineTo(x, y)
    }
    context.fill()
  })

/** RGBA, straight alpha. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: ImageDataArray
}

export const blank = (width: number, height: number): Raster => ({ width, height, data: new Uint8ClampedArray(width * height * 4) })
export const copy = (raster: Raster): Raster => ({ width: raster.width, height: raster.height, data: raster.data.slice() })

/** The same numbers for the same seed, so that a set is the same set tomorrow (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

/** Colour and alpha between pixels; clear outside. */
export function sample({ width, height, data }: Raster, x: number, y: number, into: number[]): void {
  const left = Math.floor(x)
  const top = Math.floor(y)
  into.fill(0)
  let weightOfColour = 0
  for (let j = 0; j < 2; j += 1) {
    for (let i = 0; i < 2; i += 1) {
      const px = left + i
      const py = top + j
      if (px < 0 || py < 0 || px >= width || py >= height) continue
      const part = (i === 0 ? 1 - (x - left) : x - left) * (j === 0 ? 1 - (y - top) : y - top)
      const offset = (py * width + px) * 4
      const alpha = data[offset + 3]! * part
      for (let channel = 0; channel < 3; channel += 1) into[channel]! += data[offset + channel]! * alpha
      weightOfColour += alpha
    }
  }
  if (weightOfColour > 0) for (let channel = 0; channel < 3; channel += 1) into[channel]! /= weightOfColour
  into[3] = weightOfColour
}

/** Every pixel fetched from somewhere else; `from` writes the source's place into its argument. */
export function remap(raster: Raster, from: (place: { x: number; y: number }) => void): Raster {
  const out = blank(raster.width, raster.height)
  const colour = [0, 0, 0, 0]
  const place = { x: 0, y: 0 }
  for (let y = 0; y < out.height; y += 1) {
    for (let x = 0; x < out.width; x += 1) {
      place.x = x
      place.y = y
      from(place)
      const offset = (y * out.width + x) * 4
      if (place.x === x && place.y === y) {
        for (let channel = 0; channel < 4; channel += 1) out.data[offset + channel] = raster.data[offset + channel]!
        continue
      }
      if (raster.data[(Math.round(place.y) * raster.width + Math.round(place.x)) * 4 + 3] === 0) continue
      sample(raster, place.x, place.y, colour)
      for (let channel = 0; channel < 4; channel += 1) out.data[offset + channel] = colour[channel]!
    }
  }
  return out
}

/** Every pixel's colour changed; what is clear has none. */
export function recolour(raster: Raster, change: (colour: number[], x: number, y: number) => void): Raster {
  const out = copy(raster)
  const colour = [0, 0, 0, 0]
  for (let y = 0; y < out.height; y += 1) {
    for (let x = 0; x < out.width; x += 1) {
      const offset = (y * out.width + x) * 4
      if (out.data[offset + 3] === 0) continue
      for (let channel = 0; channel < 4; channel += 1) colour[channel] = out.data[offset + channel]!
      change(colour, x, y)
      for (let channel = 0; channel < 4; channel += 1) out.data[offset + channel] = colour[channel]!
    }
  }
  return out
}

/** Draws with the canvas on a raster. */
export function paint(raster: Raster, draw: (context: OffscreenCanvasRenderingContext2D) => void): Raster {
  const canvas = new OffscreenCanvas(raster.width, raster.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.putImageData(new ImageData(raster.data.slice(), raster.width, raster.height), 0, 0)
  draw(context)
  const { width, height, data } = context.getImageData(0, 0, raster.width, raster.height)
  return { width, height, data }
}

const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Grain of a sensor: the same on all three channels but for a third of it. */
export function grainy(raster: Raster, sigma: number, seed: number): Raster {
  const random = randomOf(seed)
  return recolour(raster, (colour) => {
    const all = normal(random) * sigma
    for (let channel = 0; channel < 3; channel += 1) colour[channel]! += all + (normal(random) * sigma) / 3
  })
}

export const blurred = (raster: Raster, pixels: number): Raster => {
  const canvas = new OffscreenCanvas(raster.width, raster.height)
  canvas.getContext('2d')!.putImageData(new ImageData(raster.data.slice(), raster.width, raster.height), 0, 0)
  return paint(raster, (context) => {
    context.clearRect(0, 0, raster.width, raster.height)
    context.filter = `blur(${pixels}px)`
    context.drawImage(canvas, 0, 0)
  })
}

/** Unsharp mask: an enlarged small picture gets back edges such as a camera's. */
export function sharpened(raster: Raster, radius: number, amount: number): Raster {
  const soft = blurred(raster, radius)
  return recolour(raster, (colour, x, y) => {
    const offset = (y * raster.width + x) * 4
    for (let channel = 0; channel < 3; channel += 1) colour[channel]! += amount * (colour[channel]! - soft.data[offset + channel]!)
  })
}

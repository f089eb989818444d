import type { Point } from '../../../../src-renderer/photo/landmarks/face.ts'
import { blendFace, type Head } from './mesh-warp.ts'
import { blurred, grainy, paint, recolour, remap, sharpened, type Raster } from './raster.ts'
import { sources, type SourceName } from './sources.ts'

/** The camera picture and, taller, the layer that a person stands in: crown at 88, head of 500 px, eyes in the middle. */
export const frame = { width: 960, height: 720 } as const
const layerHeight = 1000
const headHeight = 500
const crownAt = 88

type Group = 'calibrate' | 'measure'

interface Recipe {
  readonly name: string
  /** Calibrating people have nothing of the measuring ones in them: they all come of one source, the others of the other two. */
  readonly group: Group
  readonly base: SourceName
  readonly donor?: readonly [SourceName, number]
  readonly mirrored?: boolean
  /** Jaw over brow and height over width, 1 as it is. */
  readonly shape?: readonly [jaw: number, long: number]
  /** Light that the skin gives back, 1 as it is. */
  readonly skin?: number
}

const recipes: readonly Recipe[] = [
  { name: 'A1', group: 'calibrate', base: 'luciano' },
  { name: 'A2', group: 'calibrate', base: 'luciano', mirrored: true, shape: [0.88, 1] },
  { name: 'A3', group: 'calibrate', base: 'luciano', shape: [1, 1.08], skin: 0.7 },
  { name: 'A4', group: 'calibrate', base: 'luciano', mirrored: true, shape: [0.94, 0.95], skin: 0.6 },
  { name: 'A5', group: 'calibrate', base: 'luciano', shape: [0.84, 1.04], skin: 1.15 },
  { name: 'B1', group: 'measure', base: 'astronaut' },
  { name: 'B2', group: 'measure', base: 'hopper' },
  { name: 'B3', group: 'measure', base: 'astronaut', donor: ['hopper', 0.6], mirrored: true, skin: 0.75 },
  { name: 'B4', group: 'measure', base: 'hopper', donor: ['astronaut', 0.55], shape: [0.93, 1.03] },
  { name: 'B5', group: 'measure', base: 'astronaut', donor: ['hopper', 0.35], shape: [1.05, 0.98], skin: 0.6 },
]

export interface Person extends Head {
  readonly name: string
  readonly group: Group
}

export interface Tools {
  /** Address of a source's picture. */
  readonly address: (file: string) => string
  readonly meshOf: (picture: Raster) => Promise<readonly Point[]>
  readonly triangles: readonly number[]
}

async function cutOut(name: SourceName, { address }: Tools): Promise<Raster> {
  const source = sources[name]
  const image = new Image()
  image.src = address(source.file)
  await image.decode()
  const scale = headHeight / (source.chin - source.crown)
  const place = (context: OffscreenCanvasRenderingContext2D): void => context.setTransform(scale, 0, 0, scale, frame.width / 2 - source.eyes * scale, crownAt - source.crown * scale)
  const empty: Raster = { width: frame.width, height: layerHeight, data: new Uint8ClampedArray(frame.width * layerHeight * 4) }
  const whole = paint(empty, (context) => {
    place(context)
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0)
  })
  const mask = blurred(
    paint(empty, (context) => {
      place(context)
      context.beginPath()
      for (const [x, y] of source.outline) context.lineTo(x, y)
      context.fill()
    }),
    0.7 * scale,
  )
  const person = recolour(whole, (colour, x, y) => (colour[3] = Math.min(colour[3]!, mask.data[(y * whole.width + x) * 4 + 3]!)))
  // An enlarged small picture is soft: its edges are given back, and a little of a sensor's grain.
  return grainy(sharpened(sharpened(person, 0.9 * scale, 1.1), 0.45 * scale, 0.7), 1.6, sources[name].chin)
}

/** Skin, by its mixture of colours: hair and clothes keep theirs. */
function skinPart([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const warm = (red - blue) / (red + green + blue + 1)
  return Math.max(0, Math.min(1, (warm - 0.015) / 0.03)) * Math.max(0, Math.min(1, (red - 20) / 20))
}

function shaped(layer: Raster, { mirrored = false, shape: [jaw, long] = [1, 1], skin = 1 }: Recipe): Raster {
  const middle = frame.width / 2
  const eyes = crownAt + headHeight * 0.54
  const bent = remap(layer, (place) => {
    const x = (mirrored ? 2 * middle - place.x : place.x) - middle
    const lower = Math.max(0, Math.min(1, (place.y - eyes) / (headHeight * 0.45)))
    place.x = middle + (x * long) / (1 + (jaw - 1) * lower)
  })
  return skin === 1
    ? bent
    : recolour(bent, (colour) => {
        const factor = 1 + (skin - 1) * skinPart(colour)
        for (let channel = 0; channel < 3; channel += 1) colour[channel]! *= factor
      })
}

/** A layer on a wall of one colour, as the camera would see it. */
export function stand(layer: Raster, wall: readonly [number, number, number] = [214, 220, 226], by: { readonly scale?: number; readonly x?: number; readonly y?: number } = {}): Raster {
  const canvas = new OffscreenCanvas(layer.width, layer.height)
  canvas.getContext('2d')!.putImageData(new ImageData(layer.data.slice(), layer.width, layer.height), 0, 0)
  const scale = by.scale ?? 1
  return paint({ ...frame, data: new Uint8ClampedArray(frame.width * frame.height * 4) }, (context) => {
    context.fillStyle = `rgb(${wall.join(' ')})`
    context.fillRect(0, 0, frame.width, frame.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(canvas, frame.width / 2 - (layer.width / 2) * scale + (by.x ?? 0), by.y ?? 0, layer.width * scale, layer.height * scale)
  })
}

/** The ten people of the set, or those of them that are named. */
export async function makePeople(tools: Tools, names?: readonly string[]): Promise<Person[]> {
  const wanted = recipes.filter(({ name }) => names?.includes(name) ?? true)
  const bases = new Map<SourceName, Head>()
  for (const name of new Set(wanted.flatMap(({ base, donor }) => [base, ...(donor ? [donor[0]] : [])]))) {
    const layer = await cutOut(name, tools)
    bases.set(name, { layer, mesh: await tools.meshOf(stand(layer)) })
  }
  const people: Person[] = []
  for (const recipe of wanted) {
    const base = bases.get(recipe.base)!
    const blended = recipe.donor ? blendFace(base, bases.get(recipe.donor[0])!, recipe.donor[1], tools.triangles) : base
    const layer = shaped(blended.layer, recipe)
    people.push({ name: recipe.name, group: recipe.group, layer, mesh: await tools.meshOf(stand(layer)) })
  }
  return people
}

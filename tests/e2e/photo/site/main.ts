import { inspect } from '../../../../src-renderer/photo/inspect.ts'
import { reasonsOf } from '../../../../src-renderer/photo/judge.ts'
import type { Face } from '../../../../src-renderer/photo/landmarks/face.ts'
import { sharedFaceFinder } from '../../../../src-renderer/photo/landmarks/face-finder.ts'
import { Lookout } from '../../../../src-renderer/photo/landmarks/look-at.ts'
import { measureScene } from '../../../../src-renderer/photo/measures/measure-scene.ts'
import { PhotoStudio } from '../../../../src-renderer/photo/photo-studio.ts'
import { makePeople, type Person } from '../pictures/people.ts'
import { picturesOf, type Labelled } from '../pictures/picture-set.ts'
import type { Raster } from '../pictures/raster.ts'
import type { Finding, PhotoHarness } from './harness.ts'

const studio = new PhotoStudio()
const video = document.querySelector('video')
if (video === null) throw new Error('the page has no video')

async function look(picture: HTMLCanvasElement): Promise<Finding> {
  const tools = { finder: await sharedFaceFinder(), lookout: new Lookout() }
  const { scene, measured, refusals, hints } = await inspect(picture, tools)
  return { measured, refusals, hints, crop: scene?.crop ?? null, mesh: scene?.face.mesh ?? null }
}

async function follow(picture: HTMLCanvasElement, frames: number): Promise<Pick<Finding, 'measured' | 'hints'>> {
  const finder = await sharedFaceFinder()
  const [found] = await finder.find(picture)
  let face: Face | null = found ?? null
  for (let frame = 0; frame < frames && face !== null; frame += 1) face = finder.follow(picture, face)
  const scene = face === null ? null : new Lookout().look(picture, [face])
  const measured = scene === null ? null : measureScene(scene)
  return { measured, hints: reasonsOf(measured, 'hint') }
}

function canvasOf(raster: Raster): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: raster.width, height: raster.height })
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(new ImageData(raster.data, raster.width, raster.height), 0, 0)
  return canvas
}

let people: Person[] = []
let pictures: Labelled[] = []

const harness: PhotoHarness = {
  studio,
  video,
  inspect: look,
  follow,
  makeSet: async (folder, names) => {
    const { Human } = await import('@vladmandic/human')
    people = await makePeople({
      address: (file) => `${folder}/${file}`,
      meshOf: async (picture) => {
        const { mesh } = await look(canvasOf(picture))
        if (mesh === null) throw new Error('a person of the set has no face')
        return mesh
      },
      triangles: new Human().faceTriangulation,
    }, names)
    pictures = people.flatMap((person, index) => picturesOf(person, people[(index + 1) % people.length] ?? person, index))
    return pictures.map(({ name, label }, index) => ({ index, name, label, group: people.find((person) => name.startsWith(`${person.name} `))?.group ?? 'measure' }))
  },
  picture: (index) => {
    const picture = pictures[index]
    if (picture === undefined) throw new RangeError(`the set has no picture ${index}`)
    return canvasOf(picture.make())
  },
}
Object.assign(window, { harness })

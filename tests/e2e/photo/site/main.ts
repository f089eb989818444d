import { loadFaceFinder, type FaceFinder } from '../../../../src-renderer/photo/landmarks/face-finder.ts'
import { Lookout } from '../../../../src-renderer/photo/landmarks/look-at.ts'
import { inspect } from '../../../../src-renderer/photo/inspect.ts'
import { PhotoStudio } from '../../../../src-renderer/photo/photo-studio.ts'
import type { PhotoHarness } from './harness.ts'

const studio = new PhotoStudio()
const video = document.querySelector('video')
if (video === null) throw new Error('the page has no video')

let finder: Promise<FaceFinder> | null = null

const harness: PhotoHarness = {
  studio,
  video,
  inspect: async (picture) => {
    const tools = { finder: await (finder ??= loadFaceFinder()), lookout: new Lookout() }
    const { scene, measured, refusals, hints } = await inspect(picture, tools, { irises: true })
    return { measured, refusals, hints, crop: scene?.crop ?? null, mesh: scene?.face.mesh ?? null }
  },
}
Object.assign(window, { harness })

import { describe, expect, it } from 'vitest'
import type { Face } from '../../../../src-renderer/photo/landmarks/face.ts'
import type { FaceFinder, Picture } from '../../../../src-renderer/photo/landmarks/face-finder.ts'
import { WatchfulFinder } from '../../../../src-renderer/photo/landmarks/following/watchful-finder.ts'

const face = (width: number): Face => ({ mesh: [], box: { width, height: width } })
// A stand-in: the finders of these tests look at no pixel.
const picture = {} as Picture

function finderOf(found: readonly Face[], follow: (face: Face) => Face | null = (one) => one): FaceFinder & { readonly searches: () => number } {
  let searches = 0
  return {
    find: () => {
      searches += 1
      return Promise.resolve(found)
    },
    follow: (_, one) => follow(one),
    searches: () => searches,
  }
}

async function frames(count: number, finder: FaceFinder): Promise<readonly (readonly Face[])[]> {
  const watchful = new WatchfulFinder(finder)
  const seen: (readonly Face[])[] = []
  for (let frame = 0; frame < count; frame += 1) seen.push(await watchful.find(picture))
  return seen
}

describe('the faces of a camera', () => {
  it('are looked for anew in every eighth frame and followed in between', async () => {
    const finder = finderOf([face(300)])
    await frames(17, finder)
    expect(finder.searches()).toBe(3)
  })

  it('are looked for in every frame while nobody is there', async () => {
    const finder = finderOf([])
    await frames(5, finder)
    expect(finder.searches()).toBe(5)
  })

  it('are looked for in the same frame in which the largest is lost', async () => {
    const finder = finderOf([face(300)], () => null)
    const seen = await frames(4, finder)
    expect(finder.searches()).toBe(4)
    expect(seen.every(([largest]) => largest?.box.width === 300)).toBe(true)
  })

  it('keep a second face while the largest is followed to where it is', async () => {
    const finder = finderOf([face(300), face(120)], (one) => face(one.box.width + 1))
    const seen = await frames(3, finder)
    expect(seen.map((each) => each.map(({ box }) => box.width))).toEqual([[300, 120], [301, 120], [302, 120]])
  })
})

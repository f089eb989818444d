import type { Inspected } from './guidance/best-of.ts'
import { reasonsOf } from './judge.ts'
import type { FaceFinder, Picture } from './landmarks/face-finder.ts'
import type { Lookout } from './landmarks/look-at.ts'
import { measureScene } from './measures/measure-scene.ts'
import type { Scene } from './measures/scene.ts'

export interface Inspection extends Inspected {
  /** Null without a face. */
  readonly scene: Scene | null
}

/** Everything that can be said of one picture. */
export async function inspect(picture: Picture, tools: { readonly finder: Pick<FaceFinder, 'find'>; readonly lookout: Lookout }): Promise<Inspection> {
  const scene = tools.lookout.look(picture, await tools.finder.find(picture))
  const measured = scene === null ? null : measureScene(scene)
  return { scene, measured, refusals: reasonsOf(measured, 'accept'), hints: reasonsOf(measured, 'hint') }
}

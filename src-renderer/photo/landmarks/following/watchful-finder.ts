import type { Face } from '../face.ts'
import type { FaceFinder, Picture } from '../face-finder.ts'

/** Frames for which the largest face is only followed: a second one is seen within a second, and no error lasts longer. */
const followedFor = 7

/** For one camera: finds the faces, follows the largest for some frames, and finds them all anew; at once when it is lost. */
export class WatchfulFinder {
  readonly #finder: FaceFinder
  #seen: readonly Face[] = []
  #followed = 0

  constructor(finder: FaceFinder) {
    this.#finder = finder
  }

  async find(picture: Picture): Promise<readonly Face[]> {
    const [largest, ...others] = this.#seen
    const again = largest === undefined || this.#followed >= followedFor ? null : this.#finder.follow(picture, largest)
    if (again === null) {
      this.#followed = 0
      this.#seen = await this.#finder.find(picture)
    } else {
      this.#followed += 1
      this.#seen = [again, ...others]
    }
    return this.#seen
  }
}

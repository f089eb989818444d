import { openCamera, type Camera } from './camera/open-camera.ts'
import { FrameLoop } from './camera/frame-loop.ts'
import { Capture } from './capture.ts'
import { Guide } from './guidance/guide.ts'
import { inspect } from './inspect.ts'
import { cutOut } from './jpeg/cut-out.ts'
import { sharedFaceFinder, type FaceFinder, type Picture } from './landmarks/face-finder.ts'
import { WatchfulFinder } from './landmarks/following/watchful-finder.ts'
import { Lookout } from './landmarks/look-at.ts'
import type { Scene } from './measures/scene.ts'
import { done, failed, type Outcome, type PhotoFailure } from './outcome.ts'
import { candidateOf, changes, closed, outlineOf, type Candidate, type StudioSnapshot } from './studio-state.ts'
import { openFile } from './upload/open-file.ts'

export type { Candidate, Outline, StudioSnapshot } from './studio-state.ts'

interface Waiting {
  readonly capture: Capture
  readonly end: (outcome: Outcome<Capture>) => void
}

interface LiveTools {
  readonly finder: FaceFinder
  readonly watchful: WatchfulFinder
  readonly lookout: Lookout
}

/**
 * Camera, live guidance, best of some frames, cut-out photo, and the same for a file: what a photo screen needs, without
 * React. `subscribe` and `snapshot` are made for useSyncExternalStore. Frames stay in here; only `choose` gives bytes away.
 */
export class PhotoStudio {
  readonly #listeners = new Set<() => void>()
  readonly #guide = new Guide()
  #snapshot: StudioSnapshot = closed
  #camera: Camera | null = null
  #loop: FrameLoop | null = null
  #waiting: Waiting | null = null
  /** Goes up with every start and stop: what was begun before has nothing to say any more. */
  #turn = 0
  #nextId = 1
  #times: number[] = []

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): StudioSnapshot => this.#snapshot

  /** Loads the models ahead, while the person reads the screen before. */
  async prepare(): Promise<Outcome<FaceFinder>> {
    try {
      return done(await sharedFaceFinder())
    } catch {
      return failed('modelsMissing')
    }
  }

  /** Opens the camera in the element and begins to guide. Candidates of before stay. */
  async start(video: HTMLVideoElement): Promise<Outcome<void>> {
    this.#close()
    const turn = (this.#turn += 1)
    this.#show({ state: 'opening', failure: null })
    const [finder, camera] = await Promise.all([this.prepare(), openCamera(video, 'photo')])
    if (turn !== this.#turn || !finder.ok || !camera.ok) {
      if (camera.ok) camera.value.close()
      if (turn !== this.#turn) return failed('notRunning')
      return this.#fail(!camera.ok ? camera.failure : 'modelsMissing')
    }
    this.#camera = camera.value
    camera.value.onPulled = () => void this.#fail('cameraPulled')
    const tools = { finder: finder.value, watchful: new WatchfulFinder(finder.value), lookout: new Lookout() }
    this.#loop = new FrameLoop(video, (frame) => this.#look(frame, tools, turn))
    this.#loop.start()
    this.#show({ state: 'live' })
    return done(undefined)
  }

  /** Takes the best of the next frames. It becomes a candidate even with reasons against it: those are for the screen and, with an exception, for the clerk. */
  async capture(): Promise<Outcome<Candidate>> {
    if (this.#snapshot.state !== 'live') return failed('notRunning')
    const turn = this.#turn
    this.#show({ state: 'capturing' })
    const taken = await new Promise<Outcome<Capture>>((end) => (this.#waiting = { capture: new Capture(), end }))
    if (!taken.ok) return taken
    const { best } = taken.value
    const candidate = best === null ? null : await this.#candidate('camera', best.picture, best.scene, best)
    // The camera can have been pulled while the photo was cut out; the photo is good all the same.
    if (this.#isCapturing()) this.#show({ state: 'live' })
    if (candidate === null) return failed('noFace')
    if (turn !== this.#turn) return failed('notRunning')
    return this.#offer(candidate)
  }

  /** A photo from a file or a phone: format rules first, then the checks of a capture. */
  async upload(file: Blob): Promise<Outcome<Candidate>> {
    const picture = await openFile(file)
    if (!picture.ok) return picture
    const finder = await this.prepare()
    if (!finder.ok) return finder
    const inspection = await inspect(picture.value, { finder: finder.value, lookout: new Lookout() })
    if (inspection.scene === null) return failed('noFace')
    return this.#offer(await this.#candidate('file', picture.value, inspection.scene, inspection))
  }

  /** The chosen photo; all the others are forgotten. Null for one that is no longer there. */
  choose(id: number): Candidate | null {
    const chosen = this.#snapshot.candidates.find((candidate) => candidate.id === id) ?? null
    if (chosen !== null) this.#show({ candidates: [] })
    return chosen
  }

  discard(id: number): void {
    this.#show({ candidates: this.#snapshot.candidates.filter((candidate) => candidate.id !== id) })
  }

  /** Lets the camera go and forgets every picture. */
  stop(): void {
    this.#turn += 1
    this.#close()
    this.#snapshot = closed
    this.#tell()
  }

  async #look(frame: HTMLCanvasElement, { finder, watchful, lookout }: LiveTools, turn: number): Promise<void> {
    const waiting = this.#waiting
    // What may become the photo is looked at as a file is; guidance can do with less.
    const inspection = await inspect(frame, { finder: waiting === null ? watchful : finder, lookout })
    if (turn !== this.#turn || this.#loop === null) return
    const { reason, ready } = this.#guide.next(inspection.hints)
    this.#show({ guidance: reason, ready, fps: this.#rate(), outline: outlineOf(inspection.scene) })
    if (waiting?.capture.add(frame, inspection)) this.#endCapture(done(waiting.capture))
  }

  async #candidate(source: Candidate['source'], picture: Picture, scene: Scene, inspection: Parameters<typeof candidateOf>[3]): Promise<Candidate> {
    return candidateOf(this.#nextId++, source, await cutOut(picture, scene.crop), inspection)
  }

  #offer(candidate: Candidate): Outcome<Candidate> {
    this.#show({ candidates: [...this.#snapshot.candidates, candidate] })
    return done(candidate)
  }

  /** Frames of the last second. */
  #rate(): number {
    const now = performance.now()
    this.#times = [...this.#times.filter((time) => now - time < 1000), now]
    return this.#times.length
  }

  #endCapture(outcome: Outcome<Capture>): void {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.end(outcome)
  }

  #isCapturing(): boolean {
    return this.#snapshot.state === 'capturing'
  }

  #fail(failure: PhotoFailure): { readonly ok: false; readonly failure: PhotoFailure } {
    this.#close(failure)
    this.#show({ state: 'failed', failure })
    return failed(failure)
  }

  #close(why: PhotoFailure = 'notRunning'): void {
    this.#loop?.stop()
    this.#loop = null
    this.#camera?.close()
    this.#camera = null
    this.#times = []
    this.#guide.reset()
    this.#endCapture(failed(why))
    this.#show({ guidance: null, ready: false, fps: 0, outline: null })
  }

  #show(change: Partial<StudioSnapshot>): void {
    if (!changes(this.#snapshot, change)) return
    this.#snapshot = { ...this.#snapshot, ...change }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

import { describe, expect, it } from 'vitest'
import type { Camera } from '../../../src-renderer/photo/camera/open-camera.ts'
import { done, failed, type Outcome } from '../../../src-renderer/photo/outcome.ts'
import { acknowledged, CodeScanner, pause, untilRetry, type ScannerParts } from '../../../src-renderer/scan/code-scanner.ts'

type Texts = readonly string[] | null

/** A scanner with a clock of its own, before which these pictures come, one a look; none are left: nothing is seen. */
class Desk {
  readonly told: string[] = []
  readonly states: string[] = []
  readonly camera: Camera = { facesPerson: false, onPulled: () => undefined, close: () => (this.closed += 1) }
  closed = 0
  beeps = 0
  looks = 0
  atOnce = 0
  readonly scanner: CodeScanner<string>
  #now = 0
  #timers: { readonly at: number; readonly ring: () => void }[] = []

  constructor(pictures: Texts[], openings: Outcome<'opens'>[] = []) {
    const reader = {
      read: async (): Promise<Texts> => {
        this.looks += 1
        this.atOnce += 1
        expect(this.atOnce).toBe(1)
        await Promise.resolve()
        this.atOnce -= 1
        const next = pictures.shift()
        return next === undefined ? [] : next
      },
      close: () => undefined,
    }
    const parts: ScannerParts<string> = {
      openCamera: () => {
        const opening = openings.shift()
        return Promise.resolve(opening === undefined || opening.ok ? done(this.camera) : opening)
      },
      openReader: () => reader,
      pictureOf: () => Promise.resolve({ width: 1, height: 1, close: () => undefined }),
      acknowledge: () => (this.beeps += 1),
      now: () => this.#now,
      wait: (milliseconds) => new Promise((ring) => this.#timers.push({ at: this.#now + milliseconds, ring })),
    }
    this.scanner = new CodeScanner(parts)
    this.scanner.subscribe(() => this.states.push(this.scanner.snapshot().failure ?? this.scanner.snapshot().state))
  }

  async start(holdsBack = false): Promise<void> {
    void this.scanner.start('video', { holdsBack, onCode: (text) => this.told.push(text) })
    await this.#settle()
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#now = next.at
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.ring()
      await this.#settle()
    }
    this.#now = until
  }

  async #settle(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  }
}

describe('the scanner', () => {
  it('looks a few times a second, never at two pictures at once', async () => {
    const desk = new Desk([])
    await desk.start()
    await desk.pass(10 * pause)
    expect(desk.looks).toBe(11)
  })

  it('says that it has read a code before it tells it, once', async () => {
    const desk = new Desk([[], ['form'], ['form'], ['form']])
    await desk.start()
    await desk.pass(pause)
    expect(desk.scanner.snapshot().state).toBe('found')
    expect([desk.told, desk.beeps]).toEqual([[], 1])
    await desk.pass(acknowledged)
    expect(desk.told).toEqual(['form'])
    await desk.pass(20 * pause)
    expect([desk.told, desk.beeps]).toEqual([['form'], 1])
  })

  it('goes on after a wrong code', async () => {
    const desk = new Desk([['poster'], [], ['form']])
    await desk.start()
    await desk.pass(2 * acknowledged + 4 * pause)
    expect(desk.told).toEqual(['poster', 'form'])
  })

  it('tells nothing after it was stopped, and lets the camera go', async () => {
    const desk = new Desk([['form']])
    await desk.start()
    desk.scanner.stop()
    await desk.pass(60_000)
    expect([desk.told, desk.closed, desk.scanner.snapshot().state]).toEqual([[], 1, 'closed'])
  })

  it('lets a camera go that opens only after it was stopped', async () => {
    const desk = new Desk([])
    void desk.scanner.start('video', { holdsBack: false, onCode: () => undefined })
    desk.scanner.stop()
    await desk.pass(0)
    expect([desk.closed, desk.looks]).toEqual([1, 0])
  })

  it.each(['noCamera', 'cameraInUse', 'cameraDenied', 'cameraSilent'] as const)('says %s, keeps saying it, and looks as soon as it can', async (failure) => {
    const desk = new Desk([], [failed(failure), failed(failure)])
    await desk.start()
    expect(desk.scanner.snapshot()).toMatchObject({ state: 'failed', failure })
    await desk.pass(untilRetry)
    expect(new Set(desk.states.slice(2))).toEqual(new Set([failure]))
    await desk.pass(untilRetry)
    expect(desk.scanner.snapshot()).toMatchObject({ state: 'looking', failure: null, isMirrored: false })
  })

  it('says that the camera was pulled, and takes it again when it is back', async () => {
    const desk = new Desk([], [done('opens'), failed('noCamera')])
    await desk.start()
    desk.camera.onPulled()
    await desk.pass(pause)
    expect([desk.scanner.snapshot().failure, desk.closed]).toEqual(['cameraPulled', 1])
    await desk.pass(2 * untilRetry)
    expect(desk.scanner.snapshot().state).toBe('looking')
  })

  it('says that nothing can be read here, and lets the camera go', async () => {
    const desk = new Desk([null])
    await desk.start()
    expect([desk.scanner.snapshot().failure, desk.closed]).toEqual(['readerMissing', 1])
  })

  it('tells no code that lies there since it was refused', async () => {
    const desk = new Desk(Array<Texts>(40).fill(['stale form']))
    await desk.start(true)
    await desk.pass(40 * pause)
    expect(desk.told).toEqual([])
  })
})

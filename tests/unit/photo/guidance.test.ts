import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { photoReasons } from '../../../src-preload/contract/values.ts'
import { bestOf } from '../../../src-renderer/photo/guidance/best-of.ts'
import { Guide } from '../../../src-renderer/photo/guidance/guide.ts'
import { reasonsOf } from '../../../src-renderer/photo/judge.ts'
import { clerkOnly, inOrder, reasons, type Reason } from '../../../src-renderer/photo/reasons.ts'
import { thresholds } from '../../../src-renderer/photo/thresholds.ts'
import { goodValues } from './support/good-values.ts'

const feed = (guide: Guide, frames: readonly (readonly Reason[])[]): (Reason | null)[] => frames.map((each) => guide.next(each).reason)

describe('live guidance', () => {
  it('tells a reason when most of the last frames had it', () => {
    expect(feed(new Guide(), [['tooFar'], ['tooFar'], ['tooFar']])).toEqual([null, null, 'tooFar'])
  })

  it('does not flicker when a frame between has no reason or another one', () => {
    const told = feed(new Guide(), [['tooFar'], ['tooFar'], ['tooFar'], [], ['tooFar'], ['eyesClosed'], ['tooFar'], [], ['tooFar']])
    expect(told.slice(2).every((reason) => reason === 'tooFar')).toBe(true)
  })

  it('is not moved by a blink', () => {
    expect(feed(new Guide(), [[], [], ['eyesClosed'], ['eyesClosed'], [], []])).toEqual([null, null, null, null, null, null])
  })

  it('gives way to what is more urgent', () => {
    const guide = new Guide()
    feed(guide, [['mouthOpen'], ['mouthOpen'], ['mouthOpen']])
    const both = inOrder(['mouthOpen', 'dark'])
    expect(feed(guide, [both, both, both])).toEqual(['mouthOpen', 'mouthOpen', 'dark'])
  })

  it('is ready only when four frames in a row had nothing against them', () => {
    const guide = new Guide()
    expect([[], [], [], [], ['turned'], [], [], [], []].map((each) => guide.next(each as Reason[]).ready)).toEqual([false, false, false, true, false, false, false, false, true])
  })

  it('never tells what none of the last four frames had', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray([...reasons]), { maxLength: 30 }), (frames) => {
        const guide = new Guide()
        frames.forEach((frame, index) => {
          const { reason, ready } = guide.next(frame)
          const last = frames.slice(Math.max(0, index - 3), index + 1).flat()
          if (reason !== null) expect(last).toContain(reason)
          if (ready) expect(reason).toBeNull()
        })
      }),
    )
  })
})

describe('the table of limits', () => {
  it('has a row for every reason but the missing face, and each says where it comes from', () => {
    expect(new Set(thresholds.map(({ reason }) => reason))).toEqual(new Set(reasons.filter((reason) => reason !== 'noFace')))
    for (const { source, unit } of thresholds) expect(Math.min(source.length, unit.length)).toBeGreaterThan(2)
  })

  it('asks of the live picture at least what it asks of the photo', () => {
    for (const { accept, hint } of thresholds) {
      expect(hint.least ?? -Infinity).toBeGreaterThanOrEqual(accept.least ?? -Infinity)
      expect(hint.most ?? Infinity).toBeLessThanOrEqual(accept.most ?? Infinity)
    }
  })

  it('has nothing against ordinary values', () => {
    expect(reasonsOf(goodValues, 'accept')).toEqual([])
    expect(reasonsOf(goodValues, 'hint')).toEqual([])
  })

  it.each(thresholds)('names $reason when $measure is beyond its limit, and not at it', ({ measure, reason, accept }) => {
    for (const [edge, beyond] of [[accept.least, -1], [accept.most, 1]] as const) {
      if (edge === undefined) continue
      expect(reasonsOf({ ...goodValues, [measure]: edge }, 'accept')).not.toContain(reason)
      expect(reasonsOf({ ...goodValues, [measure]: edge + beyond * (Math.abs(edge) + 1) * 1e-3 }, 'accept')).toContain(reason)
    }
  })

  it('says nothing of what could not be measured', () => {
    expect(reasonsOf({ ...goodValues, gazeAside: null, cheekEvenness: Number.NaN }, 'accept')).toEqual([])
  })

  it('names the missing face alone', () => {
    expect(reasonsOf(null, 'accept')).toEqual(['noFace'])
  })

  it('has the reasons of the contract, all of them', () => {
    expect(new Set(reasons)).toEqual(new Set(photoReasons.machine))
    expect(new Set(clerkOnly)).toEqual(new Set(photoReasons.clerk))
  })

  it('leaves to the clerk what no measure can decide', () => {
    expect(clerkOnly.filter((each) => (reasons as readonly string[]).includes(each))).toEqual([])
  })
})

describe('the best of some pictures', () => {
  const picture = (refusals: readonly Reason[], hints: readonly Reason[], edgeVariance: number, eyeOpenness = 0.3) => ({ refusals, hints, measured: { ...goodValues, edgeVariance, eyeOpenness } })

  it('has the fewest reasons, then the fewest hints, then open eyes, then sharpness', () => {
    const sharp = picture([], [], 30)
    const open = picture([], [], 10, 0.5)
    expect(bestOf([picture(['gaze'], ['gaze'], 90), picture([], ['rolled'], 80), sharp, open])).toBe(open)
    expect(bestOf([picture([], [], 20), sharp])).toBe(sharp)
  })

  it('is not lost to a later one that is worse', () => {
    const early = picture([], [], 25)
    expect(bestOf([early, picture(['eyesClosed'], ['eyesClosed'], 60)])).toBe(early)
  })

  it('is nothing of nothing', () => {
    expect(bestOf([])).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepEqualParts } from '../../../../src-renderer/glass/keep-equal-parts.ts'

describe('a new snapshot beside the last one', () => {
  it('says what it says, whatever came before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (previous, next) => {
        expect(keepEqualParts(previous, next)).toEqual(next)
      }),
    )
  })

  it('is the last one itself when nothing is new', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (previous) => {
        // Numbers such as -0 are not JSON, but may come out of the generator.
        const text = JSON.stringify(previous)
        const first: unknown = JSON.parse(text)
        expect(keepEqualParts(first, JSON.parse(text))).toBe(first)
      }),
    )
  })

  it('keeps the parts that did not change, and none that did', () => {
    const previous = { terminal: { number: 'T01' }, screen: { order: { include: ['relationship'] }, available: ['relationship', 'other'] } }
    const next = { terminal: { number: 'T01' }, screen: { order: { include: [] as string[] }, available: ['relationship', 'other'] } }
    const kept = keepEqualParts(previous, next)
    expect(kept.terminal).toBe(previous.terminal)
    expect(kept.screen.available).toBe(previous.screen.available)
    expect(kept.screen).not.toBe(previous.screen)
    expect(kept.screen.order.include).toEqual([])
  })

  it('does not take a list for an object, nor a missing part for an undefined one', () => {
    expect(keepEqualParts({ 0: 'a' }, ['a'])).toEqual(['a'])
    expect(keepEqualParts({ left: undefined }, {})).toEqual({})
    expect(Object.keys(keepEqualParts({ left: 1, gone: 2 }, { left: 1 }))).toEqual(['left'])
  })
})

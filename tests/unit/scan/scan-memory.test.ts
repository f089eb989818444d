import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awayAfter, heldBackFor, mostCharacters, ScanMemory } from '../../../src-renderer/scan/scan-memory.ts'

const fresh = (): ScanMemory => new ScanMemory(0, { holdsBack: false })

describe('what the camera sees', () => {
  it('is told once, however long it stays', () => {
    const memory = fresh()
    expect(memory.news(['form'], 0)).toBe('form')
    for (let now = 250; now < 60_000; now += 250) expect(memory.news(['form'], now)).toBeNull()
  })

  it('is not told again after a few looks that missed it', () => {
    const memory = fresh()
    memory.news(['form'], 0)
    expect(memory.news([], 250)).toBeNull()
    expect(memory.news(['form'], awayAfter - 1)).toBeNull()
  })

  it('is told again when it was taken away and shown once more', () => {
    const memory = fresh()
    memory.news(['form'], 0)
    expect(memory.news(['form'], awayAfter)).toBe('form')
  })

  it('is told at once after another code', () => {
    const memory = fresh()
    expect(memory.news(['poster'], 0)).toBe('poster')
    expect(memory.news(['form'], 250)).toBe('form')
  })

  it('is told together, a line each, when one picture has several new codes', () => {
    expect(fresh().news(['poster', 'form', 'poster'], 0)).toBe('poster\nform')
  })

  it('is told without what was told before', () => {
    const memory = fresh()
    memory.news(['poster'], 0)
    expect(memory.news(['poster', 'form'], 250)).toBe('form')
  })

  it('is nothing when it is empty or longer than the channel takes', () => {
    expect(fresh().news(['', 'x'.repeat(mostCharacters + 1)], 0)).toBeNull()
  })

  it('is never longer than the channel takes, whatever is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 700 }), { maxLength: 6 }), (texts) => {
        expect(fresh().news(texts, 0)?.length ?? 1).toBeLessThanOrEqual(mostCharacters)
      }),
    )
  })
})

describe('after a refusal', () => {
  it('the paper that still lies there is not told, until it was taken away', () => {
    const memory = new ScanMemory(1000, { holdsBack: true })
    let now = 1000
    for (; now < 1000 + heldBackFor + 5000; now += 250) expect(memory.news(['stale form'], now)).toBeNull()
    expect(memory.news(['stale form'], now + awayAfter)).toBe('stale form')
  })

  it('another form is told', () => {
    const memory = new ScanMemory(0, { holdsBack: true })
    memory.news(['stale form'], 500)
    expect(memory.news(['new form'], heldBackFor)).toBe('new form')
  })
})

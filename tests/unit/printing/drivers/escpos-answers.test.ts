import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EscposAnswerReader } from '../../../../src-main/printing/drivers/escpos/escpos-answers.ts'
import { automaticCondition, realTimeCondition, sensesPaper } from '../../../../src-main/printing/drivers/escpos/escpos-status.ts'

const read = (...bytes: number[]): ReturnType<EscposAnswerReader['read']> => new EscposAnswerReader().read(Uint8Array.from(bytes))

describe('answers of an ESC/POS printer', () => {
  it('are told apart by their fixed bits', () => {
    expect(read(0x16)).toEqual([{ kind: 'realTime', byte: 0x16 }])
    expect(read(0x0c)).toEqual([{ kind: 'paperSensor', byte: 0x0c }])
    expect(read(0x37, 0x25, 0)).toEqual([{ kind: 'cleared' }])
    expect(read(0x37, 0x22, 0x30, 0x31, 0x32, 0x33, 0)).toEqual([{ kind: 'processId', id: '0123' }])
    expect(read(0x14, 0, 0, 0x0f)).toEqual([{ kind: 'automatic', bytes: [0x14, 0, 0, 0x0f] }])
  })

  it('are the same however the bytes are cut', () => {
    const stream = [0x16, 0x14, 0, 0, 0x0f, 0x37, 0x22, 0x30, 0x31, 0x32, 0x33, 0, 0x12, 0x37, 0x25, 0, 0x0c]
    const whole = read(...stream)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }), (sizes) => {
        const reader = new EscposAnswerReader()
        let at = 0
        const pieces = sizes.flatMap((size) => {
          const piece = reader.read(Uint8Array.from(stream.slice(at, at + size)))
          at += size
          return piece
        })
        expect(pieces).toEqual(whole)
      }),
    )
  })

  it('are found again behind any noise, and noise never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
        const reader = new EscposAnswerReader()
        reader.read(noise)
        // A block that began in the noise swallows at most what a block may hold.
        reader.read(new Uint8Array(16).fill(0x80))
        expect(reader.read(Uint8Array.of(0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0))).toContainEqual({ kind: 'processId', id: 'ABCD' })
      }),
      { numRuns: 2_000 },
    )
  })

  it('pass over flow control, also inside a block', () => {
    expect(read(0x11, 0x16, 0x13)).toEqual([{ kind: 'realTime', byte: 0x16 }])
    expect(read(0x37, 0x22, 0x13, 0x30, 0x31, 0x32, 0x33, 0)).toEqual([{ kind: 'processId', id: '0123' }])
  })
})

describe('conditions', () => {
  it.each([
    [[0x16, 0x12, 0x12, 0x12], 'ready'],
    [[0x16, 0x12, 0x12, 0x1e], 'paperLow'],
    [[0x1e, 0x32, 0x12, 0x7e], 'paperOut'],
    [[0x1e, 0x36, 0x12, 0x7e], 'coverOpen'],
    [[0x1e, 0x52, 0x1a, 0x12], 'jam'],
    [[0x1e, 0x52, 0x52, 0x12], 'offline'],
    [[0x1e, 0x12, 0x12, 0x12], 'offline'],
  ] as const)('real-time status %j is %s', (bytes, condition) => {
    expect(realTimeCondition(bytes)).toBe(condition)
  })

  it.each([
    [[0x14, 0, 0, 0x0f], 'ready'],
    [[0x14, 0, 0x03, 0x0f], 'paperLow'],
    [[0x1c, 0, 0x0f, 0x0f], 'paperOut'],
    [[0x3c, 0, 0, 0x0f], 'coverOpen'],
    [[0x1c, 0x08, 0, 0x0f], 'jam'],
    [[0x1c, 0, 0, 0x0f], 'offline'],
  ] as const)('automatic status %j is %s', (bytes, condition) => {
    expect(automaticCondition(bytes)).toBe(condition)
  })

  it('paper is sensed by both bits', () => {
    expect([0x00, 0x03, 0x0c, 0x0f].map(sensesPaper)).toEqual([true, true, false, false])
  })
})

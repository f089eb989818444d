import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { decodeCommand, encodeCommand } from '../../../../src-main/card/codec/command-apdu.ts'
import { joinResponse, splitResponse } from '../../../../src-main/card/codec/response-apdu.ts'
import { formatStatusWord, statusMeaning, statusWord } from '../../../../src-main/card/codec/status-word.ts'

const header = { cla: 0x00, ins: 0xb0, p1: 0x01, p2: 0x02 }
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('command APDU', () => {
  it.each([
    ['no data, none expected', {}, '00b00102'],
    ['256 bytes expected', { le: 256 }, '00b0010200'],
    ['data', { data: Uint8Array.of(1, 2) }, '00b00102020102'],
    ['data and answer', { data: Uint8Array.of(9), le: 16 }, '00b0010201' + '09' + '10'],
    ['65,536 bytes expected', { le: 65_536 }, '00b00102000000'],
    ['300 bytes expected', { le: 300 }, '00b0010200012c'],
    ['data and 65,536 bytes expected', { data: Uint8Array.of(9), le: 65_536 }, '00b00102000001' + '09' + '0000'],
  ])('with %s', (_what, body, expected) => {
    expect(hex(encodeCommand({ ...header, ...body }))).toBe(expected)
  })

  it('is read back as it was written, short and extended', () => {
    const length = fc.oneof(fc.integer({ min: 1, max: 260 }), fc.constantFrom(255, 256, 257, 65_535))
    const expected = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(65_535, 65_536))
    fc.assert(
      fc.property(fc.option(length, { nil: undefined }), fc.option(expected, { nil: undefined }), (dataLength, le) => {
        const command = {
          ...header,
          ...(dataLength === undefined ? {} : { data: new Uint8Array(dataLength).fill(7) }),
          ...(le === undefined ? {} : { le }),
        }
        expect(decodeCommand(encodeCommand(command))).toEqual(command)
      }),
    )
  })

  it('is refused where its lengths do not add up, never thrown over', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const command = decodeCommand(bytes)
        if (command !== null) expect((command.data?.length ?? 0) + 4).toBeLessThanOrEqual(bytes.length)
      }),
    )
    for (const broken of ['', '00', '00a404', '00a4040c05d392', '00a4040c01d39200ff', '00b00000000001', '00b000000000']) {
      const command = decodeCommand(Buffer.from(broken, 'hex'))
      expect(broken === '00b00000000001' ? command?.le : command).toBe(broken === '00b00000000001' ? 1 : null)
    }
  })

  it('of an impossible length is a bug of the caller', () => {
    expect(() => encodeCommand({ ...header, data: new Uint8Array(0) })).toThrow(RangeError)
    expect(() => encodeCommand({ ...header, le: 65_537 })).toThrow(RangeError)
  })
})

describe('response APDU', () => {
  it('splits into data and status word', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: 0xffff }), (data, statusWord) => {
        const split = splitResponse(joinResponse(statusWord, data))
        expect(split.ok && [hex(split.value.data), split.value.statusWord]).toEqual([hex(data), statusWord])
      }),
    )
  })

  it('is read from a view into a larger buffer', () => {
    const larger = Uint8Array.of(1, 2, 0x90, 0x00, 5)
    expect(splitResponse(larger.subarray(1, 4))).toMatchObject({ value: { statusWord: 0x9000 } })
  })
})

describe('status word', () => {
  it('has a meaning for each of its 65,536 values', () => {
    const kinds = new Set(Object.keys(statusWord))
    for (let word = 0; word <= 0xffff; word += 1) {
      const { kind } = statusMeaning(word)
      expect(kinds.has(kind) || ['triesLeft', 'moreData', 'exactLe', 'unknown'].includes(kind)).toBe(true)
    }
    expect(statusMeaning(0x63c2)).toEqual({ kind: 'triesLeft', tries: 2 })
    expect(statusMeaning(0x6100)).toEqual({ kind: 'moreData', bytes: 256 })
    expect(statusMeaning(0x6c11)).toEqual({ kind: 'exactLe', le: 17 })
    expect(statusMeaning(0x6984)).toEqual({ kind: 'keyBlocked' })
  })

  it('is written as four hex digits', () => {
    expect([formatStatusWord(0x9000), formatStatusWord(0x000a)]).toEqual(['9000', '000A'])
  })
})

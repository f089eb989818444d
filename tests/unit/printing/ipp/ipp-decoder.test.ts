import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { booleanValues, decodeIpp, IppFormatError, numberValues, textValues } from '../../../../src-main/printing/ipp/ipp-decoder.ts'
import { encodeIpp, ippGroup, ippOperation, ippTag } from '../../../../src-main/printing/ipp/ipp-message.ts'
import { ippAnswer } from '../../../fixtures/printing/scripted-ipp-server.ts'

const answer = ippAnswer(0, 7, [
  [1, [[0x47, 'attributes-charset', 'utf-8']]],
  [
    4,
    [
      [0x23, 'printer-state', 3],
      [0x44, 'printer-state-reasons', 'media-low-report', 'cover-open'],
      [0x22, 'printer-is-accepting-jobs', true],
      [0x21, 'queued-job-count', -1],
    ],
  ],
])

describe('IPP messages', () => {
  it('are read group by group, with every value of a set', () => {
    const response = decodeIpp(answer)
    expect([response.version, response.status, response.requestId]).toEqual([[2, 0], 0, 7])
    expect(numberValues(response, ippGroup.printer, 'printer-state')).toEqual([3])
    expect(numberValues(response, ippGroup.printer, 'queued-job-count')).toEqual([-1])
    expect(textValues(response, ippGroup.printer, 'printer-state-reasons')).toEqual(['media-low-report', 'cover-open'])
    expect(booleanValues(response, ippGroup.printer, 'printer-is-accepting-jobs')).toEqual([true])
  })

  it('give nothing for what is not there, is in another group, or has another type', () => {
    const response = decodeIpp(answer)
    expect(textValues(response, ippGroup.printer, 'job-id')).toEqual([])
    expect(numberValues(response, ippGroup.job, 'printer-state')).toEqual([])
    expect(textValues(response, ippGroup.printer, 'printer-state')).toEqual([])
  })

  it('are refused wherever they are cut', () => {
    for (let length = 0; length < answer.length; length += 1) expect(() => decodeIpp(answer.subarray(0, length))).toThrow(IppFormatError)
  })

  it('of any bytes are read or refused with an offset, never anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.tuple(fc.nat(answer.length - 1), fc.nat(255)).map(([at, byte]) => answer.with(at, byte))), (bytes) => {
        try {
          decodeIpp(bytes)
        } catch (error) {
          if (!(error instanceof IppFormatError)) throw error
          expect(error.offset).toBeLessThanOrEqual(bytes.length)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('with more values than any printer has are refused', () => {
    expect(() => decodeIpp(ippAnswer(0, 1, [[4, [[0x21, 'x', ...new Array<number>(20_001).fill(1)]]]]))).toThrow('too many values')
  })

  it.each([
    ['an attribute before any group', Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 0x44, 0, 1, 97, 0, 0, 3])],
    ['a further value of no attribute', Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 4, 0x44, 0, 0, 0, 0, 3])],
    ['an integer is not four bytes', Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 4, 0x21, 0, 1, 97, 0, 1, 0, 3])],
    ['a boolean is not one byte', Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 4, 0x22, 0, 1, 97, 0, 0, 3])],
  ])('refuse %s', (reason, bytes) => {
    expect(() => decodeIpp(bytes)).toThrow(reason)
  })

  it('can not be tricked by attribute names that objects have', () => {
    const response = decodeIpp(ippAnswer(0, 1, [[4, [[0x44, '__proto__', 'x']]]]))
    expect(textValues(response, ippGroup.printer, '__proto__')).toEqual(['x'])
    expect(textValues(response, ippGroup.printer, 'constructor')).toEqual([])
  })

  it('are written as RFC 8010 shows them', () => {
    const bytes = encodeIpp({
      version: [1, 1],
      operation: ippOperation.getPrinterAttributes,
      requestId: 1,
      operationAttributes: [{ tag: ippTag.charset, name: 'attributes-charset', values: ['utf-8'] }],
      jobAttributes: [{ tag: ippTag.keyword, name: 'sides', values: ['one-sided', 'x'] }],
    })
    expect(bytes.toString('latin1')).toBe(
      '\x01\x01\x00\x0b\x00\x00\x00\x01\x01\x47\x00\x12attributes-charset\x00\x05utf-8\x02\x44\x00\x05sides\x00\x09one-sided\x44\x00\x00\x00\x01x\x03',
    )
  })
})

import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { derTotalLength } from '../../../../src-main/card/codec/der-length.ts'
import { onlyTlv, readTlvHeader, readTlvs } from '../../../../src-main/card/codec/tlv.ts'
import { encodeTlv } from '../../../../src-main/training/card/chip/tlv-encoder.ts'
import { codeOf } from '../../../fixtures/card/observed-card.ts'

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex')
const tags = fc.oneof(fc.constantFrom(0x90, 0x91, 0x5f37, 0x7f21), fc.integer({ min: 0xdf20, max: 0xdf7e }), fc.integer({ min: 0xff20, max: 0xff7e }))

describe('BER-TLV', () => {
  it('reads what was written, minimal lengths or not, up to the filler', () => {
    const object = fc.record({ tag: tags, value: fc.uint8Array({ maxLength: 300 }), form: fc.constantFrom('minimal' as const, 'twoBytes' as const) })
    fc.assert(
      fc.property(fc.array(object, { maxLength: 6 }), fc.nat(20), (objects, filler) => {
        const file = Buffer.concat([...objects.map(({ tag, value, form }) => encodeTlv(tag, value, form)), new Uint8Array(filler).fill(0xff)])
        const read = readTlvs(file)
        expect(read.ok && read.value.map(({ tag, value }) => [tag, Buffer.from(value).toString('hex')])).toEqual(
          objects.map(({ tag, value }) => [tag, Buffer.from(value).toString('hex')]),
        )
      }),
    )
  })

  it.each([
    ['a tag alone', 'df'],
    ['no length', 'df21'],
    ['a length cut short', 'df218200'],
    ['a value cut short', 'df210501'],
    ['an indefinite length', '30800000'],
    ['a length of four bytes', '308400000001aa'],
    ['a tag of three bytes', 'df818001aa'],
    ['filler with something behind it', 'df2100ffffff01'],
  ])('with %s is malformed', (_what, hex) => {
    expect(codeOf(readTlvs(bytes(hex)))).toBe('CARD-MALFORMED')
  })

  it('never reads past the end of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (file) => {
        const read = readTlvs(file)
        if (read.ok) for (const { start, value } of read.value) expect(start + value.length).toBeLessThan(file.length)
        else expect(read.failure.code).toBe('CARD-MALFORMED')
      }),
      { numRuns: 20_000 },
    )
  })

  it('finds the one object with a tag and refuses two of them', () => {
    const twice = readTlvs(bytes('df2101aadf2101bb'))
    expect(twice.ok && codeOf(onlyTlv(twice.value, 0xdf21))).toBe('CARD-MALFORMED')
    expect(twice.ok && codeOf(onlyTlv(twice.value, 0xdf22))).toBe('CARD-MALFORMED')
  })

  it('reads the header of an object whose value is still on the card', () => {
    expect(readTlvHeader(bytes('ff4082009f'))).toEqual({ ok: true, value: { tag: 0xff40, headerLength: 5, valueLength: 0x9f } })
  })
})

describe('length of a DER certificate', () => {
  it.each([
    ['30820622', 1_574],
    ['3003', 5],
    ['308180', 131],
    ['3083010000', 65_541],
  ])('%s…', (head, total) => {
    expect(derTotalLength(bytes(head))).toEqual({ ok: true, value: total })
  })

  it.each(['', '30', '3080', '3082', '308206', '3182', '0482ffff', 'ffff', '3084ffffffff'])('%s… is malformed', (head) => {
    expect(codeOf(derTotalLength(bytes(head)))).toBe('CARD-MALFORMED')
  })
})

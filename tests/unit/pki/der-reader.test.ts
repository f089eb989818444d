import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as writer from '../../../src-main/training/issuer/x509/der-writer.ts'
import { contextTag, decode, DerCursor, TAG, wholeElement } from '../../../src-main/pki/der/der-reader.ts'
import { bitString, booleanValue, integerValue, objectIdentifier, timeValue } from '../../../src-main/pki/der/primitives.ts'

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex')
const read = (text: string) => decode(() => new DerCursor(hex(text), 'input').next())

describe('DER lengths', () => {
  it.each([
    ['an indefinite length', '30 80 00 00'],
    ['a long form below 128', '04 81 01 00'],
    ['leading zeros in the long form', '04 82 00 80'],
    ['more than four length octets', '04 85 01 00 00 00 00'],
    ['a length beyond the input', '04 05 00'],
    ['a length of four gigabytes', '04 84 ff ff ff ff'],
    ['a missing length', '04'],
    ['a cut length', '04 82 01'],
    ['a high tag number', '1f 81 01 00'],
  ])('refuses %s', (_, bytes) => {
    expect(read(bytes).ok).toBe(false)
  })

  it('reads every length that the writer writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70_000 }), (size) => {
        const element = wholeElement(writer.octetString(new Uint8Array(size)), TAG.octetString, 'input')
        expect(element.content.length).toBe(size)
      }),
    )
  })

  it('refuses anything after the one element', () => {
    expect(decode(() => wholeElement(hex('05 00 00'), TAG.null, 'input')).ok).toBe(false)
  })

  it('never throws anything but its own error on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const walked = decode(() => {
          const cursor = new DerCursor(bytes, 'input')
          while (!cursor.atEnd) cursor.next()
        })
        expect(typeof walked.ok).toBe('boolean')
      }),
      { numRuns: 2000 },
    )
  })

  it('tells a bug from broken input', () => {
    expect(() =>
      decode(() => {
        throw new TypeError('a bug')
      }),
    ).toThrow('a bug')
  })

  it('knows context tags', () => {
    expect([contextTag(0, 'constructed'), contextTag(2, 'primitive')]).toEqual([0xa0, 0x82])
  })
})

describe('integers', () => {
  it.each([
    ['nothing', ''],
    ['a needless zero octet', '00 7f'],
    ['a needless sign octet', 'ff 80'],
  ])('refuses %s', (_, content) => {
    expect(decode(() => integerValue(hex(content), 8, 'number')).ok).toBe(false)
  })

  it('reads what the writer writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 200n }), (value) => {
        expect(integerValue(wholeElement(writer.integer(value), TAG.integer, 'number').content, 32, 'number')).toBe(value)
      }),
    )
  })

  it('reads negative numbers as negative', () => {
    expect(integerValue(hex('ff'), 1, 'number')).toBe(-1n)
    expect(integerValue(hex('80 00'), 2, 'number')).toBe(-32_768n)
  })
})

describe('other primitives', () => {
  it('allows 00 and FF as booleans only', () => {
    expect(['00', 'ff', '01', '', '00 00'].map((text) => decode(() => booleanValue(hex(text), 'flag')).ok)).toEqual([true, true, false, false, false])
  })

  it.each(['1.2.840.113549.1.1.11', '2.5.29.15', '2.999.200149.8.5.1.3.30', '0.9.2342.19200300.100.1.1', '1.3.6.1.5.5.7.3.2'])(
    'reads object identifier %s',
    (dotted) => {
      expect(objectIdentifier(wholeElement(writer.objectIdentifier(dotted), TAG.objectIdentifier, 'oid').content, 'oid')).toBe(dotted)
    },
  )

  it('reads 128-bit arcs of UUIDs', () => {
    expect(objectIdentifier(hex('69 83ffffffffffffffffffffffffffffffffff7f'), 'oid')).toBe(`2.25.${2n ** 128n - 1n}`)
  })

  it.each([
    ['nothing', ''],
    ['a padded arc', '55 80 01'],
    ['a cut arc', '55 9d'],
    ['too many octets', '55'.repeat(65)],
  ])('refuses an object identifier of %s', (_, content) => {
    expect(decode(() => objectIdentifier(hex(content), 'oid')).ok).toBe(false)
  })

  it('refuses bit strings whose unused bits are set or too many', () => {
    expect(['07 80', '01 81', '08 00', '01', '', '00'].map((text) => decode(() => bitString(hex(text), 'bits')).ok)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ])
  })
})

describe('times', () => {
  const time = (tag: number, text: string) => decode(() => timeValue({ tag, content: Buffer.from(text), encoding: new Uint8Array() }, 'time'))

  it.each([
    [TAG.utcTime, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [TAG.utcTime, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [TAG.utcTime, '240229120000Z', '2024-02-29T12:00:00.000Z'],
    [TAG.generalizedTime, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
    [TAG.generalizedTime, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ])('reads tag %i %s', (tag, text, iso) => {
    expect(time(tag, text)).toEqual({ ok: true, value: new Date(iso) })
  })

  it.each([
    [TAG.utcTime, '2601010000Z', 'no seconds'],
    [TAG.utcTime, '260101000000+0900', 'an offset'],
    [TAG.utcTime, '20260101000000Z', 'a four-digit year'],
    [TAG.utcTime, '260230000000Z', '30 February'],
    [TAG.utcTime, '250229000000Z', '29 February of a common year'],
    [TAG.utcTime, '260101240000Z', 'hour 24'],
    [TAG.utcTime, '260101000060Z', 'second 60'],
    [TAG.utcTime, '261301000000Z', 'month 13'],
    [TAG.generalizedTime, '260101000000Z', 'a two-digit year'],
    [TAG.generalizedTime, '20260101000000.5Z', 'a fraction'],
    [TAG.octetString, '260101000000Z', 'another type'],
    [TAG.utcTime, '', 'nothing'],
  ])('refuses tag %i %s: %s', (...[tag, text]) => {
    expect(time(tag, text).ok).toBe(false)
  })

  it('reads back every second that the writer writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(9999, 11, 31) / 1000 }), (second) => {
        const instant = new Date(second * 1000)
        expect(timeValue(new DerCursor(writer.time(instant), 'time').next(), 'time')).toEqual(instant)
      }),
    )
  })
})

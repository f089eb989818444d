import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corporateNumberCheckDigit, isCorporateNumber } from '../../../../src-main/residents/codes/corporate-number.ts'
import { individualNumberCheckDigit, isIndividualNumber } from '../../../../src-main/residents/codes/individual-number.ts'
import { isMunicipalityCode, municipalityCodeCheckDigit } from '../../../../src-main/residents/codes/municipality-code.ts'
import { isResidenceCardNumber } from '../../../../src-main/residents/codes/residence-card-number.ts'
import { hasResidentRecordCodeForm, residentRecordCodeCheckDigit } from '../../../../src-main/residents/codes/resident-record-code.ts'

const digitStrings = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((digits) => digits.join(''))

/** A payload, the place of one wrong digit in it, and the text with that digit changed. */
const withOneError = (length: number): fc.Arbitrary<{ payload: string; wrong: string; from: number; to: number }> =>
  fc
    .record({ payload: digitStrings(length), place: fc.integer({ min: 0, max: length - 1 }), by: fc.integer({ min: 1, max: 9 }) })
    .map(({ payload, place, by }) => {
      const from = Number(payload.charAt(place))
      const to = (from + by) % 10
      return { payload, wrong: payload.slice(0, place) + String(to) + payload.slice(place + 1), from, to }
    })

/** Sum over the digits from the right with weights 2…7, 2…, modulo 11, as the published formula words it. */
const publishedRemainder = (payload: string): number =>
  Array.from(payload)
    .reverse()
    .reduce((sum, digit, index) => sum + Number(digit) * (index + 1 <= 6 ? index + 2 : index - 4), 0) % 11

describe('個人番号', () => {
  it.each([
    ['12345678901', 8],
    ['37947448445', 8],
    ['45497236486', 0],
    ['50795710072', 1],
    ['98320567321', 4],
  ])('%s is checked by %i', (payload, digit) => {
    expect(individualNumberCheckDigit(payload)).toBe(digit)
    expect(isIndividualNumber(`${payload}${digit}`)).toBe(true)
    for (let other = 0; other <= 9; other += 1) expect(isIndividualNumber(`${payload}${other}`)).toBe(other === digit)
  })

  it('follows the published formula, 0 for a remainder of 0 or 1', () => {
    fc.assert(
      fc.property(digitStrings(11), (payload) => {
        const remainder = publishedRemainder(payload)
        expect(individualNumberCheckDigit(payload)).toBe(remainder <= 1 ? 0 : 11 - remainder)
      }),
    )
  })

  it('catches every single wrong digit but between the remainders 0 and 1, which share the digit 0', () => {
    fc.assert(
      fc.property(withOneError(11), ({ payload, wrong }) => {
        const shared = publishedRemainder(payload) <= 1 && publishedRemainder(wrong) <= 1
        expect(individualNumberCheckDigit(wrong) === individualNumberCheckDigit(payload)).toBe(shared)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', '12345678901', '1234567890188', '12345678901a', '１２３４５６７８９０１８', ' 23456789018', '123456789018\n'])(
    'refuses %j',
    (text) => {
      expect(isIndividualNumber(text)).toBe(false)
    },
  )

  it('throws on a payload of another form: that is a bug of the caller', () => {
    expect(() => individualNumberCheckDigit('1234')).toThrow(RangeError)
    expect(() => individualNumberCheckDigit('1234567890x')).toThrow(RangeError)
  })
})

describe('住民票コード', () => {
  it.each([
    ['2472705960', 8],
    ['2484601622', 4],
    ['2520801764', 3],
    ['1234567890', 3],
  ])('%s is checked by %i', (payload, digit) => {
    expect(residentRecordCodeCheckDigit(payload)).toBe(digit)
  })

  it('follows the scheme of the samples', () => {
    fc.assert(
      fc.property(digitStrings(10), (payload) => {
        const remainder = publishedRemainder(payload)
        expect(residentRecordCodeCheckDigit(payload)).toBe(remainder <= 1 ? 0 : 11 - remainder)
      }),
    )
  })

  it('is refused for its form only, as the official rule was not found', () => {
    expect(hasResidentRecordCodeForm('12345678900')).toBe(true)
    for (const text of ['', '1234567890', '123456789001', '1234567890x', '１２３４５６７８９０３'])
      expect(hasResidentRecordCodeForm(text)).toBe(false)
  })
})

describe('全国地方公共団体コード', () => {
  it.each(['131016', '131041', '085421', '102016', '452025', '999997'])('accepts %s', (code) => {
    expect(municipalityCodeCheckDigit(code.slice(0, 5))).toBe(Number(code.charAt(5)))
    expect(isMunicipalityCode(code)).toBe(true)
  })

  it('takes the last digit of 11 − r: 1 for r = 0 and for r = 10, 0 for r = 1', () => {
    fc.assert(
      fc.property(digitStrings(5), (payload) => {
        expect(municipalityCodeCheckDigit(payload)).toBe(Number(String(11 - publishedRemainder(payload)).at(-1)))
      }),
    )
  })

  it('catches every single wrong digit but between the remainders 0 and 10, which share the digit 1', () => {
    fc.assert(
      fc.property(withOneError(5), ({ payload, wrong }) => {
        const shared = [payload, wrong].every((text) => [0, 10].includes(publishedRemainder(text)))
        expect(municipalityCodeCheckDigit(wrong) === municipalityCodeCheckDigit(payload)).toBe(shared)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', '13101', '1310166', '131017', 'abcdef', '１３１０１６'])('refuses %j', (text) => {
    expect(isMunicipalityCode(text)).toBe(false)
  })
})

describe('法人番号', () => {
  it.each([
    ['011001098993', 4],
    ['123456789012', 7],
    ['700110005901', 8],
  ])('%s is checked by the first digit %i', (payload, digit) => {
    expect(corporateNumberCheckDigit(payload)).toBe(digit)
    expect(isCorporateNumber(`${digit}${payload}`)).toBe(true)
  })

  it('never has the check digit 0', () => {
    fc.assert(
      fc.property(digitStrings(12), (payload) => {
        expect(corporateNumberCheckDigit(payload)).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('catches every single wrong digit but 0 for 9 and 9 for 0', () => {
    fc.assert(
      fc.property(withOneError(12), ({ payload, wrong, from, to }) => {
        expect(corporateNumberCheckDigit(wrong) === corporateNumberCheckDigit(payload)).toBe(Math.abs(from - to) === 9)
      }),
      { numRuns: 2000 },
    )
  })

  it.each(['', '011001098993', '40110010989930', '5011001098993', 'x011001098993'])('refuses %j', (text) => {
    expect(isCorporateNumber(text)).toBe(false)
  })
})

describe('在留カード番号', () => {
  it('is two letters, eight digits, two letters, half-width capitals', () => {
    expect(isResidenceCardNumber('AB12345678CD')).toBe(true)
    for (const text of ['', 'ab12345678cd', 'AB1234567CD', 'AB123456789CD', 'A112345678CD', 'ＡＢ12345678ＣＤ', 'AB12345678CD\n'])
      expect(isResidenceCardNumber(text)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { eraBirthDate, verificationNumberA, verificationNumberB } from '../../../../src-main/card/client/secrets/verification-number.ts'
import { codeOf, pin } from '../../../fixtures/card/observed-card.ts'

const number = (birthDate: string, expiryYear = 2031, code = '0102'): string => {
  const made = verificationNumberB({ birthDate, expiryYear, securityCode: pin(code) })
  return made.ok ? Buffer.from(made.value).toString() : made.failure.code
}

describe('照合番号B', () => {
  it.each([
    ['1987-07-15', '62071520310102'],
    ['2020-05-01', '02050120310102'],
    ['1989-01-07', '64010720310102'],
    ['1989-01-08', '01010820310102'],
    ['2019-04-30', '31043020310102'],
    ['2019-05-01', '01050120310102'],
    ['1926-12-24', '15122420310102'],
    ['1926-12-25', '01122520310102'],
    ['1912-07-29', '45072920310102'],
  ])('of somebody born on %s is %s: the year is counted by the era', (birthDate, expected) => {
    expect(number(birthDate)).toBe(expected)
  })

  it.each(['1987-07-??', '1987-??-??', '1987-02-30', '19870715', '', '1850-01-01'])('cannot be made of the birth date "%s"', (birthDate) => {
    expect(number(birthDate)).toBe('PIN-FORMAT')
  })

  it.each([
    [31, '0102'],
    [20_311, '0102'],
    [2031.5, '0102'],
    [2031, '102'],
    [2031, '01020'],
    [2031, '01a2'],
  ])('cannot be made of year %d and code %s', (year, code) => {
    expect(number('1987-07-15', year, code)).toBe('PIN-FORMAT')
  })

  it('has 14 digits whoever it is about', () => {
    const day = fc.date({ min: new Date('1873-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.integer({ min: 2000, max: 2099 }), fc.stringMatching(/^[0-9]{4}$/), (birthDate, year, code) => {
        expect(number(birthDate, year, code)).toMatch(new RegExp(`^\\d\\d${birthDate.slice(5).replace('-', '')}${year}${code}$`))
        const birth = eraBirthDate(birthDate)
        expect(birth.ok && Buffer.from(birth.value).toString()).toBe(number(birthDate, year, code).slice(0, 6))
      }),
    )
  })
})

describe('照合番号A', () => {
  it('is a copy of the twelve digits, which can be zeroed by itself', () => {
    const keyed = pin('012345678901')
    const made = verificationNumberA(keyed)
    if (!made.ok) throw new Error(made.failure.code)
    made.value.fill(0)
    expect(Buffer.from(keyed).toString()).toBe('012345678901')
  })

  it.each(['01234567890', '0123456789012', '01234567890x', ''])('is not "%s"', (text) => {
    expect(codeOf(verificationNumberA(pin(text)))).toBe('PIN-FORMAT')
  })
})

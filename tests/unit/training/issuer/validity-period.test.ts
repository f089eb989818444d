import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageAt, birthdayAfter, cardExpiry, certificateValidity, endOfDay, inRenewalWindow, japaneseCalendarDay } from '../../../../src-main/training/issuer/certificates/validity-period.ts'

const inJapan = (text: string): Date => new Date(`${text}+09:00`)
const facts = { at: inJapan('2026-06-01T10:00:00'), birthDate: '1985-04-03', cardExpiry: '2035-04-03', replaced: null, userAuthentication: null }
const ends = (kind: 'userAuthentication' | 'signature', changes: Partial<typeof facts | { replaced: Date | null; userAuthentication: Date | null }> = {}): string =>
  japaneseCalendarDay(certificateValidity(kind, { ...facts, ...changes }).notAfter)

describe('the end of a certificate', () => {
  it('is the 5th birthday after its issue, the last second of it', () => {
    expect(ends('userAuthentication')).toBe('2031-04-03')
    expect(certificateValidity('userAuthentication', facts)).toEqual({ notBefore: facts.at, notAfter: inJapan('2031-04-03T23:59:59') })
  })

  it.each([
    ['is the 6th for one renewed in the last three months', { replaced: inJapan('2026-08-31T23:59:59') }, '2032-04-03'],
    ['is the 5th on the day three months before, which is not in them yet', { replaced: inJapan('2026-09-01T23:59:59') }, '2031-04-03'],
    ['is the 5th when the one before is over', { replaced: inJapan('2026-05-31T23:59:59') }, '2031-04-03'],
    ['is the card\'s, when that comes before', { cardExpiry: '2030-12-31' }, '2030-12-31'],
  ] as const)('%s', (_, changes, expected) => {
    expect(ends('userAuthentication', changes)).toBe(expected)
  })

  it('of 署名用 is the 利用者証明用\'s, when that comes before', () => {
    expect(ends('signature', { userAuthentication: inJapan('2028-04-03T23:59:59') })).toBe('2028-04-03')
    expect(ends('signature', { userAuthentication: inJapan('2033-04-03T23:59:59') })).toBe('2031-04-03')
    expect(ends('userAuthentication', { userAuthentication: inJapan('2028-04-03T23:59:59') })).toBe('2031-04-03')
  })

  it('counts a birthday on the day of issue as none after it', () => {
    expect(ends('userAuthentication', { at: inJapan('2026-04-03T00:00:00') })).toBe('2031-04-03')
    expect(ends('userAuthentication', { at: inJapan('2026-04-02T23:59:59') })).toBe('2030-04-03')
  })

  it('is never after the card, nor after a longer time than the rule gives, whatever the dates', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    const instant = fc.date({ min: new Date('2021-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, instant, instant, fc.option(instant), fc.option(instant), (birthDate, at, expiry, replaced, userAuthentication) => {
        const all = { at, birthDate, cardExpiry: japaneseCalendarDay(expiry), replaced, userAuthentication }
        const [user, signature] = [certificateValidity('userAuthentication', all), certificateValidity('signature', all)]
        expect(user.notAfter <= endOfDay(all.cardExpiry)).toBe(true)
        expect(user.notAfter <= endOfDay(birthdayAfter(japaneseCalendarDay(at), birthDate, 6))).toBe(true)
        expect(signature.notAfter <= user.notAfter).toBe(true)
        if (userAuthentication !== null) expect(signature.notAfter <= userAuthentication).toBe(true)
      }),
    )
  })
})

describe('the last three months', () => {
  it.each([
    ['2026-09-01', '2026-06-01', false],
    ['2026-09-01', '2026-06-02', true],
    ['2026-05-31', '2026-02-28', false],
    ['2026-05-31', '2026-03-01', true],
    ['2026-01-15', '2025-10-16', true],
    ['2026-01-15', '2025-10-15', false],
    ['2026-01-15', '2026-01-15', true],
    ['2026-01-15', '2026-01-16', false],
  ])('of one that ends on %s: %s is in them: %s', (end, today, expected) => {
    expect(inRenewalWindow(endOfDay(end), inJapan(`${today}T12:00:00`))).toBe(expected)
  })
})

describe('a card', () => {
  it('is valid until the 10th birthday, and until the 5th for one under 18', () => {
    expect(cardExpiry('2026-06-01', '1985-04-03')).toBe('2036-04-03')
    expect(cardExpiry('2026-06-01', '2008-06-01')).toBe('2036-06-01')
    expect(cardExpiry('2026-06-01', '2008-06-02')).toBe('2030-06-02')
  })

  it('of somebody born on 29 February ends on the 28th where there is no 29th', () => {
    expect(birthdayAfter('2026-06-01', '2000-02-29', 1)).toBe('2027-02-28')
    expect(birthdayAfter('2026-06-01', '2000-02-29', 2)).toBe('2028-02-29')
    expect(ageAt('2000-02-29', inJapan('2027-02-28T00:00:00'))).toBe(27)
    expect(ageAt('2011-06-01', inJapan('2026-05-31T23:59:59'))).toBe(14)
  })
})

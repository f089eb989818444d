import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatNumber, formatTime, isRenewable } from '../../../../src-renderer/words/dates.ts'

describe('dates for people', () => {
  it.each([
    ['2029-05-01', '令和11年5月1日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
  ])('shows %s as %s', (date, text) => {
    expect(formatDate(date, 'ja')).toBe(text)
  })

  it('is plain in English', () => {
    expect(formatDate('2029-05-01', 'en')).toBe('1 May 2029')
  })

  it('takes day and time from the clock on the wall in Japan', () => {
    expect(formatTime('2026-03-31T15:05:00.000Z')).toBe('00:05')
    expect(formatDay('2026-03-31T15:05:00.000Z', 'ja')).toBe('令和8年4月1日')
  })

  it('groups yen by thousands', () => {
    expect(formatNumber(1234567)).toBe('1,234,567')
  })
})

describe('the renewal period of a certificate', () => {
  it.each([
    ['2030-05-01', '2030-02-01', false],
    ['2030-05-01', '2030-02-02', true],
    ['2030-05-01', '2030-05-02', true],
    ['2030-05-01', '2029-05-01', false],
  ])('until %s, on %s: %s', (validUntil, today, renewable) => {
    expect(isRenewable(validUntil, new Date(`${today}T00:00:00Z`))).toBe(renewable)
  })
})

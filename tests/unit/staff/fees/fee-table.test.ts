import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { feeFor, readFeeTable, type FeeTable } from '../../../../src-main/staff/fees/fee-table.ts'
import { code, value } from '../../queue/temporary-store.ts'

const fees = { residentRecordHousehold: { counter: 300, kiosk: 200 }, residentRecordMembers: { counter: 350, kiosk: 250 } }
const table: FeeTable = {
  ordinance: '見本市手数料条例',
  periods: [
    { from: '2020-04-01', fees },
    { from: '2027-04-01', fees: { ...fees, residentRecordMembers: { counter: 400, kiosk: 300 } } },
  ],
  exemptions: [{ id: 'disaster', ja: '災害', en: 'Disaster', services: ['residentRecordHousehold'] }],
}
const question = { service: 'residentRecordMembers', channel: 'counter', copies: 2, on: '2026-11-21' } as const

describe('feeFor', () => {
  it('multiplies the fee of service, channel and day by the copies', () => {
    expect(value(feeFor(table, question))).toBe(700)
    expect(value(feeFor(table, { ...question, channel: 'kiosk' }))).toBe(500)
    expect(value(feeFor(table, { ...question, on: '2027-03-31' }))).toBe(700)
    expect(value(feeFor(table, { ...question, on: '2027-04-01' }))).toBe(800)
  })

  it('takes nothing from who is exempt, at the counter only, for the services named only', () => {
    const exempt = { ...question, service: 'residentRecordHousehold', exemption: 'disaster' } as const
    expect(value(feeFor(table, exempt))).toBe(0)
    expect(code(feeFor(table, { ...exempt, channel: 'kiosk' }))).toBe('STAFF-NOT-ALLOWED')
    expect(code(feeFor(table, { ...exempt, service: 'residentRecordMembers' }))).toBe('MESSAGE-INVALID')
    expect(code(feeFor(table, { ...exempt, exemption: 'friend' }))).toBe('MESSAGE-INVALID')
  })

  it('has no fee for a day before the first period', () => {
    expect(code(feeFor(table, { ...question, on: '2020-03-31' }))).toBe('CONFIG-INVALID')
  })
})

describe('readFeeTable', () => {
  it('reads the sample municipality', () => {
    const sample = value(readFeeTable(readFileSync(join(import.meta.dirname, '../../../../resources/fees/mihon.json'), 'utf8')))
    expect(value(feeFor(sample, question))).toBe(600)
  })

  it.each([
    ['not JSON', '{', /fee table: /],
    [
      'a negative fee',
      JSON.stringify({ ...table, periods: [{ from: '2020-04-01', fees: { ...fees, residentRecordMembers: { counter: -1, kiosk: 0 } } }] }),
      /periods\.0\.fees\.residentRecordMembers\.counter/,
    ],
    [
      'a service without a fee',
      JSON.stringify({ ...table, periods: [{ from: '2020-04-01', fees: { residentRecordMembers: fees.residentRecordMembers } }] }),
      /periods\.0\.fees\.residentRecordHousehold/,
    ],
    ['an unknown key', JSON.stringify({ ...table, discount: 1 }), /discount/],
    ['periods out of order', JSON.stringify({ ...table, periods: [...table.periods].reverse() }), /periods\.1\.from/],
    ['an exemption twice', JSON.stringify({ ...table, exemptions: [...table.exemptions, ...table.exemptions] }), /exemptions\.1\.id/],
    ['no period', JSON.stringify({ ...table, periods: [] }), /periods/],
  ])('refuses %s and names the place', (_what, json, place) => {
    const result = readFeeTable(json)
    expect(code(result)).toBe('CONFIG-INVALID')
    expect(result.ok ? '' : result.failure.detail).toMatch(place)
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fixedClock } from '../../../src-main/clock.ts'
import { composeOffers } from '../../../src-main/composition/offers.ts'
import { receptionCode, TerminalPapers } from '../../../src-main/composition/papers.ts'
import type { PaidRequest } from '../../../src-main/procedures/counter/staff-desk.ts'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'

const configuration = trainingConfiguration('/out', '/resources')

const paid: PaidRequest = {
  requestId: 'a'.repeat(32),
  rowId: '0199a000-0000-7000-8000-000000000001',
  number: 'A-017',
  sequence: 17,
  receivedAt: new Date('2026-11-20T15:30:00.000Z'),
  service: 'residentRecordHousehold',
  extent: 'household',
  language: 'ja',
  include: [],
  copies: 2,
  fee: 600,
  subjectDigest: 'b'.repeat(64),
  state: 'paid',
  slip: 'printed',
  reissues: 0,
  failure: null,
  receivedYen: 1000,
  version: 4,
  jobId: 'c'.repeat(32),
  certificateNumbers: [],
  paidAt: new Date('2026-11-20T15:40:00.000Z'),
}

describe('the slips of a terminal', () => {
  const clock = fixedClock('2026-11-21T03:00:00.000Z')
  const papers = new TerminalPapers(configuration, clock)
  const text = (receipt: { lines: readonly unknown[] }): string => JSON.stringify(receipt.lines)

  it('a second receipt bears the time of the payment, the same number, the mark, and a name of its own', () => {
    const first = papers.feeReceipt(paid, 1000, 'sato', false)
    const second = papers.feeReceipt(paid, 1000, 'sato', true)
    const third = papers.feeReceipt(paid, 1000, 'sato', true)
    // 00:40 in Japan on the 21st; the clock says noon.
    for (const receipt of [first, second]) {
      expect(text(receipt)).toMatch(/0:40/)
      expect(text(receipt)).not.toMatch(/12:00/)
      expect(text(receipt)).toContain('T01-000017')
    }
    expect(text(first)).not.toContain('再発行')
    expect(text(second)).toContain('再発行')
    expect(first.jobId).not.toBe(second.jobId)
    expect(text(third)).toBe(text(second))
  })

  it('no slip carries the id that opens the request, nor the digest of its people', () => {
    for (const receipt of [papers.receptionSlip(paid), papers.feeReceipt(paid, 1000, 'sato', false)]) {
      expect(JSON.stringify(receipt)).not.toContain(paid.requestId)
      expect(JSON.stringify(receipt)).not.toContain(paid.subjectDigest)
    }
  })

  it('everything of the training terminal says 見本', () => {
    expect(text(papers.receptionSlip(paid))).toContain('見本')
    expect(text(papers.feeReceipt(paid, 1000, 'sato', false))).toContain('見本')
  })

  it('the barcode names the day in Japan', () => {
    expect(receptionCode(paid)).toBe('20261121-A-017')
  })
})

describe('what a terminal offers', () => {
  const table = (periods: unknown): string => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-fees-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'fees.json'), JSON.stringify({ ordinance: '見本', periods, exemptions: [] }))
    return join(folder, 'fees.json')
  }
  const both = (counter: number, kiosk: number) => ({ residentRecordHousehold: { counter, kiosk }, residentRecordMembers: { counter, kiosk } })

  it('costs more from the midnight in Japan at which the ordinance says so, without a restart', () => {
    const clock = fixedClock('2027-03-31T14:59:59.000Z')
    const feesFile = table([{ from: '2020-04-01', fees: both(300, 200) }, { from: '2027-04-01', fees: both(400, 250) }])
    const offers = composeOffers({ ...configuration, feesFile }, clock)
    if (!offers.ok) throw new Error(offers.failure.detail)
    expect(offers.value().map((offer) => offer.fee)).toEqual([300, 300])
    clock.advance(1000)
    expect(offers.value().map((offer) => offer.fee)).toEqual([400, 400])
  })

  it('takes the fee of its own channel and knows the extent of each service', () => {
    const feesFile = table([{ from: '2020-04-01', fees: both(300, 200) }])
    const offers = composeOffers({ ...configuration, feesFile, profile: { ...configuration.profile, feeChannel: 'kiosk' } }, fixedClock('2026-11-20T03:00:00.000Z'))
    if (!offers.ok) throw new Error(offers.failure.detail)
    expect(offers.value()).toEqual([
      { service: 'residentRecordHousehold', extent: 'household', fee: 200 },
      { service: 'residentRecordMembers', extent: 'members', fee: 200 },
    ])
  })

  it.each([
    ['a table that begins tomorrow', () => table([{ from: '2026-11-21', fees: both(300, 200) }])],
    ['a table that is none', () => table('no')],
    ['no table', () => '/nowhere/fees.json'],
  ])('%s does not open the terminal', (_name, file) => {
    expect(composeOffers({ ...configuration, feesFile: file() }, fixedClock('2026-11-20T03:00:00.000Z'))).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
  })
})

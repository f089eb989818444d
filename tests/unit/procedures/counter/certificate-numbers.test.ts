import fc from 'fast-check'
import { expect, it } from 'vitest'
import { certificateNumbers } from '../../../../src-main/procedures/counter/certificate-printing.ts'

const paper = fc.record({
  sequence: fc.integer({ min: 1, max: 2_000_000 }),
  copies: fc.integer({ min: 1, max: 10 }),
  attempt: fc.integer({ min: 1, max: 300 }),
  at: fc.date({ min: new Date('2020-01-01T00:00:00.000Z'), max: new Date('2060-01-01T00:00:00.000Z'), noInvalidDate: true }),
})

it('no two papers of one terminal have the same number, over copies, requests, attempts and days', () => {
  fc.assert(
    fc.property(fc.uniqueArray(paper, { selector: (one) => `${one.sequence}/${one.attempt}`, maxLength: 30 }), (papers) => {
      const numbers = papers.flatMap(({ sequence, copies, attempt, at }) => certificateNumbers('T01', { sequence, copies }, at, attempt))
      expect(new Set(numbers).size).toBe(papers.reduce((sum, { copies }) => sum + copies, 0))
    }),
  )
})

it('two terminals never share one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9]{1,8}$/), { minLength: 2, maxLength: 5 }), paper, (terminals, { sequence, copies, attempt, at }) => {
      const numbers = terminals.flatMap((terminal) => certificateNumbers(terminal, { sequence, copies }, at, attempt))
      expect(new Set(numbers).size).toBe(terminals.length * copies)
    }),
  )
})

it('carries the day in Japan, not that of the machine', () => {
  expect(certificateNumbers('T01', { sequence: 17, copies: 1 }, new Date('2026-12-31T14:59:59.999Z'), 2)).toEqual(['20261231-T01-000017-2-1'])
  expect(certificateNumbers('T01', { sequence: 17, copies: 2 }, new Date('2026-12-31T15:00:00.000Z'), 7)).toEqual(['20270101-T01-000017-7-1', '20270101-T01-000017-7-2'])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receptionNumber } from '../../../src-main/queue/reception-number.ts'
import type { RequestRow } from '../../../src-preload/contract.ts'
import { findScanned } from '../../../src-renderer/staff/requests/scan/find-scanned.ts'
import { parseSlipCode } from '../../../src-renderer/staff/requests/scan/slip-code.ts'
import { Wedge, wedgeGapMs } from '../../../src-renderer/staff/requests/scan/wedge.ts'

describe('the code of a slip', () => {
  it.each(['20261121-A-017', '2026-11-21/A-017', '20261121A017', 'A-017-20261121', 'a01720261121', ' 2026.11.21 A-017 ', ']C120261121-A-017', '２０２６１１２１－Ａ－０１７', '20261121ーA‐017'])(
    'reads number and day from %s',
    (text) => {
      expect(parseSlipCode(text)).toEqual({ number: 'A-017', day: '2026-11-21' })
    },
  )

  it.each(['A-017', 'a017', 'Ａ－０１７'])('reads a bare number from %s', (text) => {
    expect(parseSlipCode(text)).toEqual({ number: 'A-017', day: null })
  })

  it.each(['', '4901234567894', 'A-17', 'A-0171', 'https://example.test/A-017/x', '20261121-A-017-20261121', 'A-017 B-018', '2026-A-017'])('does not take %j for one', (text) => {
    expect(parseSlipCode(text)).toBeNull()
  })

  it('reads every number that the terminal gives out, with any separator', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.constantFrom('', '-', '/', ' '), fc.boolean(), (ordinal, separator, dayFirst) => {
        const number = receptionNumber(ordinal)
        const text = dayFirst ? `20261121${separator}${number}` : `${number}${separator}20261121`
        expect(parseSlipCode(text)).toEqual({ number, day: '2026-11-21' })
      }),
    )
  })
})

describe('the request of a slip', () => {
  const row = (number: string, receivedAt: string): RequestRow => ({
    requestId: `${number} ${receivedAt}`,
    number,
    receivedAt,
    service: 'residentRecordHousehold',
    extent: 'household',
    copies: 1,
    fee: 300,
    state: 'received',
    slip: 'printed',
    reissues: 0,
    failure: null,
  })
  const yesterday = row('A-017', '2026-11-20T03:00:00.000Z')
  const early = row('A-001', '2026-11-20T23:30:00.000Z')
  const today = row('A-017', '2026-11-21T03:00:00.000Z')
  const now = new Date('2026-11-21T04:00:00.000Z')

  it('is the one of the day on the slip', () => {
    expect(findScanned('20261121-A-017', [yesterday, today], now)).toEqual({ kind: 'found', row: today })
    expect(findScanned('20261120-A-017', [yesterday, today], now)).toEqual({ kind: 'found', row: yesterday })
    expect(findScanned('A-017', [yesterday, today], now)).toEqual({ kind: 'found', row: today })
  })

  it('counts days in Japan', () => {
    expect(findScanned('20261121-A-001', [early], now)).toEqual({ kind: 'found', row: early })
  })

  it('is never one of the same number from another day', () => {
    expect(findScanned('20261119-A-017', [today], now)).toEqual({ kind: 'otherDay', number: 'A-017' })
    expect(findScanned('20261121-A-018', [today], now)).toEqual({ kind: 'notListed', number: 'A-018' })
    expect(findScanned('4901234567894', [today], now)).toEqual({ kind: 'unreadable' })
  })
})

describe('telling a scanner from fingers', () => {
  const type = (text: string, gap: number, start = 1000): string[] => {
    const wedge = new Wedge()
    return [...Array.from(text), 'Enter'].map((key, index) => {
      const answer = wedge.press(key, start + index * gap)
      return answer.kind === 'scanned' ? answer.text : answer.kind
    })
  }

  it('takes a quick burst with Enter for a scan, and nothing but its first key for a key press', () => {
    expect(type('A-017', 8)).toEqual(['perhaps', 'scanning', 'scanning', 'scanning', 'scanning', 'A-017'])
  })

  it('leaves what a person types alone', () => {
    expect(type('A-017', wedgeGapMs + 1)).toEqual(['perhaps', 'perhaps', 'perhaps', 'perhaps', 'perhaps', 'no'])
  })

  it('does not take a bouncing key and Enter for a scan', () => {
    expect(type('22', 5)).toEqual(['perhaps', 'scanning', 'no'])
  })

  it('is not put off by Shift between the characters', () => {
    const wedge = new Wedge()
    const keys = ['Shift', 'A', '-', '0', '1', '7', 'Enter']
    expect(keys.map((key, index) => wedge.press(key, index * 10)).at(-1)).toEqual({ kind: 'scanned', text: 'A-017' })
  })

  it('forgets an interrupted scan', () => {
    const wedge = new Wedge()
    for (const [index, key] of Array.from('A-0').entries()) wedge.press(key, index * 10)
    for (const [index, key] of Array.from('B-002').entries()) wedge.press(key, 500 + index * 10)
    expect(wedge.press('Enter', 550)).toEqual({ kind: 'scanned', text: 'B-002' })
  })
})

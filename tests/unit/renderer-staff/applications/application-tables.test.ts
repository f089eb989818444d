import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyApplicationFacts } from '../../../../src-preload/contract.ts'
import { fileToBase64 } from '../../../../src-renderer/staff/applications/batches/read-file.ts'
import { asDelivery, deliveryNeeds, emptyDelivery, pinChoices } from '../../../../src-renderer/staff/applications/dialogs/deliver/delivery-check.ts'
import { listedApplications, newestPackets } from '../../../../src-renderer/staff/applications/list/listed-applications.ts'
import { barsOf, chartSize } from '../../../../src-renderer/staff/applications/statistics/bars.ts'
import { applicationRows, applicationsView } from '../../../e2e/gallery-staff/fixtures/applications.ts'

const rows = Object.values(applicationRows)
const everything = { state: null, search: '' }
const numbers = (filter: 'waiting' | 'all', choice: Parameters<typeof listedApplications>[2]): string[] => listedApplications([...rows].reverse(), filter, choice, ({ number, day }) => `${number} ${day}`).map(({ number }) => number)

describe('the list of applications', () => {
  it('has the oldest first, and the ended ones only when asked for', () => {
    expect(numbers('waiting', everything)[0]).toBe(applicationRows.notified.number)
    expect(numbers('waiting', everything)).not.toContain(applicationRows.delivered.number)
    expect(numbers('all', everything)[0]).toBe(applicationRows.delivered.number)
  })

  it('shows a state that is asked for also where it is an end', () => {
    expect(numbers('waiting', { state: 'delivered', search: '' })).toEqual([applicationRows.delivered.number])
  })

  it('finds a number however it is typed', () => {
    expect(numbers('all', { state: null, search: ' ｓ－００４'.replace('－', '-') })).toEqual(['S-004'])
    expect(numbers('all', { state: null, search: 'nothing' })).toEqual([])
  })

  it('has the newest packet first', () => {
    expect(newestPackets(applicationsView.packets).map(({ state }) => state)).toEqual(['writing', 'made', 'handedOver'])
  })
})

describe('the bars of the chart', () => {
  it('lie side by side within the chart, one is as high as it, and none that counts is invisible', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000_000), { minLength: 1, maxLength: 60 }), (values) => {
        const bars = barsOf(values)
        const most = Math.max(...values)
        for (const [index, bar] of bars.entries()) {
          expect(bar.x).toBeGreaterThanOrEqual(0)
          expect(bar.x + bar.width).toBeLessThanOrEqual(bars[index + 1]?.x ?? chartSize.width)
          expect(bar.y + bar.height).toBeCloseTo(chartSize.height)
          expect(bar.height === 0).toBe(values[index] === 0)
          if (values[index] === most && most > 0) expect(bar.height).toBeCloseTo(chartSize.height)
        }
      }),
    )
  })
})

describe('what a delivery still needs', () => {
  const renewal = { ...emptyApplicationFacts('renewal'), oldCard: 'kept' as const }

  it('is everything at the counter before anything was checked', () => {
    expect(deliveryNeeds(emptyDelivery(false, renewal, null), renewal)).toEqual(['documents', 'face', 'oldCard', 'pins', 'receipt'])
  })

  it('is a reason where an agent comes, and nothing once all was seen', () => {
    const seen = { ...emptyDelivery(false, renewal, null), identityDocuments: ['passport'], faceMatches: true, receiptSigned: true, oldCardHandedIn: true, pins: 'atTerminal' as const }
    expect(deliveryNeeds({ ...seen, actor: 'agent' }, renewal)).toEqual(['agentReason'])
    expect(deliveryNeeds(seen, renewal)).toEqual([])
  })

  it('asks for no old card of those who have none, and for nothing of a card that goes by post', () => {
    expect(deliveryNeeds(emptyDelivery(false, emptyApplicationFacts('first'), null), emptyApplicationFacts('first'))).not.toContain('oldCard')
    expect(deliveryNeeds(emptyDelivery(true, renewal, null), renewal)).toEqual([])
  })
})

describe('what is said of the PINs', () => {
  it('is that the card took them here only when it did', () => {
    expect(pinChoices(null)).not.toContain('set')
    expect(pinChoices('uncertain')).not.toContain('set')
    expect(pinChoices('done')).toContain('set')
    expect(emptyDelivery(false, emptyApplicationFacts('first'), 'done').pins).toBe('set')
  })

  it('is assumed of nobody', () => {
    expect(emptyDelivery(false, emptyApplicationFacts('first'), 'ready').pins).toBeNull()
    expect(asDelivery(emptyDelivery(false, emptyApplicationFacts('first'), null))).toBeNull()
  })
})

describe('a list that is sent to main', () => {
  it('comes through as it is, however long', async () => {
    const bytes = Uint8Array.from({ length: 20_001 }, (_, index) => (index * 31) % 256)
    expect(Buffer.from(await fileToBase64(new Blob([bytes])), 'base64')).toEqual(Buffer.from(bytes))
  })
})

import { describe, expect, it } from 'vitest'
import { applicationSlip, type ApplicationSlip } from '../../../../src-main/printing/receipts/application-slip.ts'

const plain: ApplicationSlip = {
  jobId: 'application-1',
  language: 'ja',
  municipality: { ja: '見本市', en: 'Mihon City' },
  number: 'S-017',
  begunAt: new Date('2026-11-21T01:00:00.000Z'),
  terminalNumber: 'T01',
  item: { ja: '個人番号カード（新規）', en: 'First card' },
  express: false,
  collection: 'atDelivery',
  feeYen: 0,
  next: 'staff',
  leadTime: { from: 4, to: 8 },
  receptionCode: '20261121-S-017',
  specimen: true,
}
const words = (change: Partial<ApplicationSlip>): string => JSON.stringify(applicationSlip({ ...plain, ...change }).lines)

describe('受付票 of an application', () => {
  it('says what comes next and when, in its order', () => {
    const said = words({})
    const steps = ['1. この票を窓口に出し', '2. 約4～8週間で、交付通知書', '3. 交付通知書と本人確認書類を窓口に', '4. 暗証番号は']
    const places = steps.map((step) => said.indexOf(step))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(said).toContain('見本')
  })

  it('a card that comes by post needs no second visit', () => {
    for (const change of [{ collection: 'atApplication' as const }, { collection: 'outreach' as const }, { express: true, leadTime: { from: 1, to: 1 } }]) {
      expect(words({ ...change, next: 'received' })).toContain('ご自宅に郵便で届きます')
      expect(words({ ...change, next: 'received' })).not.toContain('交付通知書')
    }
    expect(words({ express: true, leadTime: { from: 1, to: 1 } })).toContain('約1週間')
  })

  it('names the post office where the card is collected there', () => expect(words({ collection: 'postOffice' })).toContain('郵便局にお持ちください'))

  it('says it in English as well to whom reads English, and always in Japanese', () => {
    const said = words({ language: 'en', next: 'received' })
    expect(said).toContain('A notice comes to your home in about 4 to 8 weeks')
    expect(said).toContain('交付通知書')
  })

  it('tells the fee, or that there is none', () => {
    expect(words({})).toContain('無料')
    expect(words({ feeYen: 1000 })).toContain('1,000円')
  })
})

import { describe, expect, it } from 'vitest'
import type { Receipt } from '../../../../src-main/printing/printers.ts'
import { feeReceipt, type FeeReceipt } from '../../../../src-main/printing/receipts/fee-receipt.ts'
import { japanMinute } from '../../../../src-main/printing/receipts/paper-words.ts'
import { receptionSlip, type ReceptionSlip } from '../../../../src-main/printing/receipts/reception-slip.ts'
import { validityReceipt, type ValidityReceipt } from '../../../../src-main/printing/receipts/validity-receipt.ts'
import { receiptCommands } from '../../../../src-main/printing/setting/receipt-commands.ts'
import { certificateValiditySchema } from '../../../../src-preload/contract/resident-screens.ts'

const slip: ReceptionSlip = {
  jobId: 'slip-1',
  language: 'ja',
  municipality: { ja: '見本市', en: 'Mihon City' },
  number: 'A-017',
  receivedAt: new Date('2026-11-20T15:05:00.000Z'),
  terminalNumber: '01',
  item: { ja: '住民票の写し（世帯全員）', en: 'Residence record (household)' },
  copies: 2,
  feeYen: 600,
  receptionCode: '2611210117',
  counter: { ja: '3番窓口', en: 'counter 3' },
  specimen: false,
}

const fee: FeeReceipt = {
  jobId: 'fee-1',
  language: 'ja',
  office: { ja: '見本市役所 市民課', en: 'Mihon City Hall' },
  receiptNumber: '20261121-01-000017',
  paidAt: new Date('2026-11-21T03:12:00.000Z'),
  item: slip.item,
  copies: 2,
  unitPriceYen: 300,
  amountYen: 600,
  receivedYen: 1_000,
  terminalNumber: '01',
  clerkId: 'staff-03',
  duplicate: false,
  specimen: false,
}

const pairs = (receipt: Receipt): Record<string, string> =>
  Object.fromEntries(receipt.lines.flatMap((line) => (line.kind === 'pair' ? [[line.label, line.value]] : [])))
const words = (receipt: Receipt): string => JSON.stringify(receipt.lines)

describe('受付票', () => {
  it('says number, time in Japan, terminal, kind, copies, fee, barcode and what to do next', () => {
    const receipt = receptionSlip(slip)
    expect(receipt.jobId).toBe('slip-1')
    expect(receipt.lines).toContainEqual({ kind: 'big', text: 'A-017' })
    expect(receipt.lines).toContainEqual({ kind: 'barcode', data: '2611210117' })
    expect(pairs(receipt)).toEqual({ 受付日時: '2026年11月21日 0:05', 端末: '01', 種類: '住民票の写し（世帯全員）', 通数: '2通', 手数料: '600円' })
    expect(words(receipt)).toContain('この票を3番窓口でお渡しください。')
  })

  it('names the only counter as 窓口', () => {
    expect(words(receptionSlip({ ...slip, counter: null }))).toContain('この票を窓口でお渡しください。')
  })

  it('keeps the Japanese beside the English, for the clerk', () => {
    const text = words(receptionSlip({ ...slip, language: 'en' }))
    for (const part of ['受付日時 Received', 'Residence record (household)', '住民票の写し（世帯全員）', 'Please hand this slip in at counter 3.', 'この票を3番窓口で']) {
      expect(text).toContain(part)
    }
  })

  it('is marked 見本 above and below in training, and nowhere else', () => {
    const marks = (receipt: Receipt): number => receipt.lines.filter((line) => line.kind === 'big' && line.text === '見本').length
    expect(marks(receptionSlip({ ...slip, specimen: true }))).toBe(2)
    expect(marks(receptionSlip({ ...slip, municipality: { ja: '試験市', en: '' } }))).toBe(0)
  })

  it.each([0, -1, 1.5])('refuses %s copies', (copies) => {
    expect(() => receptionSlip({ ...slip, copies })).toThrow(RangeError)
  })
})

describe('領収書', () => {
  it('says office, time, item, copies, price, amount, received, change, number, terminal and clerk', () => {
    const receipt = feeReceipt(fee)
    expect(pairs(receipt)).toEqual({
      種類: '住民票の写し（世帯全員）',
      単価: '300円',
      通数: '2通',
      合計: '600円',
      お預り: '1,000円',
      お釣り: '400円',
      領収日時: '2026年11月21日 12:12',
      領収書番号: '20261121-01-000017',
      端末: '01',
      取扱者: 'staff-03',
    })
    expect(words(receipt)).toContain('見本市役所 市民課')
  })

  it('refuses less than what was owed', () => {
    expect(() => feeReceipt({ ...fee, receivedYen: 500 })).toThrow(RangeError)
  })

  it('says that it is a duplicate', () => {
    expect(words(feeReceipt({ ...fee, duplicate: true }))).toContain('再発行')
    expect(words(feeReceipt(fee))).not.toContain('再発行')
  })

  it('is marked 見本 in training', () => {
    expect(words(feeReceipt({ ...fee, specimen: true }))).toContain('研修用・無効')
  })
})

describe('both papers', () => {
  it.each(['ja', 'en'] as const)('hold only characters the printer has (%s)', (language) => {
    for (const receipt of [receptionSlip({ ...slip, language, specimen: true }), feeReceipt({ ...fee, language, specimen: true, duplicate: true })]) {
      for (const charactersPerLine of [32, 42, 48]) expect(receiptCommands(receipt, { charactersPerLine })).toMatchObject({ ok: true })
    }
  })

  it('show the minute in Japan, whatever the machine is set to', () => {
    expect(japanMinute(new Date('2026-12-31T15:00:00.000Z'))).toBe('2027年1月1日 0:00')
  })
})

const validity: ValidityReceipt = {
  jobId: 'validity-1',
  language: 'ja',
  municipality: slip.municipality,
  checkedAt: new Date('2026-11-21T03:12:00.000Z'),
  terminalNumber: '01',
  certificates: [
    { certificate: 'userAuthentication', state: 'good', reason: null, validUntil: '2029-05-01', daysLeft: 892, renewalFrom: '2029-02-02', advice: 'nothing' },
    { certificate: 'signature', state: 'revoked', reason: 'attributesChanged', validUntil: null, daysLeft: null, renewalFrom: null, advice: 'issueAfterRecordUpdate' },
  ],
  card: { validUntil: '2034-05-01', daysLeft: 2718, renewalFrom: '2034-02-02' },
  specimen: false,
}

describe('the slip of a validity check', () => {
  it('says of each certificate and of the card what holds, until when by the Japanese calendar, and what to do next', () => {
    const text = words(validityReceipt(validity))
    for (const part of ['利用者証明用電子証明書', '有効', '令和11年5月1日', '更新は令和11年2月2日からできます。', '署名用電子証明書', '住所・氏名等の変更により失効しています。', 'ご自分で書きこまないでください', '令和16年5月1日', '2026年11月21日 12:12', 'この票は証明書ではありません。']) {
      expect(text).toContain(part)
    }
  })

  it('keeps the Japanese beside the English', () => {
    const text = words(validityReceipt({ ...validity, language: 'en' }))
    for (const part of ['状態 State', '失効 No longer valid', '1 May 2029', 'Do not write on the card yourself.', 'カードにはご自分で書きこまないでください。']) expect(text).toContain(part)
  })

  it.each(certificateValiditySchema.shape.state.options.filter((state) => state !== 'good'))('never looks valid when it is %s', (state) => {
    const [certificate] = validity.certificates
    const receipt = validityReceipt({ ...validity, card: null, certificates: [{ ...certificate!, state, validUntil: null, renewalFrom: null, advice: 'askStaff' }] })
    expect(pairs(receipt)['状態']).not.toBe('有効')
  })

  it('has a word for every advice and every reason', () => {
    for (const advice of certificateValiditySchema.shape.advice.options) {
      const receipt = validityReceipt({ ...validity, card: null, certificates: [{ ...validity.certificates[1]!, reason: null, advice }] })
      const silent = advice === 'nothing' || advice === 'renewLater'
      expect(receipt.lines.filter(({ kind }) => kind === 'text').length).toBe(silent ? 1 : 2)
    }
    for (const reason of certificateValiditySchema.shape.reason.unwrap().options) {
      const receipt = validityReceipt({ ...validity, card: null, certificates: [{ ...validity.certificates[1]!, reason }] })
      expect(receipt.lines.filter(({ kind }) => kind === 'text').length).toBe(3)
    }
  })

  it('can be printed by the smallest printer', () => {
    for (const language of ['ja', 'en'] as const) expect(receiptCommands(validityReceipt({ ...validity, language }), { charactersPerLine: 32 })).toMatchObject({ ok: true })
  })
})

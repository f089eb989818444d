import type { Language } from '../../../src-preload/contract/common.ts'
import type { Receipt } from '../printers.ts'
import { bilingualLabel, bilingualLines, copies, japanMinute, specimenMark, yen, type BilingualText } from './paper-words.ts'

/** What a 領収書 for a 手数料 says (reference counter-procedures §G); no name of the payer. */
export interface FeeReceipt {
  readonly jobId: string
  readonly language: Language
  /** The office that took the money, such as 見本市役所 市民課. */
  readonly office: BilingualText
  /** 領収書番号. */
  readonly receiptNumber: string
  readonly paidAt: Date
  readonly item: BilingualText
  readonly copies: number
  readonly unitPriceYen: number
  /** What was owed; less than price times copies where a fee was reduced (減免). */
  readonly amountYen: number
  /** お預り. */
  readonly receivedYen: number
  readonly terminalNumber: string
  /** Account id of the clerk, not the name. */
  readonly clerkId: string
  /** 再発行 of this receipt. */
  readonly duplicate: boolean
  readonly specimen: boolean
}

/** 領収書. RangeError when less was received than was owed, or an amount is impossible. */
export function feeReceipt(fee: FeeReceipt): Receipt {
  const { language } = fee
  const label = (ja: string, en: string): string => bilingualLabel(language, { ja, en })
  return {
    jobId: fee.jobId,
    lines: [
      ...(fee.specimen ? specimenMark(language) : []),
      ...bilingualLines(language, fee.office, 'centred'),
      { kind: 'title', text: '領収書' },
      ...(language === 'ja' ? [] : [{ kind: 'centred', text: 'Receipt' } as const]),
      ...(fee.duplicate ? bilingualLines(language, { ja: '（再発行）', en: '(duplicate)' }, 'centred') : []),
      { kind: 'rule' },
      ...bilingualLines(language, { ja: '下記の手数料を領収しました。', en: 'The following fee has been received.' }),
      { kind: 'big', text: yen(fee.amountYen) },
      { kind: 'rule' },
      { kind: 'pair', label: label('種類', 'Certificate'), value: fee.item.ja },
      ...(language === 'ja' ? [] : [{ kind: 'pair', label: '', value: fee.item.en } as const]),
      { kind: 'pair', label: label('単価', 'Unit price'), value: yen(fee.unitPriceYen) },
      { kind: 'pair', label: label('通数', 'Copies'), value: copies(fee.copies) },
      { kind: 'pair', label: label('合計', 'Amount'), value: yen(fee.amountYen) },
      { kind: 'pair', label: label('お預り', 'Received'), value: yen(fee.receivedYen) },
      { kind: 'pair', label: label('お釣り', 'Change'), value: yen(fee.receivedYen - fee.amountYen) },
      { kind: 'rule' },
      { kind: 'pair', label: label('領収日時', 'Paid'), value: japanMinute(fee.paidAt) },
      { kind: 'pair', label: label('領収書番号', 'No.'), value: fee.receiptNumber },
      { kind: 'pair', label: label('端末', 'Terminal'), value: fee.terminalNumber },
      { kind: 'pair', label: label('取扱者', 'Clerk'), value: fee.clerkId },
      ...(fee.specimen ? [{ kind: 'rule' } as const, ...specimenMark(language)] : []),
    ],
  }
}

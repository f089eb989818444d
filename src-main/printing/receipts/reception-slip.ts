import type { Language } from '../../../src-preload/contract/common.ts'
import type { Receipt } from '../printers.ts'
import { bilingualLabel, bilingualLines, copies, japanMinute, specimenMark, yen, type BilingualText } from './paper-words.ts'

/**
 * What a 受付票 says (reference counter-procedures §G). There is no field for a name, a 個人番号 or the
 * household: the slip lies on counters and floors.
 */
export interface ReceptionSlip {
  readonly jobId: string
  readonly language: Language
  readonly municipality: BilingualText
  /** 受付番号 of the day, such as A-017. */
  readonly number: string
  readonly receivedAt: Date
  /** 端末番号. */
  readonly terminalNumber: string
  /** 証明書の種類. */
  readonly item: BilingualText
  readonly copies: number
  /** In all, not for one copy. */
  readonly feeYen: number
  /** What the barcode carries for the staff screen's scanner; printable ASCII, no personal data. */
  readonly receptionCode: string
  /** Where to go, such as 3番窓口; null where there is only one counter. */
  readonly counter: BilingualText | null
  /** Training: 見本. */
  readonly specimen: boolean
}

/** 受付票 as the resident takes it to the counter. RangeError on an impossible amount or number of copies. */
export function receptionSlip(slip: ReceptionSlip): Receipt {
  const { language } = slip
  const label = (ja: string, en: string): string => bilingualLabel(language, { ja, en })
  const counter = slip.counter ?? { ja: '窓口', en: 'the counter' }
  return {
    jobId: slip.jobId,
    lines: [
      ...(slip.specimen ? specimenMark(language) : []),
      ...bilingualLines(language, slip.municipality, 'centred'),
      { kind: 'title', text: '受付票' },
      ...(language === 'ja' ? [] : [{ kind: 'centred', text: 'Reception slip' } as const]),
      { kind: 'rule' },
      { kind: 'centred', text: label('受付番号', 'Your number') },
      { kind: 'big', text: slip.number },
      { kind: 'rule' },
      { kind: 'pair', label: label('受付日時', 'Received'), value: japanMinute(slip.receivedAt) },
      { kind: 'pair', label: label('端末', 'Terminal'), value: slip.terminalNumber },
      { kind: 'pair', label: label('種類', 'Certificate'), value: slip.item.ja },
      ...(language === 'ja' ? [] : [{ kind: 'pair', label: '', value: slip.item.en } as const]),
      { kind: 'pair', label: label('通数', 'Copies'), value: copies(slip.copies) },
      { kind: 'pair', label: label('手数料', 'Fee'), value: yen(slip.feeYen) },
      { kind: 'rule' },
      { kind: 'barcode', data: slip.receptionCode },
      { kind: 'space' },
      ...bilingualLines(language, { ja: `この票を${counter.ja}でお渡しください。`, en: `Please hand this slip in at ${counter.en}.` }, 'heading'),
      { kind: 'space' },
      ...bilingualLines(language, {
        ja: '証明書は窓口でお渡しします。手数料は窓口でお支払いください。',
        en: 'You receive the certificate and pay the fee there.',
      }),
      ...bilingualLines(language, { ja: '本日中にお越しください。カードのお取り忘れにご注意ください。', en: 'Come today. Please do not forget your card.' }),
      ...(slip.specimen ? [{ kind: 'rule' } as const, ...specimenMark(language)] : []),
    ],
  }
}

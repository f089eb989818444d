import type { CollectionWay, Language } from '../../../src-preload/contract.ts'
import type { Receipt } from '../printers.ts'
import { bilingualLabel, bilingualLines, japanMinute, specimenMark, yen, type BilingualText } from './paper-words.ts'

/** What the 受付票 of an application says. There is no field for a name, a 申請書ID or a photo: it lies on counters and floors. */
export interface ApplicationSlip {
  readonly jobId: string
  readonly language: Language
  readonly municipality: BilingualText
  /** 受付番号 of the day, such as S-017. */
  readonly number: string
  readonly begunAt: Date
  /** 端末番号. */
  readonly terminalNumber: string
  readonly item: BilingualText
  readonly express: boolean
  readonly collection: CollectionWay
  readonly feeYen: number
  /** `staff`: a clerk has to see it before it is received. */
  readonly next: 'received' | 'staff'
  /** Weeks from application to card. */
  readonly leadTime: { readonly from: number; readonly to: number }
  /** What the barcode carries for the staff's scanner; printable ASCII, no personal data. */
  readonly receptionCode: string
  /** Training: 見本. */
  readonly specimen: boolean
}

/** What happens next, one step a line (reference counter-procedures §A.1, §A.6). */
function stepsAhead({ collection, express, next, leadTime }: ApplicationSlip): BilingualText[] {
  const { from, to } = leadTime
  const weeks: BilingualText = from === to ? { ja: `約${to}週間`, en: `about ${to} ${to === 1 ? 'week' : 'weeks'}` } : { ja: `約${from}～${to}週間`, en: `about ${from} to ${to} weeks` }
  const atHome = express || collection === 'atApplication' || collection === 'outreach'
  const first: BilingualText[] = next === 'staff' ? [{ ja: 'この票を窓口に出し、係員の確認を受けます。', en: 'Show this slip at the counter; a member of staff checks your application.' }] : []
  const arrival: BilingualText[] = atHome
    ? [{ ja: `${weeks.ja}で、カードがご自宅に郵便で届きます（転送されません）。`, en: `The card comes to your home by post in ${weeks.en}. It is not forwarded.` }]
    : [
        { ja: `${weeks.ja}で、交付通知書がご自宅に届きます（転送されません）。`, en: `A notice comes to your home in ${weeks.en}. It is not forwarded.` },
        {
          ja: `交付通知書と本人確認書類を${collection === 'postOffice' ? '郵便局' : '窓口'}にお持ちください。カードをお渡しします。`,
          en: `Bring the notice and your identity documents to the ${collection === 'postOffice' ? 'post office' : 'counter'} to receive the card.`,
        },
        { ja: '暗証番号は、受け取るときにご自分で決めます。', en: 'You choose your PINs when you receive it.' },
      ]
  return [...first, ...arrival]
}

/** 受付票 of a card application: its number, and what happens next and when. */
export function applicationSlip(slip: ApplicationSlip): Receipt {
  const { language } = slip
  const label = (ja: string, en: string): string => bilingualLabel(language, { ja, en })
  return {
    jobId: slip.jobId,
    lines: [
      ...(slip.specimen ? specimenMark(language) : []),
      ...bilingualLines(language, slip.municipality, 'centred'),
      { kind: 'title', text: 'カード申請 受付票' },
      ...(language === 'ja' ? [] : [{ kind: 'centred', text: 'Card application' } as const]),
      { kind: 'rule' },
      { kind: 'centred', text: label('受付番号', 'Your number') },
      { kind: 'big', text: slip.number },
      { kind: 'rule' },
      { kind: 'pair', label: label('受付日時', 'Received'), value: japanMinute(slip.begunAt) },
      { kind: 'pair', label: label('端末', 'Terminal'), value: slip.terminalNumber },
      { kind: 'pair', label: label('種類', 'Kind'), value: slip.item.ja },
      ...(language === 'ja' ? [] : [{ kind: 'pair', label: '', value: slip.item.en } as const]),
      ...(slip.express ? [{ kind: 'pair', label: label('特急発行', 'Express'), value: label('希望する', 'yes') } as const] : []),
      { kind: 'pair', label: label('手数料', 'Fee'), value: slip.feeYen === 0 ? label('無料', 'none') : yen(slip.feeYen) },
      { kind: 'rule' },
      { kind: 'barcode', data: slip.receptionCode },
      { kind: 'space' },
      ...bilingualLines(language, { ja: 'このあとの流れ', en: 'What happens next' }, 'heading'),
      ...stepsAhead(slip).flatMap((step, index) => bilingualLines(language, { ja: `${index + 1}. ${step.ja}`, en: `${index + 1}. ${step.en}` })),
      { kind: 'space' },
      ...bilingualLines(language, { ja: '引っ越し・氏名の変更があったときは、窓口にお知らせください。', en: 'Tell the counter if you move or your name changes.' }),
      ...(slip.specimen ? [{ kind: 'rule' } as const, ...specimenMark(language)] : []),
    ],
  }
}

import type { Language } from '../../../src-preload/contract/common.ts'
import type { CardValidity, CertificateValidity } from '../../../src-preload/contract/resident-screens.ts'
import type { Receipt, ReceiptLine } from '../printers.ts'
import { bilingualLabel, bilingualLines, japanMinute, paperDate, specimenMark, type BilingualText } from './paper-words.ts'

/**
 * What the slip of a validity check says (reference counter-procedures §C, last table). There is no field for a name,
 * a serial number or a 個人番号.
 */
export interface ValidityReceipt {
  readonly jobId: string
  readonly language: Language
  readonly municipality: BilingualText
  readonly checkedAt: Date
  /** 端末番号. */
  readonly terminalNumber: string
  readonly certificates: readonly CertificateValidity[]
  /** Null where the card's own date could not be read. */
  readonly card: CardValidity | null
  /** Training: 見本. */
  readonly specimen: boolean
}

const names: Readonly<Record<CertificateValidity['certificate'], BilingualText>> = {
  userAuthentication: { ja: '利用者証明用電子証明書', en: 'Certificate for logging in' },
  signature: { ja: '署名用電子証明書', en: 'Certificate for signing' },
}

const states: Readonly<Record<CertificateValidity['state'], BilingualText>> = {
  good: { ja: '有効', en: 'Valid' },
  expired: { ja: '期限切れ', en: 'Expired' },
  notYetValid: { ja: '有効期間の開始前', en: 'Not valid yet' },
  revoked: { ja: '失効', en: 'No longer valid' },
  absent: { ja: '搭載なし', en: 'Not on the card' },
  locked: { ja: '確認していません', en: 'Not checked' },
  unconfirmed: { ja: '確認できませんでした', en: 'Could not be checked' },
}

const reasons: Readonly<Record<NonNullable<CertificateValidity['reason']>, BilingualText>> = {
  attributesChanged: { ja: '住所・氏名等の変更により失効しています。', en: 'Revoked because your name, address or the like has changed.' },
  superseded: { ja: '新しい電子証明書が発行されています。', en: 'A newer certificate has been issued.' },
  onHold: { ja: '一時停止中または失効しています。', en: 'Suspended or revoked.' },
  ceased: { ja: '使用をやめる手続がされています。', en: 'Its use was ended on application.' },
  other: { ja: '失効しています。', en: 'Revoked.' },
}

/** What to do next; null where there is nothing to do that a paper could say. */
const advice: Readonly<Record<CertificateValidity['advice'], BilingualText | null>> = {
  nothing: null,
  renewNow: { ja: '窓口で更新できます。カードと暗証番号をお持ちください。', en: 'Renew it at the counter. Bring the card and your PINs.' },
  renewLater: null,
  issueAtCounter: { ja: '窓口で新しい電子証明書を発行します（無料）。', en: 'Get a new one at the counter, free of charge.' },
  issueAfterRecordUpdate: {
    ja: '窓口でカードの記載を確かめてから発行します。カードにはご自分で書きこまないでください。',
    en: 'The counter issues a new one once your card is up to date. Do not write on the card yourself.',
  },
  releaseAtMunicipality: {
    ja: 'お住まいの市区町村の窓口で、一時停止の解除と発行をします。コールセンターではできません。',
    en: 'Go to the counter of the municipality you live in. The call centre cannot do it.',
  },
  askStaff: { ja: '係員におたずねください。', en: 'Please ask the staff.' },
  tryAgain: { ja: '少し待って、もう一度お確かめください。', en: 'Please check again a little later.' },
  enterPassword: { ja: '署名用のパスワードで確かめられます。', en: 'It can be checked with its password.' },
}

const untilLabel: BilingualText = { ja: '有効期限', en: 'Valid until' }

/** 電子証明書の確認結果, on request of whoever holds the card. */
export function validityReceipt(receipt: ValidityReceipt): Receipt {
  const { language, card } = receipt
  const label = (words: BilingualText): string => bilingualLabel(language, words)
  const until = (lastDay: string): ReceiptLine[] => [{ kind: 'pair', label: label(untilLabel), value: paperDate(lastDay, language) }]
  const renewal = (from: string): ReceiptLine[] =>
    bilingualLines(language, { ja: `更新は${paperDate(from, 'ja')}からできます。`, en: `Renewal is possible from ${paperDate(from, 'en')}.` })

  const aboutCertificate = (certificate: CertificateValidity): ReceiptLine[] => {
    const next = advice[certificate.advice]
    return [
      ...bilingualLines(language, names[certificate.certificate], 'heading'),
      { kind: 'pair', label: label({ ja: '状態', en: 'State' }), value: label(states[certificate.state]) },
      ...(certificate.validUntil === null ? [] : until(certificate.validUntil)),
      ...(certificate.reason === null ? [] : bilingualLines(language, reasons[certificate.reason])),
      ...(next === null ? [] : bilingualLines(language, next)),
      ...(certificate.renewalFrom === null || certificate.advice === 'renewNow' ? [] : renewal(certificate.renewalFrom)),
      { kind: 'space' },
    ]
  }

  return {
    jobId: receipt.jobId,
    lines: [
      ...(receipt.specimen ? specimenMark(language) : []),
      ...bilingualLines(language, receipt.municipality, 'centred'),
      { kind: 'title', text: '電子証明書の確認' },
      ...(language === 'ja' ? [] : [{ kind: 'centred', text: 'Check of certificates' } as const]),
      { kind: 'rule' },
      ...receipt.certificates.flatMap(aboutCertificate),
      ...(card === null ? [] : [...bilingualLines(language, { ja: 'カード', en: 'The card itself' }, 'heading'), ...until(card.validUntil), ...renewal(card.renewalFrom)]),
      { kind: 'rule' },
      { kind: 'pair', label: label({ ja: '確認日時', en: 'Checked' }), value: japanMinute(receipt.checkedAt) },
      { kind: 'pair', label: label({ ja: '端末', en: 'Terminal' }), value: receipt.terminalNumber },
      ...bilingualLines(language, { ja: 'この票は証明書ではありません。', en: 'This slip is not a certificate.' }),
      ...(receipt.specimen ? [{ kind: 'rule' } as const, ...specimenMark(language)] : []),
    ],
  }
}

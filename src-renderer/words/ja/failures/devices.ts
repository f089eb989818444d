import type { FailureCatalogue } from '../../failure-words.ts'

const ask = '{係員|かかりいん}にお{声|こえ}がけください。'
const noPaper = {
  title: 'ただいま{証明書|しょうめいしょ}を{印刷|いんさつ}できません',
  body: 'お{申|もう}しこみの{内容|ないよう}は{残|のこ}っています。',
  todo: ask,
}
const noSlip = {
  title: '{受付票|うけつけひょう}が{出|で}ませんでした',
  body: 'お{申|もう}しこみは{受け付|うけつ}けています。',
  todo: '{画面|がめん}の{受付番号|うけつけばんごう}を、{窓口|まどぐち}でお{伝|つた}えください。',
}

/** The document printer behind the counter and the receipt printer beside the terminal. */
export const deviceFailures = {
  'PRINTER-PAPER-OUT': {
    resident: noPaper,
    clerk: { title: '証明書プリンターの用紙がありません', todo: '用紙を入れてから、もう一度印刷してください。まだ何も出ていません。' },
  },
  'PRINTER-COVER-OPEN': {
    resident: noPaper,
    clerk: { title: '証明書プリンターのカバーが開いています', todo: 'カバーを閉めてから、もう一度印刷してください。まだ何も出ていません。' },
  },
  'PRINTER-JAM': {
    resident: noPaper,
    clerk: { title: '証明書プリンターの紙づまりです', todo: 'つまった紙を取り除き、枚数を数えて書損として処理してから、もう一度印刷してください。' },
  },
  'PRINTER-OFFLINE': {
    resident: noPaper,
    clerk: { title: '証明書プリンターにつながりません', todo: '電源とケーブルを確かめてください。まだ何も出ていません。' },
  },
  'PRINTER-TIMEOUT': {
    resident: noPaper,
    clerk: { title: '証明書プリンターから完了の知らせがありません', todo: '紙が出たかどうかを目で確かめ、「出た」「出ていない」を選んでください。' },
  },
  'PRINTER-REFUSED': {
    resident: noPaper,
    clerk: { title: '証明書プリンターが印刷を受け付けません', todo: 'プリンターの表示と設定を確かめてください。まだ何も出ていません。' },
  },
  'PRINTER-UNCERTAIN': {
    resident: noPaper,
    clerk: {
      title: '証明書が出たかどうか分かりません',
      todo: '紙を目で確かめ、「出た」「出ていない」を選んでください。確かめるまで印刷し直さないでください。',
    },
  },
  'RECEIPT-PAPER-OUT': {
    resident: noSlip,
    clerk: { title: 'レシートの用紙がありません', todo: 'ロール紙を入れ替え、必要なら受付票を印刷し直してください。' },
  },
  'RECEIPT-COVER-OPEN': {
    resident: noSlip,
    clerk: { title: 'レシートプリンターのカバーが開いています', todo: 'カバーを閉め、必要なら受付票を印刷し直してください。' },
  },
  'RECEIPT-JAM': {
    resident: noSlip,
    clerk: { title: 'レシートの紙づまりです', todo: 'つまった紙を取り除き、必要なら受付票を印刷し直してください。' },
  },
  'RECEIPT-OFFLINE': {
    resident: noSlip,
    clerk: { title: 'レシートプリンターにつながりません', todo: '電源とケーブルを確かめてください。受付番号は画面で伝わっています。' },
  },
  'RECEIPT-TIMEOUT': {
    resident: noSlip,
    clerk: { title: 'レシートプリンターの返事がありません', todo: '受付票が出たかを目で確かめ、出ていなければ印刷し直してください。' },
  },
  'RECEIPT-UNCERTAIN': {
    resident: noSlip,
    clerk: { title: '受付票が出たかどうか分かりません', todo: '目で確かめ、出ていなければ印刷し直してください。' },
  },
  'RECEIPT-CHARACTER': {
    resident: noSlip,
    clerk: { title: 'レシートに印字できない文字があります', todo: '送る前に止めました。市区町村名などの設定を保守担当に確認してもらってください。' },
  },
} satisfies Partial<FailureCatalogue>

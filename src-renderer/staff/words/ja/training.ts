import type { PrinterFault, ReaderFault } from '../../../../src-preload/contract.ts'

const printer: Record<PrinterFault, string> = {
  ready: '正常',
  paperOut: '用紙切れ',
  coverOpen: 'カバーが開いている',
  jam: '紙づまり',
  offline: 'つながらない',
  slow: '遅い',
  uncertain: '出たか分からない',
}

const reader: Record<ReaderFault, string> = { none: '正常', noService: 'サービスが止まっている', noReader: 'リーダーがない' }

/** 研修盤. */
export const training = {
  title: '研修盤',
  lead: 'カードを置いたり、装置をわざと止めたりして、住民側と職員側の動きを練習します。本物のカードも紙も使いません。',
  cards: 'カード',
  cardsLead: '置くカードを選んでください。同時に置けるのは1枚です。',
  onReader: 'リーダーの上：',
  nothing: '何も置いていません',
  put: '置く',
  take: '取る',
  placed: '置いてあります',
  reader: 'カードリーダー',
  receiptPrinter: 'レシートプリンター',
  documentPrinter: '証明書プリンター',
  readerFaults: reader,
  printerFaults: printer,
  papers: '出た紙',
  papersLead: '仮想のプリンターが作ったファイルです。新しい順です。',
  papersNone: 'まだ何も出ていません',
  receipt: 'レシート',
  document: '証明書',
  failed: (why: string) => `操作できませんでした：${why}`,
}

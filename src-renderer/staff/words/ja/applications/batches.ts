import type { BatchListCheck } from '../../../../../src-preload/contract.ts'

const problems: Record<BatchListCheck['problems'][number]['problem'], string> = {
  empty: '空です',
  notADate: '日付ではありません',
  notAFormId: '申請書IDではありません',
  tooLong: '長すぎます',
  repeated: '同じ人が二度あります',
  unknownValue: '分からない値です',
}

/** 企業一括申請, 出張申請受付, 行政区交付. */
export const batches = {
  problems,
  title: '団体・出張',
  empty: '団体・出張はまだありません',
  choose: '団体・出張を選ぶか、新しく始めます',
  people: (count: number) => `${count}人`,
  open: '受付中',
  closed: '締めた',
  progress: '進み具合',
  photos: '写真',
  received: '受付',
  ended: '取りやめ',
  of: (done: number, all: number) => `${done}／${all}人`,
  list: '申請する人',
  number: '順',
  name: '氏名',
  state: '状態',
  missing: '足りないもの',
  nothingMissing: 'そろっています',
  show: '開く',
  nobody: 'まだ誰もいません。名簿を取り込むか、一人ずつ追加します。',
  loading: '名簿を開いています…',
  offline: '回線がなくても受け付けられます。記録はこの端末に残り、つながったときに送られます。',
}

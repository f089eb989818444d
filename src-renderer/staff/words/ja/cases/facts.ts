import type { CardCaseFacts, CardCaseKind, CardCaseState, CaseActor, CertificateKind, PinKind } from '../../../../../src-preload/contract.ts'

const kinds: Record<CardCaseKind, string> = {
  pinReset: '暗証番号の初期化・再設定',
  certificateIssue: '電子証明書の発行',
  certificateRenewal: '電子証明書の更新',
  suspension: '一時停止',
  suspensionRelease: '一時停止の解除',
  recordUpdate: '券面事項の更新',
  continuedUse: '継続利用',
  cardReturn: '返納',
  faceAuthenticationSwitch: '顔認証カードへの切替え',
  cardDelivery: '交付時の暗証番号設定',
}

/** What comes next is what a clerk looks for, so a state is named after it. */
const states: Record<CardCaseState, string> = {
  open: '確認中',
  awaitingAnswer: '回答待ち',
  ready: '開始待ち',
  atCard: '住民側',
  uncertain: '要確認',
  done: '完了',
  refused: '断った',
  withdrawn: '取下げ',
}

const actors: Record<CaseActor, string> = { self: '本人', legalRepresentative: '法定代理人', agent: '任意代理人' }
const pins: Record<PinKind, string> = { userAuthentication: '利用者証明用', signature: '署名用', residentRegister: '住民基本台帳用', inputSupport: '券面事項入力補助用' }
const certificates: Record<CertificateKind, string> = { userAuthentication: '利用者証明用', signature: '署名用' }
const changedItems: Record<CardCaseFacts['changedItems'][number], string> = { name: '氏名', address: '住所', other: '生年月日・性別' }
const losses: Record<NonNullable<CardCaseFacts['loss']>, string> = { lost: '紛失', stolen: '盗難', fire: '火災', other: 'そのほか' }
const authorities: Record<NonNullable<CardCaseFacts['authority']>['how'], string> = { document: '書類で確かめた', onFile: '市区町村の記録で分かる', sameHousehold: '同じ世帯の親権者' }

export const domain = { kinds, states, actors, pins, certificates, changedItems, losses, authorities }

/** What the clerk saw and asked. */
export const facts = {
  title: '確かめたこと',
  state: { saved: '記録しました', unsaved: '記録していません', saving: '記録しています…', failed: '記録できませんでした' },
  save: '記録',
  reopens: '直すと「確認中」に戻り、二人目の確認もやり直しになります。',
  fixed: 'この状態では直せません。',
  otherDay: '書類・カード・署名は、見たその日だけ有効です。今日もう一度見て「記録」してください。',
  actor: '来た人',
  ward: '成年被後見人',
  documents: '来た人の本人確認書類',
  principalDocuments: '持ち主の本人確認書類',
  copyNothing: '種類だけを記録します。写しはとりません。',
  required: (alternatives: readonly string[]) => `要るもの：${alternatives.join(' または ')}`,
  ofClass: (a: number, b: number) => [a > 0 ? `A ${a}点` : '', b > 0 ? `B ${b}点` : ''].filter((part) => part !== '').join('＋'),
  noDocuments: 'カードのほかに、本人確認書類は要りません。',
  more: (count: number) => `ほかの書類（${count}種類）`,
  fewer: 'たたむ',
  card: 'カード',
  cardPresented: 'カードを窓口で見た',
  representative: '代理人',
  name: '氏名',
  address: '住所',
  relationship: '持ち主との関係',
  phone: '電話',
  authority: '代理権の確認',
  authorityDocument: '見た書類',
  issuedOn: '発行日',
  powerOfAttorney: '委任状を受け取った',
  noticeAnswer: '期限のお知らせに付いていた照会書兼回答書を、封をしたまま持ってきた',
  formSigned: '申請書に署名をもらった',
  form: '申請書',
  pins: '決めなおす暗証番号',
  pinsKnown: '覚えている暗証番号（住民側で入力します）',
  certificates: '発行する電子証明書',
  signatureException: '法定代理人が、署名用を特に求めている',
  notFaceCard: '顔認証マイナンバーカードではない（追記欄に「顔認証」がない）',
  notFaceCardNote: '署名用のないカードは、暗証番号がすべて使えないと、顔認証カードと見分けが付きません。',
  changedItems: '変わった事項',
  oldForm: '前の住所の申請書・申請書IDを持ってきた',
  move: '転入の日付',
  movedOn: '転入した日',
  plannedMoveOutOn: '転出予定日',
  notifiedOn: '転入届の日',
  reservation: 'コンビニの予約',
  reserved: 'アプリで予約してきた',
  reservedOn: '予約した日',
  reservedAt: '予約した時刻',
  reservedWith: '予約に使った暗証番号',
  reservationLeft: (hours: number, minutes: number) => `あと${hours}時間${minutes}分`,
  reservationOver: '24時間を過ぎました',
  loss: '止める理由',
  dateHelp: 'S25.4.1、19500401 など',
  dateWrong: '日付として読めません',
  timeHelp: '14:05 など',
  timeWrong: '時刻として読めません',
}

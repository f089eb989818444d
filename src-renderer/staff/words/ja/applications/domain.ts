import type {
  ApplicationKind,
  ApplicationRefusal,
  ApplicationRow,
  ApplicationState,
  BatchKind,
  CollectionWay,
  Delivery,
  ExpressGround,
  PacketRow,
  ReturnReason,
} from '../../../../../src-preload/contract.ts'

const kinds: Record<ApplicationKind, string> = {
  first: '初めて',
  renewal: '更新',
  reissueLost: '再交付（紛失）',
  reissueDamaged: '再交付（損傷）',
  reissueFullNotes: '再交付（追記欄の満欄）',
  reissueNumberChanged: '再交付（番号の変更）',
}

const states: Record<ApplicationState, string> = {
  draft: '記入中',
  received: '申請受付',
  returned: '返戻',
  corrected: '補正済み',
  resent: '再送付',
  shipped: '発送',
  prepared: '交付前設定',
  notified: '交付通知',
  delivered: '交付',
  refused: '断った',
  withdrawn: '取下げ',
}

const collections: Record<CollectionWay, string> = { atDelivery: '交付時来庁', atApplication: '申請時来庁', postOffice: '郵便局', outreach: '出張申請受付' }

const express: Record<ExpressGround, string> = {
  newborn: '1歳未満の初めてのカード',
  movedInFromAbroad: '国外からの転入',
  lost: '紛失',
  newForeignResident: '新しい中長期在留者など',
  newlyRecorded: '新しく住民票に記載',
  released: '矯正施設からの釈放',
  numberChanged: '番号の変更',
  damaged: '損傷・チップの故障',
  fullNotes: '追記欄の満欄',
}

const returnReasons: Record<ReturnReason, string> = {
  photo: '写真の不備',
  formFilledWrongly: '記入の不備',
  oldForm: '古い申請書',
  periodOfStay: '在留期間',
  representative: '代理人の記載',
  recordChanged: '住民票の変更',
  duplicate: '重複した申請',
  other: 'その他',
}

const refusals: Record<ApplicationRefusal, string> = {
  identityNotProven: '本人確認ができない',
  notEntitled: '申請できる人ではない',
  documentsDoubtful: '書類に疑わしい点がある',
  photoNotThePerson: '写真が本人ではない',
  otherMunicipality: 'ほかの市区町村の住民',
  cardNotReturned: '今までのカードを返さない',
  other: 'その他',
}

const batchKinds: Record<BatchKind, string> = { company: '企業一括', outreach: '出張', district: '行政区交付' }
const packetStates: Record<PacketRow['state'], string> = { writing: '作成の途中', made: '作成済み', handedOver: '引渡し済み' }
const origins: Record<ApplicationRow['origin'], string> = { resident: '住民側で記入', staff: '職員が記入', list: '名簿から' }
const actors: Record<Delivery['actor'], string> = { self: '本人', legalRepresentative: '法定代理人', agent: '任意代理人' }
const agentReasons: Record<NonNullable<Delivery['agentReason']>, string> = {
  illness: '病気',
  disability: '障害',
  facility: '施設に入所',
  longAbsence: '長期の不在',
  preSchoolChild: '未就学児',
  imprisoned: '矯正施設',
  other: 'その他',
}
const deliveryPins: Record<Delivery['pins'], string> = { set: '本人がこの端末で設定（カードが受け付けた）', atTerminal: '本人が統合端末で設定', none: '設定しない（顔認証カード）', fromPinForm: '暗証番号設定依頼書から' }

/** The words of the field itself. */
export const domain = { kinds, states, collections, express, returnReasons, refusals, batchKinds, packetStates, origins, actors, agentReasons, deliveryPins }

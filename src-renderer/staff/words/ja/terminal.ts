import type { AlertView, DeviceView, ResidentScreenKind } from '../../../../src-preload/contract.ts'

const devices: Record<DeviceView['device'], string> = {
  cardReader: 'カードリーダー',
  receiptPrinter: 'レシートプリンター',
  documentPrinter: '証明書プリンター',
  store: '記録',
  registry: '住民記録',
  certificateStatus: '証明書の失効確認',
}

const lights: Record<DeviceView['light'], string> = { ready: '正常', attention: '注意', down: '停止' }

const screens: Record<ResidentScreenKind, string> = {
  attract: '待ち受け',
  outOfService: '受け付けていません',
  chooseService: '手続きを選んでいます',
  chooseOptions: '内容を選んでいます',
  placeCard: 'カードを待っています',
  working: '処理しています',
  enterPin: '暗証番号を入れています',
  lastTry: '暗証番号の残り1回',
  chooseMembers: 'のせる人を選んでいます',
  confirm: '内容を確かめています',
  slip: '受付票を渡しています',
  choosePin: '変える暗証番号を選んでいます',
  enterNewPin: '新しい暗証番号を決めています',
  pinChanged: '暗証番号を変えました',
  pinPartlyChanged: '暗証番号の変更が途中です',
  validity: 'カードの期限を見ています',
  cardWork: 'カードの手続き中です',
  applicationKind: '申請の種類を選んでいます',
  applicationForm: '申請書IDを読み取っています',
  applicationMoved: '申請書が届いてから引っ越したかを聞いています',
  applicationDetails: '申請の内容を入れています',
  photo: '写真を撮っています',
  photoAsk: '写真の確認を待っています',
  applicationConfirm: '申請の内容を確かめています',
  applicationSlip: '申請の受付票を渡しています',
  failed: '続けられない画面',
}

const alertKinds: Record<AlertView['kind'], { title: string; todo: string }> = {
  blockedRecord: { title: '交付できない記録', todo: '住民側には理由を出していません。理由を口にせず、別の場所で上席者が対応します。' },
  notGenuineCard: { title: '真正でないカード', todo: '上席者に知らせ、指示を受けてください。住民側には理由を出していません。' },
  incident: { title: '対象者の不一致', todo: '出ている紙を渡さないでください。上席者が記録を確認します。' },
  staffCalled: { title: '係員の呼び出し', todo: '住民側で呼んでいます。' },
  lastTry: { title: '暗証番号の残り1回', todo: '本人か確かめ、続けるかを判断してください。' },
  deviceDown: { title: '装置の停止', todo: '端末の欄で、装置と対応を確かめてください。' },
  recordProblem: { title: '記録の問題', todo: '住民記録の担当に確認してください。' },
}

const blocks: Record<NonNullable<AlertView['block']>, string> = {
  supportMeasures: '支援措置',
  under15: '15歳未満',
  movingOut: '転出予定',
  movedOut: '転出済み',
  deceased: '死亡',
  characterPending: '文字の登録待ち',
  overLength: '氏名・住所が長すぎる',
  sameDayMoveIn: '転入当日',
  faceAuthenticationCard: '顔認証カード',
}

/** The right-hand column: devices, the resident side, silent alerts; and the halt that stands over all. */
export const terminal = {
  title: '端末',
  devices,
  lights,
  deviceList: '装置',
  deviceKnown: (count: number) => (count === 0 ? 'すべて正常' : `${count}件`),
  notAsked: '確認中',
  device: {
    state: '状態',
    address: '接続',
    ready: '正常に動いています。することはありません。',
    attention: '動いていますが、まもなく人の手が要ります（用紙が残りわずかなど）。手の空いたときに確かめてください。',
  },
  resident: {
    title: '住民側の画面',
    screens,
    unknown: '表示中',
    call: '係員を呼んでいます',
    answer: '応答する',
    answerNote: '応じたら押してください。住民側の「係員を呼びました」が消えます。',
    waits: '残り1回の判断を待っています',
    decide: '判断する',
  },
  lastTry: {
    title: '暗証番号をもう1回入れさせますか',
    lead: 'あと1回まちがえると、カードの暗証番号がロックされます。ロックを解くには、本人確認書類による再設定の手続が要ります。',
    check: '顔写真で本人か確かめ、番号を覚えているかをたずねてください。番号そのものは聞かないでください。',
    allow: '入れさせる',
    allowNote: '本人で、番号に心当たりがある。まちがえればロックされます。',
    refuse: '入れさせない',
    refuseNote: 'カードは今のまま使えます。窓口の申請書か、暗証番号の再設定を案内します。',
  },
  alerts: {
    title: 'お知らせ',
    private: '住民側には出ません',
    none: 'お知らせはありません',
    kinds: alertKinds,
    blocks,
    reason: (why: string) => `理由：${why}`,
    reasonHidden: '理由は上席者の画面に出ます',
    acknowledge: '確認した',
  },
  queue: (count: number) => `待ち ${count}件`,
  halt: {
    title: '停止中：印刷・再発行・交付はできません',
    body: '紙の対象者と受付が一致しないことを検知しました。出ている紙を渡さず、その場に置いたままにしてください。',
    clerk: '上席者が記録を確認し、停止を解除します。住民には窓口の申請書を案内してください。',
    supervisor: '監査記録で経過を確かめ、紙を回収してから解除してください。',
    end: '停止を解除',
    dialogTitle: '停止を解除しますか',
    dialogLead: '解除すると、すぐに印刷と受付が再開します。解除した人と記述は監査記録に残ります。',
    note: '確認したこと・処置したこと',
    noteNeeded: '確認したことを書いてください。',
    submit: '解除して再開',
  },
}

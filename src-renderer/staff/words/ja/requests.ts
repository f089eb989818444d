import type { Extent, IndividualNumberPurpose, RecordOption, RequestState } from '../../../../src-preload/contract.ts'
import { formatNumber } from '../../../words/dates.ts'

/** What comes next is what a clerk looks for, so a state is named after it. */
const states: Record<RequestState, string> = {
  received: '印刷待ち',
  printing: '印刷中',
  uncertain: '要確認',
  printed: '領収待ち',
  paid: '交付待ち',
  handedOver: '交付済み',
  voided: '取消',
}

const extents: Record<Extent, string> = { household: '世帯全員', members: '世帯一部' }

/** In the list, where three characters more are one too many. */
const shortExtents: Record<Extent, string> = { household: '全員', members: '一部' }

const options: Record<RecordOption, string> = {
  relationship: '世帯主・続柄',
  registeredDomicile: '本籍・筆頭者',
  individualNumber: '個人番号',
  residentRecordCode: '住民票コード',
  foreignResidentDetails: '国籍・在留情報',
}

const purposes: Record<IndividualNumberPurpose, string> = {
  employment: '勤務先へ提出（社会保険・源泉徴収）',
  tax: '税の手続',
  socialSecurity: '社会保障の手続',
  disasterRelief: '災害対策の手続',
  otherLawful: 'その他、法令に定める手続',
}

/** The list, the request that was chosen, and its paper. */
export const requests = {
  states,
  extents,
  options,
  purposes,
  yen: (amount: number) => `${formatNumber(amount)}円`,
  copies: (count: number) => `${count}通`,
  kind: '住民票',
  title: (extent: Extent) => `住民票の写し（${extents[extent]}）`,
  list: {
    title: '受付一覧',
    filter: '表示する受付',
    waiting: '待ち',
    all: '本日すべて',
    empty: '待っている受付はありません',
    emptyAll: '本日の受付はまだありません',
    emptyNote: '住民側で受け付けると、ここに出ます。受付票のバーコードでも選べます。',
    extents: shortExtents,
    copies: (count: number) => `${count}通`,
    fresh: '新着',
    slipPending: '受付票 印刷中',
    slipFailed: '受付票 出ず',
    reissued: (times: number) => `再発行${times > 1 ? ` ${times}回` : ''}`,
    failed: '失敗あり',
    received: (number: string, kind: string) => `新しい受付 ${number} ${kind}`,
    receivedMany: (count: number) => `新しい受付が${count}件あります`,
    age: { now: '今', minutes: (count: number) => `${count}分`, hours: (hours: number, minutes: number) => `${hours}時間${String(minutes).padStart(2, '0')}分` },
    ageLabel: (age: string) => `受付から${age}`,
  },
  scan: {
    found: (number: string) => `受付票を読み取りました：${number}`,
    unreadable: '受付票のバーコードではありません。受付番号で選んでください。',
    otherDay: (number: string) => `${number}は本日の受付票ではありません。`,
    notListed: (number: string) => `${number}は一覧にありません。受付番号を確かめてください。`,
  },
  detail: {
    label: '申請の内容',
    none: '受付を選ぶと、内容と紙面がここに出ます',
    noneNote: '内容を開くと、開いたことが記録されます。',
    loading: '内容を開いています…',
    applicant: '申請者',
    identified: '本人確認',
    method: '利用者証明用電子証明書と暗証番号',
    validUntil: '証明書の有効期限',
    revocation: '失効の確認',
    revocationBy: { crl: '失効リスト', ocsp: '認証局への照会（OCSP）', deliveryCentre: '証明書交付センターへの照会' },
    revocationUnsaid: '方法の記録なし',
    revocationAsOf: (at: string) => `（${at} 時点）`,
    members: 'のせる人',
    persons: (count: number) => `${count}人`,
    include: 'のせる事項',
    includeNone: '追加の事項なし',
    omitted: '省く事項',
    purpose: '個人番号の使いみち',
    fee: '手数料',
    received: '受け取った額',
    change: 'おつり',
    numbers: '証明書番号',
    history: '経過',
    when: '時刻',
    state: '状態',
    actor: '職員・装置',
    reason: '理由',
    receivedAt: '受付',
  },
  preview: {
    title: '紙面',
    loading: '紙面を作っています…',
    show: '紙面を表示',
    hidden: '処理が済んだ受付です。紙面は必要なときだけ表示します。',
    unreadable: '紙面を画面に表示できません。印刷には影響しません。',
    again: 'もう一度',
    sheet: (now: number, all: number) => `${now} / ${all} 枚`,
    sheetLabel: (name: string, now: number, all: number) => `${name}、${all}枚のうち${now}枚目`,
    previous: '前の紙',
    next: '次の紙',
    zoomIn: '拡大',
    zoomOut: '縮小',
    zoom: (percent: number) => `${percent}%`,
    note: '証明書番号は印刷のときに決まります',
  },
}

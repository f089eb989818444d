import type { ApplicationFinding } from '../../../../../src-preload/contract.ts'

interface FindingWords {
  readonly title: string
  readonly todo: string
}

/** Why it can't be received yet, and what to do. */
export const findings: Record<ApplicationFinding['key'], FindingWords> = {
  formId: { title: '申請書IDがありません', todo: '申請書のQRコードか23けたを入れます。なければ新しい申請書を出します。' },
  moveNotAsked: { title: '引っ越しを聞いていません', todo: '申請書を受け取ってから引っ越したかを聞きます。' },
  applicant: { title: '申請者が決まっていません', todo: '住民記録から探して結び付けます。' },
  birthDate: { title: '生年月日がありません', todo: '申請書のとおりに入れます。' },
  photo: { title: '写真がありません', todo: '「住民側で撮影」で撮ってもらいます。' },
  photoNotConfirmed: { title: '写真を目で確かめていません', todo: '写真を見て「写真を確認」を押します。' },
  photoReturned: { title: '返された写真のままです', todo: '「住民側で撮影」で撮り直すか、事情があれば「例外として使う」に理由を書きます。' },
  representative: { title: '代理人の記載がありません', todo: '15歳未満・成年被後見人は、法定代理人が申請します。' },
  oldCard: { title: '今までのカードが返っていません', todo: '受け取って「返納」にします。失くしたときは紛失の申請です。' },
  identity: { title: '本人確認書類が足りません', todo: '足りる組合せは左に出ています。見た書類に印を付けます。' },
  pinForm: { title: '暗証番号設定依頼書がありません', todo: '本人が書き、封をしたものを受け取ります。中は見ません。' },
  presence: { title: '本人が来ていません', todo: 'この受け取り方では、本人の来庁が要ります。' },
  expressSince: { title: '特急発行の起算日がありません', todo: '届出などの日を入れます。' },
  stayUntil: { title: '在留期間を確かめていません', todo: '在留カードで満了日を確かめます。' },
  formStale: { title: '引っ越し前の申請書です', todo: '使えません。新しい申請書を印刷して渡します。' },
  formUsed: { title: '使われた申請書IDです', todo: '同じ申請がないか確かめ、新しい申請書を出します。' },
  birthDateDiffers: { title: '生年月日が住民記録と違います', todo: '読み間違いか、別の人か、確かめます。' },
  bornInFuture: { title: '生年月日が今日より後です', todo: '入れ直します。' },
  kindNotOffered: { title: 'この申請はここでは扱いません', todo: '扱う窓口を案内します。' },
  photoFindings: { title: '写真に直すところがあります', todo: '撮り直すか、事情があれば「例外として使う」に理由を書きます。' },
  photoNotAllowed: { title: '1歳未満は写真を載せません', todo: '写真を消します。' },
  signatureUnder15: { title: '15歳未満に署名用は発行しません', todo: '署名用電子証明書の希望を外します。' },
  signatureWard: { title: '成年被後見人に署名用は発行しません', todo: '署名用電子証明書の希望を外します。' },
  expressNotEligible: { title: '特急発行の対象ではありません', todo: '通常の申請にします。' },
  expressTooLate: { title: '特急発行の期限を過ぎています', todo: '通常の申請にします。' },
  expressTooEarly: { title: '特急発行の起算日がこれからです', todo: '日付を確かめます。' },
  stayOver: { title: '在留期間が満了しています', todo: '在留期間の更新が先です。' },
  renewalTooEarly: { title: '更新できる時期の前です', todo: '有効期間満了の3か月前から申請できます。' },
  collectionNotOffered: { title: 'この受け取り方は扱いません', todo: '別の受け取り方にします。' },
  residentNotCurrent: { title: 'ここの住民ではありません', todo: '住所地の市区町村を案内します。' },
}

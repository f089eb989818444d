import type { ReissueReason, VoidReason } from '../../../../src-preload/contract.ts'
import type { ActionName, WhyNot } from '../../desk/actions.ts'

const names: Record<ActionName, string> = {
  print: '印刷',
  resolveUncertain: '紙を確かめる',
  takeFee: '領収',
  handOver: '交付',
  printSlipAgain: '受付票を再印字',
  printFeeReceiptAgain: '領収書を再印字',
  reissue: '再発行',
  void: '取消',
}

const whyNot: Record<WhyNot, string> = {
  busy: '処理しています',
  notAllowed: '権限がありません',
  halted: '停止中はできません',
  printing: '印刷の終わりを待っています',
  uncertain: '先に紙を確かめます',
  notPrinted: '先に印刷します',
  alreadyPrinted: '印刷済みです',
  notPaid: '先に領収します',
  alreadyPaid: '領収済みです',
  finished: '交付済みです',
  voided: '取り消した受付です',
  noFeeYet: 'まだ領収していません',
}

const voidReasons: Record<VoidReason, string> = {
  residentCancelled: '申請者が取りやめた',
  wrongContent: '内容が違う',
  notCollected: '受け取りに来ない',
  printDefect: '印刷の不良',
  recordChanged: '記録が変わった',
  other: 'その他',
}

const reissueReasons: Record<ReissueReason, string> = {
  paperJam: '紙づまり',
  unreadable: '印刷がかすれた・読めない',
  damaged: '汚れた・破れた',
  lost: '交付前に紛失した',
  other: 'その他',
}

/** What is done with a request, and what each dialog says before it can't be undone. */
export const actions = {
  names,
  whyNot,
  voidReasons,
  reissueReasons,
  title: '処理',
  more: 'そのほかの処理',
  printing: (seconds: number) => `印刷しています（${seconds}秒）。プリンターの完了の知らせを待っています。`,
  cannot: (action: string, why: string) => `${action}はできません：${why}`,
  failed: (action: string) => `${action}ができませんでした`,
  waitingFailure: '処理の前に確かめてください',
  feeReceiptLead: '領収しました。領収書だけが出ていません',
  feeReceiptHint: 'プリンターを直してから「領収書を再印字」で出してください。もう一度領収しないでください。',
  slipHint: '受付はできています。受付番号で呼び出せます。',
  noteLabel: '補足',
  noteHelp: '氏名や個人番号は書かないでください。',
  noteNeeded: '「その他」のときは、補足を書いてください。',
  reasonLabel: '理由',
  reasonNeeded: '理由を選んでください。',
  fee: {
    title: (number: string) => `${number} の手数料を領収`,
    due: '手数料',
    received: '受け取った額（円）',
    change: 'おつり',
    quick: '受け取った額',
    exact: 'ちょうど',
    short: (amount: string) => `${amount}足りません`,
    notANumber: '金額を数字で入れてください',
    tooMuch: '金額が大きすぎます',
    submit: '領収する',
    note: '領収すると記録され、領収書が出ます。',
  },
  handOver: {
    title: (number: string) => `${number} を交付`,
    check: '渡す前に、三つを確かめてください',
    slip: (number: string) => `受付票の番号が ${number}`,
    name: '紙にある申請者の氏名',
    paper: (copies: string) => `紙は${copies}、ほかの人の紙が混ざっていない`,
    submit: '交付する',
    note: '交付は取り消せません。渡したあとに出し直すときは「再発行」です。',
  },
  void: {
    title: (number: string) => `${number} を取り消す`,
    lead: '取り消した受付は元に戻せません。必要なら住民側で受け付け直します。',
    paper: '出ている紙は渡さず、書損として処理してください。',
    money: (amount: string) => `領収した${amount}は、窓口で返金してください。`,
    submit: '取り消す',
  },
  reissue: {
    title: (number: string) => `${number} を再発行`,
    lead: '同じ内容でもう一度印刷します。紙に「再発行」と印字し、証明書番号も新しくなります。',
    paper: '前の紙を回収し、書損として処理してから進めてください。',
    submit: '再発行して印刷',
  },
  uncertain: {
    title: (number: string) => `${number} の紙は出ましたか`,
    lead: 'プリンターから完了の知らせがありません。機械には分からないので、排紙口と中を目で確かめてください。',
    yes: '出た',
    yesNote: (copies: string) => `${copies}すべてがそろい、きれいに印刷されている。領収に進みます。`,
    no: '出ていない',
    noNote: '1枚でも足りない、白い、または読めない。出た紙は書損にし、印刷の前の状態に戻します。',
    warning: '見ないで選ぶと、同じ証明書が2通出たり、紙のないまま領収したりします。',
  },
}

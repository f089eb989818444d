import type { CommandName } from '../../keys/shortcuts.ts'

const commands: Record<CommandName, string> = {
  help: 'この一覧',
  answerCall: '呼び出しに応答',
  filter: '待ち／本日すべて',
  decideLastTry: '暗証番号の残り1回を判断',
  nextColumn: '次の欄へ',
  otherPage: '受付／カード手続',
  printSlipAgain: '受付票を再印字',
  print: '印刷（要確認のときは紙を確かめる）',
  takeFee: '領収',
  handOver: '交付',
  reissue: '再発行',
  printFeeReceiptAgain: '領収書を再印字',
  void: '取消',
  previousSheet: '前の紙',
  nextSheet: '次の紙',
  zoomIn: '紙面を拡大',
  zoomOut: '紙面を縮小',
  changePassword: 'パスワードの変更',
  accounts: '職員アカウント（上席者）',
  lock: 'ロック',
  signOut: 'サインアウト',
}

/** The overlay that lists the keys. */
export const keys = {
  title: '操作キー',
  commands,
  groups: { list: '一覧から選ぶ', request: '選んだ受付', paper: '紙面', cases: 'カード手続', terminal: '端末と画面' },
  move: '前後の行',
  pick: '一覧の1〜10番目',
  scan: '受付票のバーコードを読む',
  scanner: 'スキャナー',
  clear: '選択をやめる・閉じる',
}

import type { Role } from '../../../../src-preload/contract.ts'

const roles: Record<Role, string> = { clerk: '窓口職員', supervisor: '上席者', maintainer: '保守担当' }

/** Signing in and out, the head of the page, and the words that stand on every dialog. */
export const frame = {
  page: '窓口（職員）',
  training: '見本',
  trainingLong: '研修モード：すべて見本です',
  terminal: (number: string) => `端末 ${number}`,
  roles,
  language: 'English',
  languageLabel: '表示の言語を英語にする',
  help: '操作キー',
  lock: 'ロック',
  signOut: 'サインアウト',
  close: '閉じる',
  cancel: 'やめる',
  cover: { title: '端末につないでいます', body: 'つながると自動で表示します。表示していた内容は消しました。' },
  signIn: {
    title: '職員サインイン',
    account: '職員ID',
    password: 'パスワード',
    submit: 'サインイン',
    busy: '確かめています…',
    note: 'サインインとサインアウトは記録されます。',
    needBoth: '職員IDとパスワードを入れてください。',
  },
  noAccounts: {
    title: '職員がまだ登録されていません',
    lead: 'この端末を設定する人が、最初の職員を登録します。',
    steps: ['キオスクを終了します。', '次の命令で職員を登録します。パスワードはそのとき決めます。', 'キオスクをもう一度起動し、ここでサインインします。'],
    configured: '設定ファイルを使う端末では、staffの前に --config とそのファイルを書きます。',
    waits: '住民側の受付は、職員がいなくても始まります。',
  },
  locked: {
    title: 'ロック中',
    lead: '個人情報は画面から消してあります。住民側の受付は続いています。',
    who: '使っている職員',
    submit: 'ロックを解除',
    needPassword: 'パスワードを入れてください。',
    other: '別の職員でサインイン',
  },
  code: 'コード',
  notSent: '端末の本体に届いたか分かりません。一覧の状態を確かめてください。',
}

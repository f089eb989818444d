/** Passwords: one's own, and a colleague's who can't sign in. */
export const accounts = {
  own: {
    title: 'パスワードの変更',
    fields: { old: '今のパスワード', oneTime: '仮パスワード', wish: '新しいパスワード', again: '新しいパスワード（もう一度）' },
    rule: '10文字以上。職員IDを含むもの、簡単すぎるものは使えません。',
    incomplete: '3つとも入れてください。',
    different: '新しいパスワードの2回が同じではありません。',
    submit: '変更する',
    recorded: '変更したことは記録されます。パスワードは記録されません。',
    due: {
      title: '自分のパスワードを決める',
      lead: (name: string) => `${name} さんは仮パスワードで入りました。自分のパスワードを決めると、窓口の画面が開きます。`,
    },
  },
  others: {
    open: '職員アカウント…',
    title: '職員アカウント',
    lead: 'パスワードを忘れた職員や、誤りが続いて入れない職員に、仮パスワードを設定します。次のサインインで本人が自分のパスワードに変えます。',
    list: '職員',
    nobody: 'ほかの職員はいません。',
    locked: 'ロック中',
    passwordDue: '仮パスワード',
    oneTime: '仮パスワード',
    oneTimeFor: (name: string) => `${name} さんの仮パスワード`,
    oneTimeHelp: '10文字以上。24時間使えます。本人に直接伝えてください。',
    ownPassword: 'あなたのパスワード',
    incomplete: '職員を選び、仮パスワードとあなたのパスワードを入れてください。',
    submit: '設定してロックを解除',
    done: (name: string) => `${name} さんの仮パスワードを設定しました。`,
    recorded: '設定したことは記録されます。パスワードは記録されません。',
  },
}

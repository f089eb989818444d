import type { FailureCatalogue } from '../../failure-words.ts'

const untouched = 'カードには{何|なに}も{起|お}きていません。'
const ask = '{係員|かかりいん}にお{声|こえ}がけください。'
const outOfOrder = { title: 'ただいまこの{端末|たんまつ}は{使|つか}えません', body: untouched, todo: ask }
const forClerks = { title: '{係員|かかりいん}が{確認|かくにん}しています', body: untouched, todo: ask }
const notAccepted = { title: 'お{申|もう}しこみを{受け付|うけつ}けられませんでした', body: '{手数料|てすうりょう}はいただいていません。', todo: ask }

/** The store, requests, staff accounts, messages, and the terminal as a whole. */
export const houseFailures = {
  'STORE-UNAVAILABLE': {
    resident: outOfOrder,
    clerk: { title: '記録装置が使えません', todo: '受け付けを止めています。端末を再起動し、直らなければ保守担当に連絡してください。' },
  },
  'STORE-READ-ONLY': {
    resident: outOfOrder,
    clerk: { title: '記録を書きこめません', todo: '受け付けを止めています。ディスクの状態と権限を保守担当に確認してもらってください。' },
  },
  'STORE-FULL': {
    resident: outOfOrder,
    clerk: {
      title: 'ディスクの空きがありません',
      todo: '受け付けを止めています。保守担当に連絡し、空きを作ってください。受け付け済みの記録は残っています。',
    },
  },
  'STORE-CORRUPT': {
    resident: outOfOrder,
    clerk: { title: '記録が壊れています', todo: '端末を使わず、保守担当に連絡してください。控えから戻します。' },
  },
  'STORE-NEWER-SCHEMA': {
    resident: outOfOrder,
    clerk: { title: '記録が新しい版のソフトで作られています', todo: 'ソフトを新しい版にしてください。記録は変更していません。' },
  },
  'STORE-KEY-MISSING': {
    resident: outOfOrder,
    clerk: { title: '記録を開く鍵がありません', todo: '端末の鍵の保管場所を保守担当に確認してもらってください。' },
  },
  'STORE-IN-USE': {
    resident: outOfOrder,
    clerk: { title: '記録がほかの処理に使われています', todo: '同じ端末でソフトが二つ動いていないか確かめてください。' },
  },
  'AUDIT-BROKEN': {
    resident: outOfOrder,
    clerk: {
      title: '監査記録のつながりが切れています',
      todo: '端末を使わず、上席者と保守担当に連絡してください。記録を消したり直したりしないでください。',
    },
  },
  'REQUEST-NOT-FOUND': {
    resident: forClerks,
    clerk: { title: 'その受付は見つかりません', todo: '受付番号を確かめてください。前日までの受付は一覧に出ません。' },
  },
  'REQUEST-STATE': {
    resident: forClerks,
    clerk: { title: '受付の状態が変わっていました', todo: 'ほかの職員が処理したかもしれません。一覧の今の状態を見て、やり直してください。' },
  },
  'REQUEST-TOO-MANY': {
    resident: notAccepted,
    clerk: { title: '本日の受付番号を使い切りました', todo: '窓口の申請書で受け付け、保守担当に連絡してください。' },
  },
  'STAFF-BAD-CREDENTIALS': {
    resident: forClerks,
    clerk: { title: '職員IDかパスワードが違います', todo: '確かめて、もう一度入れてください。' },
  },
  'STAFF-LOCKED-OUT': {
    resident: forClerks,
    clerk: { title: 'まちがいが続いたため、しばらくサインインできません', todo: '15分おくか、上席者に仮パスワードの設定を依頼してください。' },
  },
  'STAFF-PASSWORD-ENDED': {
    resident: forClerks,
    clerk: { title: '仮パスワードの期限（24時間）が過ぎています', todo: '上席者に、あらためて仮パスワードの設定を依頼してください。' },
  },
  'STAFF-SIGNED-OUT': {
    resident: forClerks,
    clerk: { title: 'サインインしていません', todo: 'サインインしてから、もう一度操作してください。' },
  },
  'STAFF-NOT-ALLOWED': {
    resident: forClerks,
    clerk: { title: 'この操作の権限がありません', todo: '権限のある職員に依頼してください。操作は記録されました。' },
  },
  'STAFF-EXISTS': {
    resident: forClerks,
    clerk: { title: 'その職員IDはすでに使われています', todo: '別の職員IDにしてください。' },
  },
  'STAFF-NOT-FOUND': {
    resident: forClerks,
    clerk: { title: 'その職員IDはありません', todo: '職員IDを確かめてください。' },
  },
  'STAFF-WEAK-PASSWORD': {
    resident: forClerks,
    clerk: { title: 'そのパスワードは使えません', todo: '10文字以上で、職員IDを含まず、簡単すぎず、今のものと違うものにしてください。' },
  },
  'MESSAGE-INVALID': {
    resident: {
      title: '{操作|そうさ}を{受け付|うけつ}けられませんでした',
      body: '{今|いま}までの{入力|にゅうりょく}は{変|か}わっていません。',
      todo: 'もう{一度|いちど}{押|お}してください。',
    },
    clerk: { title: '画面から正しくない操作が届きました', todo: '画面を開き直してください。くり返すときは保守担当に連絡してください。' },
  },
  'MESSAGE-ILL-TIMED': {
    resident: {
      title: '{画面|がめん}が{先|さき}に{進|すす}んでいました',
      body: '{今|いま}までの{入力|にゅうりょく}は{変|か}わっていません。',
      todo: '{今|いま}の{画面|がめん}を{見|み}て、{続|つづ}けてください。',
    },
    clerk: { title: '今の状態ではできない操作です', todo: '今の状態を見て、やり直してください。' },
  },
  'MESSAGE-FORBIDDEN': {
    resident: {
      title: '{操作|そうさ}を{受け付|うけつ}けられませんでした',
      body: '{今|いま}までの{入力|にゅうりょく}は{変|か}わっていません。',
      todo: ask,
    },
    clerk: { title: 'この画面からは許されない操作です', todo: '操作は記録されました。心当たりがなければ上席者に連絡してください。' },
  },
  'KIOSK-CLOSED': {
    resident: {
      title: 'ただいま{受付時間外|うけつけじかんがい}です',
      body: 'お{急|いそ}ぎの{方|かた}は、{窓口|まどぐち}におたずねください。',
      todo: '{受付時間|うけつけじかん}にもう{一度|いちど}お{越|こ}しください。',
    },
    clerk: { title: '受付時間外です', todo: '時間になると自動ではじまります。' },
  },
  'KIOSK-HALTED': {
    resident: outOfOrder,
    clerk: { title: '対象者の不一致で停止しています', todo: '上席者が記録を確認し、停止を解除するまで使えません。出ている紙を渡さないでください。' },
  },
  'CONFIG-INVALID': {
    resident: outOfOrder,
    clerk: { title: '設定に誤りがあります', todo: '示された項目を直して、端末を再起動してください。' },
  },
  INTERNAL: {
    resident: {
      title: '{端末|たんまつ}に{問題|もんだい}が{起|お}きました',
      body: 'ここまでに{選|えら}んだ{内容|ないよう}は{消|き}えました。カードには{何|なに}も{起|お}きていません。',
      todo: ask,
    },
    clerk: {
      title: '端末の内部で問題が起きました',
      todo: '受付一覧で状態を確かめてください。くり返すときは、時刻を控えて保守担当に連絡してください。',
    },
  },
} satisfies Partial<FailureCatalogue>

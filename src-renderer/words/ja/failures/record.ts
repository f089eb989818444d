import type { FailureCatalogue } from '../../failure-words.ts'

const untouched = 'カードには{何|なに}も{起|お}きていません。'
const ask = '{係員|かかりいん}にお{声|こえ}がけください。'
const neutral = { title: 'この{端末|たんまつ}ではお{取り扱|とりあつか}いできません', body: untouched, todo: ask }
const notPrinted = { title: '{証明書|しょうめいしょ}を{用意|ようい}できませんでした', body: '{手数料|てすうりょう}はいただいていません。', todo: ask }

/** The certificate in the card, the resident record, the document. */
export const recordFailures = {
  'CERT-EXPIRED': {
    resident: {
      title: 'カードの{電子証明書|でんししょうめいしょ}の{有効期限|ゆうこうきげん}が{切|き}れています',
      body: '{電子証明書|でんししょうめいしょ}は、{窓口|まどぐち}で{新|あたら}しくできます。',
      todo: ask,
    },
    clerk: {
      title: '利用者証明用電子証明書の有効期限切れです',
      todo: '電子証明書の新規発行を案内してください。証明書は窓口の申請書で受け付けられます。',
    },
  },
  'CERT-NOT-YET-VALID': {
    resident: { title: 'カードの{電子証明書|でんししょうめいしょ}が、まだ{使|つか}えません', body: untouched, todo: ask },
    clerk: {
      title: '電子証明書の有効期間が始まっていません',
      todo: '端末の日付と時刻を確かめてください。正しければ、発行した窓口に確認してください。',
    },
  },
  'CERT-REVOKED': {
    resident: {
      title: 'カードの{電子証明書|でんししょうめいしょ}が{使|つか}えなくなっています',
      body: 'カードの{再発行|さいはっこう}や{利用停止|りようていし}などで、{使|つか}えなくなることがあります。',
      todo: ask,
    },
    clerk: {
      title: '利用者証明用電子証明書が失効しています',
      todo: '失効の理由（再発行、一時停止など）を確かめ、一時停止の解除や新規発行を案内してください。',
    },
  },
  'CERT-UNKNOWN': {
    resident: { title: 'カードの{電子証明書|でんししょうめいしょ}を{確認|かくにん}できませんでした', body: untouched, todo: ask },
    clerk: {
      title: '失効情報に、この証明書の答えがありません',
      todo: '有効とみなさないでください。窓口の申請書で受け付け、続くときは保守担当に連絡してください。',
    },
  },
  'CERT-UNREACHABLE': {
    resident: {
      title: '{電子証明書|でんししょうめいしょ}の{確認先|かくにんさき}につながりません',
      body: `${untouched}{選|えら}んだ{内容|ないよう}は{残|のこ}っています。`,
      todo: '{少|すこ}し{待|ま}って、もう{一度|いちど}ためしてください。',
    },
    clerk: { title: '失効情報を確認できません', todo: '有効とみなさないでください。回線を確かめ、直るまで窓口の申請書で受け付けてください。' },
  },
  'CERT-UNTRUSTED': {
    resident: neutral,
    clerk: {
      title: '電子証明書の発行者を信頼できません',
      todo: '偽造、または端末の信頼する証明書の設定誤りです。カードと本人を確認し、保守担当に連絡してください。',
    },
  },
  'CERT-MALFORMED': {
    resident: { title: 'カードの{電子証明書|でんししょうめいしょ}を{読み取|よみと}れません', body: untouched, todo: ask },
    clerk: { title: '電子証明書の形式が正しくありません', todo: 'もう一度読み取ってください。くり返すときは窓口の申請書で受け付けてください。' },
  },
  'RESIDENT-NOT-FOUND': {
    resident: neutral,
    clerk: {
      title: 'カードに対応する住民記録が見つかりません',
      todo: '他市区町村の住民、転出した方、発行直後のカードなどです。住民記録システムで確認してください。',
    },
  },
  'RESIDENT-BLOCKED': {
    resident: neutral,
    clerk: {
      title: '発行が抑止されています',
      todo: '理由を本人以外に知られないよう、別室などで対応してください。詳しい理由は権限のある職員だけが確認できます。',
    },
  },
  'RESIDENT-INCOMPLETE': {
    resident: neutral,
    clerk: { title: '住民記録の項目が足りません', todo: '住民記録システムで項目を確かめ、補正してから窓口で発行してください。' },
  },
  'RESIDENT-CHANGED': {
    resident: neutral,
    clerk: { title: '受け付けたあとに住民記録が変わりました', todo: 'この受付を取り消し、もう一度申しこんでもらってください。' },
  },
  'REGISTRY-UNAVAILABLE': {
    resident: {
      title: 'ただいま{住民票|じゅうみんひょう}を{確認|かくにん}できません',
      body: `${untouched}{選|えら}んだ{内容|ないよう}は{残|のこ}っています。`,
      todo: '{少|すこ}し{待|ま}って、もう{一度|いちど}ためしてください。',
    },
    clerk: { title: '住民記録につながりません', todo: '回線とサーバーを確かめてください。直るまで、この端末では発行できません。' },
  },
  'DOCUMENT-MISSING-GLYPH': {
    resident: neutral,
    clerk: {
      title: '印字できない文字があります',
      todo: '印刷は止めました。表示された文字を確かめ、文字（外字）の登録を保守担当に依頼してください。',
    },
  },
  'DOCUMENT-TOO-LONG': {
    resident: neutral,
    clerk: { title: '欄に入りきらない項目があります', todo: '印刷は止めました。住民記録システムから発行してください。' },
  },
  'DOCUMENT-INVALID-INPUT': {
    resident: neutral,
    clerk: { title: '証明書の内容に正しくない項目があります', todo: '印刷は止めました。住民記録の該当項目を確かめてください。' },
  },
  'DOCUMENT-MISMATCH': {
    resident: neutral,
    clerk: { title: '受付と証明書の対象者が一致しません', todo: '端末を停止しました。紙を渡さず、上席者に連絡して記録を確認してください。' },
  },
  'DOCUMENT-NOT-VERIFIED': {
    resident: notPrinted,
    clerk: { title: '証明書の検証コードを確かめられません', todo: 'この紙を使わないでください。原本と比べ、発行元に確認してください。' },
  },
} satisfies Partial<FailureCatalogue>

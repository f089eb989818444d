import type { CertificateValidity } from '../../../../src-preload/contract.ts'
import { formatNumber } from '../../dates.ts'

/** Of a certificate, or of the card itself. */
const states: Record<CertificateValidity['state'], string> = {
  good: '{使|つか}えます',
  expired: '{期限|きげん}が{切|き}れています',
  notYetValid: 'まだ{使|つか}えません',
  revoked: '{使|つか}えなくなっています',
  absent: '{入|はい}っていません',
  locked: 'まだ{確|たし}かめていません',
  unconfirmed: '{確|たし}かめられませんでした',
}

const reasons: Record<NonNullable<CertificateValidity['reason']>, string> = {
  attributesChanged: '{住所|じゅうしょ}や{名前|なまえ}などが{変|か}わったため、{失効|しっこう}しました。',
  superseded: '{新|あたら}しい{電子証明書|でんししょうめいしょ}が、すでに{発行|はっこう}されています。',
  onHold: '{一時停止中|いちじていしちゅう}か、{失効|しっこう}しています。',
  ceased: '{使|つか}うのをやめる{手続|てつづ}きがされています。',
  other: '{失効|しっこう}しています。',
}

const doNotWrite = 'カードには、ご{自分|じぶん}で{書|か}きこまないでください。{係員|かかりいん}が{書|か}きます。'

/** What to do next, exactly (reference counter-procedures §C, last table; §I for what people are told wrong). */
const advice: Record<CertificateValidity['advice'], string> = {
  nothing: 'このままお{使|つか}いください。',
  renewNow: '{窓口|まどぐち}で{更新|こうしん}できます。カードと{暗証番号|あんしょうばんごう}をお{持|も}ちください。',
  renewLater: 'まだ{更新|こうしん}はいりません。',
  issueAtCounter: '{窓口|まどぐち}で、{新|あたら}しい{電子証明書|でんししょうめいしょ}を{入|い}れられます（{無料|むりょう}）。',
  issueAfterRecordUpdate: `{窓口|まどぐち}で、カードの{住所|じゅうしょ}や{名前|なまえ}が{新|あたら}しいか{確|たし}かめてから、{入|い}れなおします。${doNotWrite}`,
  releaseAtMunicipality:
    'お{住|す}まいの{市区町村|しくちょうそん}の{窓口|まどぐち}で、{一時停止|いちじていし}の{解除|かいじょ}と{入|い}れなおしをします。コールセンターや{電話|でんわ}ではできません。',
  askStaff: '「{係員|かかりいん}を{呼|よ}ぶ」を{押|お}してください。',
  tryAgain: '{少|すこ}し{待|ま}って、もう{一度|いちど}お{確|たし}かめください。',
  enterPassword: 'パスワード（6〜16{文字|もじ}）を{入|い}れると、{確|たし}かめられます。',
}

/** Both certificates and the card: what works, until when, what to do. */
export const validity = {
  title: {
    fine: 'カードは、{今|いま}のままお{使|つか}いください',
    partly: '{確|たし}かめた{結果|けっか}です',
    todo: '{手続|てつづ}きがいるものがあります',
    unconfirmed: '{確|たし}かめられなかったものがあります',
  },
  electronic: '{電子証明書|でんししょうめいしょ}',
  states,
  reasons,
  advice,
  until: (date: string) => `${date}まで`,
  was: (date: string) => `{期限|きげん}：${date}`,
  daysLeft: (days: number) => (days === 0 ? '{今日|きょう}までです' : `あと${formatNumber(days)}{日|にち}`),
  daysPast: (days: number) => `${formatNumber(days)}{日前|にちまえ}に{切|き}れました`,
  renewFrom: (date: string) => `${date}から{更新|こうしん}できます`,
  next: 'つぎにすること',
  unconfirmed: '{今|いま}{使|つか}えるかどうか、わかりません。',
  absent: '{15歳|じゅうごさい}{未満|みまん}の{方|かた}や、{希望|きぼう}しなかった{方|かた}のカードにはありません。',
  absentAdvice: 'いるときは、{係員|かかりいん}におたずねください。',
  takeCard: '{終|お}わったら、カードをお{取|と}りください',
  checkSignature: 'パスワードを{入|い}れて{確|たし}かめる',
  cardRenewNow: '{窓口|まどぐち}で、{新|あたら}しいカードを{申請|しんせい}できます。',
  cardExpired: '{窓口|まどぐち}で、{新|あたら}しいカードを{申請|しんせい}してください。',
  aboutRenewal: 'カードを{更新|こうしん}すると',
  print: '{結果|けっか}を{紙|かみ}に{印刷|いんさつ}する',
  printNote: '{名前|なまえ}や{番号|ばんごう}は{印刷|いんさつ}しません',
  printed: '{結果|けっか}の{紙|かみ}をお{取|と}りください',
  printFailed: '{結果|けっか}の{紙|かみ}は{出|で}ませんでした',
  finish: 'おわる',
}

/** What a card renewal changes, and what people are often told wrong (reference counter-procedures §I). */
export const cardRenewal = {
  title: 'カードを{更新|こうしん}すると、ここが{変|か}わります',
  lead: '{有効期限|ゆうこうきげん}の3か{月前|げつまえ}から{申請|しんせい}できます。',
  from: (date: string) => `${date}から{申請|しんせい}できます。`,
  changes: '{変|か}わるもの',
  changing: [
    '{新|あたら}しいカードになります。{今|いま}のカードは{引|ひ}きかえに{返|かえ}します。',
    '{電子証明書|でんししょうめいしょ}が、2つとも{新|あたら}しくなります。',
    '{暗証番号|あんしょうばんごう}を、{全部|ぜんぶ}{決|き}めなおします。',
    '{顔写真|かおじゃしん}を{新|あたら}しくします。',
  ],
  stays: '{変|か}わらないもの',
  staying: ['マイナンバー（12けたの{番号|ばんごう}）'],
  careful: '{気|き}をつけること',
  rules: [
    '{引|ひ}っ{越|こ}す{前|まえ}にもらった{申請書|しんせいしょ}は{使|つか}えません。{窓口|まどぐち}で{新|あたら}しい{申請書|しんせいしょ}をお{渡|わた}しします。',
    `{住所|じゅうしょ}や{名前|なまえ}が{変|か}わっても、${doNotWrite}`,
    '{止|と}めたカードをまた{使|つか}うときは、コールセンターではなく、お{住|す}まいの{市区町村|しくちょうそん}の{窓口|まどぐち}へ。',
  ],
  back: '{結果|けっか}にもどる',
}

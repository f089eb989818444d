import type { CounterService, Extent, IndividualNumberPurpose, RecordOption } from '../../../src-preload/contract.ts'
import { formatNumber } from '../dates.ts'
import { cardWorks, certificates, pins, secret } from './card-domain.ts'

interface Explained {
  /** The plain word. */
  name: string
  /** What it means for the reader. */
  explanation: string
  /** The legal or official name, shown small. */
  legal: string
}

const services: Record<CounterService, Explained> = {
  residentRecordHousehold: {
    name: '{家族全員|かぞくぜんいん}の{住民票|じゅうみんひょう}',
    explanation: 'いっしょに{住民登録|じゅうみんとうろく}している{家族全員|かぞくぜんいん}がのります。',
    legal: '{住民票|じゅうみんひょう}の{写|うつ}し（{世帯全員|せたいぜんいん}）',
  },
  residentRecordMembers: {
    name: '{選|えら}んだ{人|ひと}の{住民票|じゅうみんひょう}',
    explanation: 'ご{自分|じぶん}だけ、または{選|えら}んだ{家族|かぞく}だけがのります。',
    legal: '{住民票|じゅうみんひょう}の{写|うつ}し（{世帯|せたい}の{一部|いちぶ}）',
  },
  pinChange: {
    name: '{暗証番号|あんしょうばんごう}を{変|か}える',
    explanation: '{今|いま}の{番号|ばんごう}がわかる{方|かた}が、{新|あたら}しい{番号|ばんごう}に{変|か}えられます。',
    legal: '{暗証番号|あんしょうばんごう}の{変更|へんこう}',
  },
  certificateValidity: {
    name: 'カードの{期限|きげん}を{確|たし}かめる',
    explanation: 'カードと{電子証明書|でんししょうめいしょ}が{今|いま}{使|つか}えるか、いつまで{使|つか}えるかがわかります。',
    legal: '{電子証明書|でんししょうめいしょ}の{有効性|ゆうこうせい}の{確認|かくにん}',
  },
  cardApplication: {
    name: 'マイナンバーカードを{申請|しんせい}する',
    explanation: '{写真|しゃしん}もここで{撮|と}れます。はじめての{方|かた}も、{作|つく}り{直|なお}す{方|かた}も{申請|しんせい}できます。',
    legal: '{個人番号|こじんばんごう}カードの{交付申請|こうふしんせい}',
  },
}

const options: Record<RecordOption, Explained> = {
  relationship: {
    name: '{家族|かぞく}の{関係|かんけい}',
    explanation: '{世帯主|せたいぬし}の{名前|なまえ}と、{世帯主|せたいぬし}から{見|み}た{関係|かんけい}です。',
    legal: '{世帯主|せたいぬし}・{続柄|つづきがら}',
  },
  registeredDomicile: {
    name: '{本籍|ほんせき}',
    explanation: '{戸籍|こせき}のある{場所|ばしょ}と、{戸籍|こせき}の{最初|さいしょ}に{書|か}かれた{人|ひと}の{名前|なまえ}です。',
    legal: '{本籍|ほんせき}・{筆頭者|ひっとうしゃ}',
  },
  individualNumber: {
    name: 'マイナンバー',
    explanation: '12けたの{番号|ばんごう}です。{出|だ}す{先|さき}がかぎられています。',
    legal: '{個人番号|こじんばんごう}',
  },
  residentRecordCode: {
    name: '{住民票|じゅうみんひょう}コード',
    explanation: '11けたの{番号|ばんごう}です。{年金|ねんきん}などで{使|つか}うことがあります。',
    legal: '{住民票|じゅうみんひょう}コード',
  },
  foreignResidentDetails: {
    name: '{国籍|こくせき}・{在留資格|ざいりゅうしかく}',
    explanation: '{外国籍|がいこくせき}の{方|かた}の{国籍|こくせき}・{地域|ちいき}と、{在留資格|ざいりゅうしかく}などです。',
    legal: '{国籍|こくせき}・{地域|ちいき}、{在留情報|ざいりゅうじょうほう}',
  },
}

const purposes: Record<IndividualNumberPurpose, string> = {
  employment: '{勤め先|つとめさき}に{出|だ}す',
  tax: '{税金|ぜいきん}の{手続|てつづ}き',
  socialSecurity: '{年金|ねんきん}・{健康保険|けんこうほけん}・{福祉|ふくし}の{手続|てつづ}き',
  disasterRelief: '{災害|さいがい}の{支援|しえん}を{受|う}ける{手続|てつづ}き',
  otherLawful: 'そのほか、{法律|ほうりつ}で{決|き}められた{手続|てつづ}き',
}

const extents: Record<Extent, string> = { household: '{世帯全員|せたいぜんいん}', members: '{世帯|せたい}の{一部|いちぶ}' }

/** Words of the field that both screens use. */
export const domain = {
  services,
  options,
  purposes,
  extents,
  pins,
  secret,
  certificates,
  cardWorks,
  yen: (amount: number) => `${formatNumber(amount)}{円|えん}`,
  /** Of one copy, or of the service. */
  price: (fee: number) => (fee === 0 ? '{無料|むりょう}' : `1{通|つう} ${formatNumber(fee)}{円|えん}`),
  copies: (count: number) => `${count}{通|つう}`,
}

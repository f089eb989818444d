import type { CardCaseKind, CertificateKind, PinKind } from '../../../src-preload/contract.ts'

interface PinWords {
  /** What it is called by those who use it. */
  name: string
  /** What it is for. */
  explanation: string
  legal: string
  /** What it is called in a sentence. */
  noun: string
}

const number = '{暗証番号|あんしょうばんごう}'
const password = 'パスワード'

export const pins: Record<PinKind, PinWords> = {
  userAuthentication: {
    name: 'ログインやコンビニで{使|つか}う{番号|ばんごう}',
    explanation: 'マイナポータルのログイン、コンビニでの{証明書|しょうめいしょ}などに{使|つか}います。',
    legal: '{利用者証明用電子証明書|りようしゃしょうめいようでんししょうめいしょ}の{暗証番号|あんしょうばんごう}',
    noun: number,
  },
  signature: {
    name: 'インターネットの{申請|しんせい}で{使|つか}うパスワード',
    explanation: 'e-Taxや、{転出届|てんしゅつとどけ}などの{申請|しんせい}に{使|つか}います。',
    legal: '{署名用電子証明書|しょめいようでんししょうめいしょ}の{暗証番号|あんしょうばんごう}',
    noun: password,
  },
  inputSupport: {
    name: '{名前|なまえ}や{住所|じゅうしょ}を{読み取|よみと}る{番号|ばんごう}',
    explanation: '{名前|なまえ}や{住所|じゅうしょ}を、カードから{書類|しょるい}などに{写|うつ}すときに{使|つか}います。',
    legal: '{券面事項入力補助用|けんめんじこうにゅうりょくほじょよう}の{暗証番号|あんしょうばんごう}',
    noun: number,
  },
  residentRegister: {
    name: '{引|ひ}っ{越|こ}しなどで{使|つか}う{番号|ばんごう}',
    explanation: '{引|ひ}っ{越|こ}しのあと、カードの{住所|じゅうしょ}を{書|か}きかえるときなどに{使|つか}います。',
    legal: '{住民基本台帳用|じゅうみんきほんだいちょうよう}の{暗証番号|あんしょうばんごう}',
    noun: number,
  },
}

/** What is to be entered, in a sentence. */
export const secret = (length: number, letters: boolean): string => (letters ? password : `${length}けたの${number}`)

interface CertificateWords {
  name: string
  explanation: string
  legal: string
}

export const certificates: Record<CertificateKind | 'card', CertificateWords> = {
  userAuthentication: {
    name: 'ログインなどに{使|つか}うもの',
    explanation: 'マイナポータル、コンビニでの{証明書|しょうめいしょ}など',
    legal: '{利用者証明用電子証明書|りようしゃしょうめいようでんししょうめいしょ}',
  },
  signature: {
    name: 'インターネットの{申請|しんせい}に{使|つか}うもの',
    explanation: 'e-Tax、{転出届|てんしゅつとどけ}など',
    legal: '{署名用電子証明書|しょめいようでんししょうめいしょ}',
  },
  card: {
    name: 'カードそのもの',
    explanation: '{顔写真|かおじゃしん}つきの{身分証明書|みぶんしょうめいしょ}として',
    legal: 'マイナンバーカード',
  },
}

interface WorkWords {
  name: string
  /** What will be done. */
  explanation: string
  /** What is true when it is done. */
  done: string
  legal: string
  /** What people are often told wrong (reference counter-procedures §I), or must know beforehand; null when nothing. */
  note: string | null
}

const newCertificates = '{新|あたら}しい{電子証明書|でんししょうめいしょ}が{使|つか}えます。'

export const cardWorks: Record<CardCaseKind, WorkWords> = {
  pinReset: {
    name: '{暗証番号|あんしょうばんごう}を{決|き}めなおす',
    explanation: '{忘|わす}れた{番号|ばんごう}や{使|つか}えなくなった{番号|ばんごう}を{取|と}り{消|け}し、{新|あたら}しい{番号|ばんごう}を{決|き}めていただきます。',
    done: '{次|つぎ}から、{新|あたら}しい{番号|ばんごう}をお{使|つか}いください。',
    legal: '{暗証番号|あんしょうばんごう}の{初期化|しょきか}・{再設定|さいせってい}',
    note: null,
  },
  certificateIssue: {
    name: '{電子証明書|でんししょうめいしょ}を{入|い}れる',
    explanation: 'カードの{中|なか}に、{新|あたら}しい{電子証明書|でんししょうめいしょ}を{入|い}れます。',
    done: newCertificates,
    legal: '{電子証明書|でんししょうめいしょ}の{発行|はっこう}',
    note: null,
  },
  certificateRenewal: {
    name: '{電子証明書|でんししょうめいしょ}を{新|あたら}しくする',
    explanation: '{期限|きげん}の{近|ちか}い{電子証明書|でんししょうめいしょ}を、{新|あたら}しいものに{入|い}れかえます。カードはそのままです。',
    done: newCertificates,
    legal: '{電子証明書|でんししょうめいしょ}の{更新|こうしん}',
    note: null,
  },
  suspension: {
    name: 'カードを{止|と}める',
    explanation: 'カードと{電子証明書|でんししょうめいしょ}を、{使|つか}えないようにします。',
    done: 'カードは{止|と}まっています。',
    legal: '{一時停止|いちじていし}',
    note: 'もう{一度|いちど}{使|つか}うときは、コールセンターではなく、お{住|す}まいの{市区町村|しくちょうそん}の{窓口|まどぐち}で{手続|てつづ}きします。',
  },
  suspensionRelease: {
    name: '{止|と}めたカードをまた{使|つか}う',
    explanation: 'カードをまた{使|つか}えるようにし、{必要|ひつよう}な{電子証明書|でんししょうめいしょ}を{入|い}れなおします。',
    done: 'カードがまた{使|つか}えます。',
    legal: '{一時停止|いちじていし}の{解除|かいじょ}',
    note: 'この{手続|てつづ}きは、コールセンターではできません。お{住|す}まいの{市区町村|しくちょうそん}の{窓口|まどぐち}だけです。',
  },
  recordUpdate: {
    name: '{住所|じゅうしょ}や{名前|なまえ}を{書|か}きかえる',
    explanation: 'カードの{中|なか}の{住所|じゅうしょ}や{名前|なまえ}を{新|あたら}しくし、カードの{表|おもて}にも{書|か}きます。',
    done: '{新|あたら}しい{住所|じゅうしょ}や{名前|なまえ}になりました。',
    legal: '{券面事項|けんめんじこう}の{更新|こうしん}',
    note: 'カードには、ご{自分|じぶん}で{書|か}きこまないでください。{係員|かかりいん}が{書|か}きます。',
  },
  continuedUse: {
    name: '{引|ひ}っ{越|こ}したあともカードを{使|つか}う',
    explanation: '{今|いま}のカードを、{新|あたら}しい{市区町村|しくちょうそん}でも{使|つか}えるようにします。',
    done: 'カードを{続|つづ}けて{使|つか}えます。',
    legal: '{継続利用|けいぞくりよう}',
    note: '{前|まえ}の{市区町村|しくちょうそん}の{申請書|しんせいしょ}は{使|つか}えません。カードの{申請|しんせい}をするときは、{新|あたら}しい{申請書|しんせいしょ}をお{渡|わた}しします。',
  },
  cardReturn: {
    name: 'カードを{返|かえ}す',
    explanation: 'カードを{市区町村|しくちょうそん}に{返|かえ}します。カードと{電子証明書|でんししょうめいしょ}は{使|つか}えなくなります。',
    done: 'カードは{使|つか}えなくなりました。',
    legal: '{返納|へんのう}',
    note: null,
  },
  faceAuthenticationSwitch: {
    name: '{暗証番号|あんしょうばんごう}のいらないカードにする',
    explanation: '{顔|かお}を{見|み}せて{使|つか}うカードにします。',
    done: '{暗証番号|あんしょうばんごう}のいらないカードになりました。',
    legal: '{顔認証|かおにんしょう}マイナンバーカードへの{切|き}りかえ',
    note: '{健康保険証|けんこうほけんしょう}と{身分証明書|みぶんしょうめいしょ}としては{使|つか}えます。マイナポータルや、コンビニでの{証明書|しょうめいしょ}には{使|つか}えなくなります。',
  },
  cardDelivery: {
    name: '{新|あたら}しいカードの{暗証番号|あんしょうばんごう}を{決|き}める',
    explanation: '{新|あたら}しいカードで{使|つか}う{番号|ばんごう}を、この{画面|がめん}で{決|き}めていただきます。',
    done: '{新|あたら}しいカードが{使|つか}えます。{番号|ばんごう}を{忘|わす}れないようにしてください。',
    legal: '{個人番号|こじんばんごう}カードの{交付|こうふ}',
    note: null,
  },
}

import type { ApplicationKind, ApplicationWish, CollectionWay, ExpressGround, ResidentScreen, ResidentScreenKind } from '../../../../src-preload/contract.ts'
import { applicationPhoto, photoAsk } from './application-photo.ts'

type ApplicationScreenKind = Extract<ResidentScreenKind, `application${string}` | 'photo' | 'photoAsk'>
type FormRefusal = NonNullable<Extract<ResidentScreen, { kind: 'applicationForm' }>['refused']>

const titles: Record<ApplicationScreenKind, string> = {
  applicationKind: 'どのカードを{申請|しんせい}しますか',
  applicationForm: '{申請書|しんせいしょ}のIDを{入|い}れてください',
  applicationMoved: 'この{申請書|しんせいしょ}をもらってから、{引|ひ}っ{越|こ}しましたか',
  applicationDetails: '{申請|しんせい}の{内容|ないよう}',
  photo: '{写真|しゃしん}を{撮|と}ります',
  photoAsk: '{写真|しゃしん}を{選|えら}びました',
  applicationConfirm: 'この{内容|ないよう}で{申請|しんせい}しますか',
  applicationSlip: '{申請|しんせい}をお{預|あず}かりしました',
}

const kinds: Record<ApplicationKind, { name: string; explanation: string; legal: string }> = {
  first: { name: 'はじめて{作|つく}る', explanation: 'まだカードを{持|も}っていない{方|かた}', legal: '{新規交付|しんきこうふ}' },
  renewal: { name: '{期限|きげん}が{近|ちか}い', explanation: 'カードの{有効期限|ゆうこうきげん}の3か{月前|げつまえ}から', legal: '{有効期間満了|ゆうこうきかんまんりょう}による{更新|こうしん}' },
  reissueLost: { name: 'なくした', explanation: '{紛失|ふんしつ}の{届|とど}け{出|で}がいります', legal: '{紛失|ふんしつ}による{再交付|さいこうふ}' },
  reissueDamaged: { name: 'こわれた・{読|よ}めない', explanation: '{割|わ}れた、ICが{読|よ}めないなど', legal: '{損傷等|そんしょうとう}による{再交付|さいこうふ}' },
  reissueFullNotes: { name: '{追記欄|ついきらん}がいっぱい', explanation: '{新|あたら}しい{住所|じゅうしょ}などを{書|か}く{場所|ばしょ}がない', legal: '{追記欄満欄|ついきらんまんらん}による{再交付|さいこうふ}' },
  reissueNumberChanged: { name: 'マイナンバーが{変|か}わった', explanation: '{番号|ばんごう}を{変|か}える{手続|てつづ}きをした{方|かた}', legal: '{個人番号等|こじんばんごうとう}の{変更|へんこう}' },
}

const grounds: Record<ExpressGround, string> = {
  newborn: '1{歳|さい}{未満|みまん}の{赤|あか}ちゃん',
  movedInFromAbroad: '{海外|かいがい}から{引|ひ}っ{越|こ}してきた',
  lost: 'カードをなくした',
  newForeignResident: '{外国籍|がいこくせき}で、はじめて{住民登録|じゅうみんとうろく}をした',
  newlyRecorded: '{新|あたら}しく{住民票|じゅうみんひょう}にのった',
  released: '{刑事施設|けいじしせつ}を{出|で}た',
  numberChanged: 'マイナンバーなどが{変|か}わった',
  damaged: 'カードがこわれた',
  fullNotes: '{追記欄|ついきらん}がいっぱいになった',
}

const refused: Record<FormRefusal, { title: string; todo: string }> = {
  notAForm: { title: '{申請書|しんせいしょ}のQRコードではありません', todo: '「{個人番号|こじんばんごう}カード{交付申請書|こうふしんせいしょ}」のQRコードを{見|み}せてください。' },
  incomplete: { title: '{数字|すうじ}がたりません', todo: '{申請書|しんせいしょ}の{上|うえ}にある23けたの{数字|すうじ}を、{全部|ぜんぶ}{入|い}れてください。' },
  stale: {
    title: '{引|ひ}っ{越|こ}し{前|まえ}の{申請書|しんせいしょ}は{使|つか}えません',
    todo: '{前|まえ}の{住所|じゅうしょ}のままになり、カードが{届|とど}かなくなります。{申請書|しんせいしょ}がなくても{続|つづ}けられます。{新|あたら}しい{申請書|しんせいしょ}は{係員|かかりいん}が{用意|ようい}します。',
  },
  used: { title: 'この{申請書|しんせいしょ}は、もう{使|つか}われています', todo: 'すでに{申請|しんせい}しているかもしれません。「{係員|かかりいん}を{呼|よ}ぶ」を{押|お}してください。' },
}

const wishes: Record<ApplicationWish, { name: string; explanation: string; legal: string }> = {
  userAuthentication: { name: 'ログインやコンビニで{使|つか}う{証明書|しょうめいしょ}', explanation: '{保険証|ほけんしょう}としても{使|つか}えます。', legal: '{利用者証明用電子証明書|りようしゃしょうめいようでんししょうめいしょ}' },
  signature: { name: 'インターネットの{申請|しんせい}で{使|つか}う{証明書|しょうめいしょ}', explanation: 'e-Taxなどで、{印鑑|いんかん}のかわりになります。', legal: '{署名用電子証明書|しょめいようでんししょうめいしょ}' },
  braille: { name: '{名前|なまえ}を{点字|てんじ}でもつける', explanation: 'カードに{点字|てんじ}で{名前|なまえ}が{入|はい}ります。', legal: '{点字表記|てんじひょうき}' },
  formerName: { name: '{旧姓|きゅうせい}ものせる', explanation: '{住民票|じゅうみんひょう}に{旧姓|きゅうせい}がある{方|かた}です。', legal: '{旧氏|きゅううじ}' },
}

const collections: Record<CollectionWay, { name: string; explanation: string; legal: string }> = {
  atDelivery: { name: 'あとで{窓口|まどぐち}に{取|と}りに{来|く}る', explanation: 'お{知|し}らせが{届|とど}いてから、ご{本人|ほんにん}が{来|き}ます。', legal: '{交付時来庁方式|こうふじらいちょうほうしき}' },
  atApplication: { name: '{家|いえ}に{郵便|ゆうびん}で{届|とど}く', explanation: '{今日|きょう}、{係員|かかりいん}が{本人確認|ほんにんかくにん}をします。{証明書類|しょうめいしょるい}がいります。', legal: '{申請時来庁方式|しんせいじらいちょうほうしき}' },
  postOffice: { name: '{郵便局|ゆうびんきょく}で{手続|てつづ}きする', explanation: '{郵便局|ゆうびんきょく}で{本人確認|ほんにんかくにん}をします。', legal: '{郵便局|ゆうびんきょく}での{交付申請|こうふしんせい}' },
  outreach: { name: 'この{会場|かいじょう}で{手続|てつづ}きする', explanation: '{係員|かかりいん}が{来|き}ている{会場|かいじょう}で{本人確認|ほんにんかくにん}をします。', legal: '{出張申請受付|しゅっちょうしんせいうけつけ}' },
}

/** An application for a card, from its kind to the slip. */
export const application = {
  titles,
  kinds,
  express: {
    title: '{急|いそ}ぎますか',
    lead: 'あてはまる{方|かた}は、{約|やく}1{週間|しゅうかん}で{届|とど}く「{特急発行|とっきゅうはっこう}」を{選|えら}べます。{係員|かかりいん}が{確|たし}かめます。',
    ordinary: 'ふつうの{申請|しんせい}',
    ordinaryNote: '1〜2か{月|げつ}ほどかかります',
    legal: '{特急発行|とっきゅうはっこう}',
    grounds,
  },
  form: {
    lead: '{申請書|しんせいしょ}のQRコードをカメラに{見|み}せるか、その{近|ちか}くの23けたの{数字|すうじ}を{入|い}れてください。',
    scan: {
      camera: 'カメラの{映像|えいぞう}',
      opening: 'カメラの{準備|じゅんび}をしています',
      hold: 'ここにQRコードを{写|うつ}してください',
      found: 'QRコードを{読|よ}みました',
      failures: {
        noCamera: 'カメラがありません。{数字|すうじ}を{入|い}れてください',
        cameraInUse: 'カメラがほかで{使|つか}われています。{数字|すうじ}を{入|い}れてください',
        cameraDenied: 'カメラを{使|つか}えません。{数字|すうじ}を{入|い}れてください',
        cameraPulled: 'カメラがはずれました。{数字|すうじ}を{入|い}れてください',
        cameraSilent: 'カメラから{映像|えいぞう}が{来|き}ません。{数字|すうじ}を{入|い}れてください',
        other: 'いまはQRコードを{読|よ}めません。{数字|すうじ}を{入|い}れてください',
      },
    },
    typed: (count: number) => `${count}けた{入|い}れました。あと${23 - count}けたです`,
    complete: '23けた{入|はい}りました。{申請書|しんせいしょ}と{見|み}くらべてください',
    next: 'つぎへ{進|すす}む',
    without: '{申請書|しんせいしょ}がない',
    withoutNote: '{係員|かかりいん}が{用意|ようい}します',
    refused,
  },
  moved: {
    lead: '{名前|なまえ}や{住所|じゅうしょ}が{変|か}わる{前|まえ}の{申請書|しんせいしょ}は、{使|つか}えません。',
    no: 'いいえ、{同|おな}じ{住所|じゅうしょ}です',
    noNote: 'このまま{続|つづ}けます',
    yes: 'はい、{引|ひ}っ{越|こ}しました',
    yesNote: '{新|あたら}しい{申請書|しんせいしょ}にします',
  },
  birthDate: {
    title: 'カードを{使|つか}う{方|かた}の{生年月日|せいねんがっぴ}を{入|い}れてください',
    era: '{年|とし}の{数|かぞ}え{方|かた}',
    eras: { reiwa: '{令和|れいわ}', heisei: '{平成|へいせい}', showa: '{昭和|しょうわ}', taisho: '{大正|たいしょう}', western: '{西暦|せいれき}' },
    year: '{年|ねん}',
    month: '{月|がつ}',
    day: '{日|にち}',
    next: 'つぎへ{進|すす}む',
    refused: 'この{日付|ひづけ}はありません。{生年月日|せいねんがっぴ}をたしかめてください。',
  },
  wishes: {
    title: 'カードにつけるものを{選|えら}んでください',
    lead: '{証明書|しょうめいしょ}は、いらない{方|かた}だけはずしてください。',
    items: wishes,
    on: 'つける',
    off: 'つけない',
    underAge: '15{歳|さい}{未満|みまん}の{方|かた}にはつきません。',
    next: 'つぎへ{進|すす}む',
  },
  collection: { title: 'カードはどこで{受け取|うけと}りますか', ways: collections },
  photo: applicationPhoto,
  photoAsk,
  confirm: {
    lead: 'ちがうところがあれば、「もどる」を{押|お}してください。',
    kind: '{申請|しんせい}の{種類|しゅるい}',
    formId: '{申請書|しんせいしょ}ID',
    noForm: '{係員|かかりいん}が{用意|ようい}します',
    birthDate: '{生年月日|せいねんがっぴ}',
    wishes: 'つけるもの',
    none: 'つけるものはありません',
    collection: '{受け取|うけと}り',
    photo: '{写真|しゃしん}',
    photoKept: '{選|えら}んだ{写真|しゃしん}',
    photoByStaff: '{今|いま}はありません。いる{方|かた}は{係員|かかりいん}が{撮|と}ります',

    until: 'カードの{有効期限|ゆうこうきげん}',
    untilNote: '{今日|きょう}{作|つく}った{場合|ばあい}',
    fee: '{手数料|てすうりょう}',
    free: '{無料|むりょう}',
    submit: '{申請|しんせい}する',
  },
  slip: {
    number: '{受付番号|うけつけばんごう}',
    takeSlip: '{受付票|うけつけひょう}をお{取|と}りください',
    takeSlipNote: 'このあとの{流|なが}れが{書|か}いてあります',
    slipFailed: '{受付票|うけつけひょう}は{出|で}ませんでした',
    slipFailedNote: '{申請|しんせい}はお{預|あず}かりしています。この{番号|ばんごう}を{窓口|まどぐち}でお{伝|つた}えください。',
    staff: '{番号|ばんごう}を{窓口|まどぐち}に{見|み}せてください',
    staffNote: '{係員|かかりいん}が{写真|しゃしん}と{内容|ないよう}を{確|たし}かめて、{受け付|うけつ}けます',
    received: '{受け付|うけつ}けました',
    receivedNote: 'このままお{帰|かえ}りになれます',
    post: 'カードは、ご{自宅|じたく}に{郵便|ゆうびん}で{届|とど}きます',
    notice: 'お{知|し}らせの{通知|つうち}が、ご{自宅|じたく}に{届|とど}きます',
    express: '{約|やく}1{週間|しゅうかん}です。{転送|てんそう}はされません',
    ordinary: '1〜2か{月|げつ}ほどです。{転送|てんそう}はされません',
    finish: 'おわる',
  },
}

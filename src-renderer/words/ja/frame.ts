import type { ProcedureName, ProcedureStep } from '../../../src-preload/contract.ts'

const steps: Record<ProcedureStep, string> = {
  choose: '{選|えら}ぶ',
  card: 'カード',
  pin: '{暗証番号|あんしょうばんごう}',
  confirm: '{確認|かくにん}',
  slip: '{受付票|うけつけひょう}',
  choosePin: '{種類|しゅるい}',
  newPin: '{新|あたら}しい{番号|ばんごう}',
  check: '{確|たし}かめる',
  result: '{結果|けっか}',
  application: '{種類|しゅるい}',
  form: '{申請書|しんせいしょ}',
  details: '{内容|ないよう}',
  photo: '{写真|しゃしん}',
}

const procedures: Record<ProcedureName, string> = {
  certificateIssuance: '{証明書|しょうめいしょ}の{交付|こうふ}',
  pinChange: '{暗証番号|あんしょうばんごう}の{変更|へんこう}',
  certificateValidity: 'カードの{期限|きげん}の{確認|かくにん}',
  cardWork: 'カードの{手続|てつづ}き',
  cardApplication: 'カードの{申請|しんせい}',
}

/** What stays in place on every step. */
export const frame = {
  procedures,
  /** While nothing runs. */
  counter: 'マイナンバーカード{窓口|まどぐち}',
  training: '{見本|みほん}',
  trainingLong: '{研修|けんしゅう}モード',
  tools: '{画面|がめん}の{見|み}え{方|かた}',
  largeText: '{大|おお}きな{文字|もじ}',
  highContrast: 'はっきり{表示|ひょうじ}',
  furigana: 'ふりがな',
  back: 'もどる',
  callStaff: '{係員|かかりいん}を{呼|よ}ぶ',
  stop: 'やめる',
  finish: 'おわる',
  steps,
  progress: '{手続|てつづ}きの{流|なが}れ',
  position: (now: number, all: number) => `${now} / ${all}`,
  announceStep: (now: number, all: number, step: string) => `${all}つのうち${now}つ{目|め}、${step}`,
  stepState: { done: '{済|す}み', now: '{今|いま}ここ', ahead: 'これから' },
  more: '{下|した}に{続|つづ}きがあります',
  staffCalled: '{係員|かかりいん}を{呼|よ}びました',
  staffComes: '{係員|かかりいん}がまいります。そのままお{待|ま}ちください。',
  failureCode: '{係員用|かかりいんよう}の{番号|ばんごう}',
  notDone: '{今|いま}の{操作|そうさ}は{届|とど}きませんでした。もう{一度|いちど}{押|お}してください。',
  idle: {
    question: '{続|つづ}けますか？',
    how: '{画面|がめん}にさわると、{続|つづ}きができます。',
    seconds: '{秒|びょう}',
    after: '{時間|じかん}になると、{入力|にゅうりょく}した{内容|ないよう}を{消|け}して、{最初|さいしょ}の{画面|がめん}にもどります。',
    announce: (seconds: number) =>
      `あと${seconds}{秒|びょう}で、{最初|さいしょ}の{画面|がめん}にもどります。{画面|がめん}にさわると{続|つづ}きます。`,
  },
}

import type { PhotoFailure } from '../../../../photo/outcome.ts'

const refused: Partial<Record<PhotoFailure, string>> = {
  fileNotJpeg: 'JPEGではありません。PNGやHEICは、名前を変えても使えません。JPEGで保存し直してもらいます。',
  fileBroken: 'ファイルが壊れています。もう一度写してもらうか、撮り直します。',
  fileCmyk: '印刷用の色（CMYK）です。RGBのJPEGで保存し直してもらいます。',
  fileTooLight: 'ファイルが小さすぎます（20KB未満）。縮小していない元の写真が要ります。',
  fileTooHeavy: 'ファイルが大きすぎます（7MBを超える）。',
  fileTooFewPixels: '画素が足りません（縦・横とも480画素以上）。縮小していない元の写真が要ります。',
  fileTooManyPixels: '画素が多すぎます（縦・横とも6000画素まで）。',
  noFace: '顔が見つかりません。別の写真を選ぶか、住民側の画面で撮ります。',
  modelsMissing: '写真を調べる部品がありません。保守担当に連絡してください。写真は住民側の画面では撮れません。',
}

/** 写真をファイルから: what is wrong with a file, and what will be kept of a good one. */
export const photoFile = {
  title: (number: string) => `${number} 写真をファイルから`,
  lead: '申請者が持って来たJPEGを選びます。撮影と同じことを調べ、35×45mmに切り取ります。',
  rules: 'JPEG（RGB）、縦・横480〜6000画素、20KB〜7MB、6か月以内に撮ったもの。加工した写真は返戻されることがあります。',
  choose: 'ファイルを選ぶ',
  chooseOther: '別のファイルを選ぶ',
  drop: 'ここにファイルを置くこともできます',
  checking: '調べています…',
  refused,
  refusedOther: 'この写真は使えません。',
  kept: 'カードに残る写真',
  keptNote: '撮影場所や日時などの情報は取り除きます。元のファイルは残しません。',
  asked: '次に、機械では分からないことを目で確かめます。',
  submit: 'この写真にする',
  submitAnyway: 'それでも、この写真にする',
}

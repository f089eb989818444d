import type { ClerkPhotoReason, PhotoException, PhotoReason, PhotoSource } from '../../../../../src-preload/contract.ts'

const reasons: Record<PhotoReason, string> = {
  noFace: '顔が見つからない',
  twoFaces: '顔が二つ以上ある',
  tooFar: '顔が小さい',
  tooNear: '顔が大きい・切れている',
  offCentre: '顔が中央にない',
  rolled: '首をかしげている',
  turned: '横を向いている',
  tilted: '上か下を向いている',
  eyesClosed: '目を閉じている',
  eyesCovered: '目が隠れている',
  glare: '眼鏡が光っている',
  mouthOpen: '口が開いている',
  gaze: '視線がそれている',
  redEye: '目が赤い',
  blurred: 'ぼけている',
  noisy: 'ざらついている',
  dark: '暗い',
  bright: '明るすぎる',
  unevenLight: '明るさにむらがある',
  shadow: '影がある',
  background: '背景に物や柄がある',
  colour: '色が不自然',
  hat: '帽子',
  mask: 'マスク',
  hairOverFace: '髪や手が顔にかかる',
  photoOfPhoto: '写真を撮った写真',
}

const asks: Record<ClerkPhotoReason, string> = {
  hat: '帽子・かぶり物はない',
  mask: 'マスク・目より下を隠すものはない',
  hairOverFace: '髪や手が顔の輪郭・目にかかっていない',
  photoOfPhoto: '写真や画面を撮ったものではなく、目の前の人である',
}

const exceptions: Record<PhotoException, string> = {
  bandage: '包帯',
  eyePatch: '眼帯',
  religiousHeadgear: '宗教上のかぶり物',
  medicalHeadgear: '医療上のかぶり物',
  tube: '医療用の管',
  wheelchair: '車いす',
  lyingDown: '横になって撮影',
  helperBeside: '支える人がいる',
  other: 'その他',
}

const sources: Record<PhotoSource, string> = { camera: 'ここで撮影', file: 'ファイル' }

/** The photo, as a clerk reads about it. */
export const photo = {
  reasons,
  asks,
  exceptions,
  sources,
  title: '写真',
  alt: '申請者の写真。35×45mm',
  none: '写真はまだありません',
  notNeeded: '1歳未満のため、写真は載せません',
  loading: '写真を開いています…',
  fine: '機械で分かる不備はありません',
  found: '機械が見つけたこと',
  ask: '機械では分かりません。目で確かめます',
  confirmed: (who: string) => `${who} が目で確認`,
  exception: (reason: string) => `例外: ${reason}`,
  exceptionNote: '申請書の氏名欄に印刷されます',
  size: (width: number, height: number, kilobytes: number) => `${width}×${height}画素・${kilobytes}KB`,
}

import type { ResidentScreenKind } from '../../../../src-preload/contract.ts'

type ApplicationScreenKind = Extract<ResidentScreenKind, `application${string}` | 'photo' | 'photoAsk'>

const titles: Record<ApplicationScreenKind, string> = {
  applicationKind: 'どの{申請|しんせい}をしますか',
  applicationForm: '{申請書|しんせいしょ}のQRコードを{見|み}せてください',
  applicationMoved: '{申請書|しんせいしょ}が{届|とど}いてから、{引|ひ}っ{越|こ}しましたか',
  applicationDetails: '{申請|しんせい}の{内容|ないよう}を{入|い}れてください',
  photo: '{写真|しゃしん}を{撮|と}ります',
  photoAsk: '{係員|かかりいん}が{写真|しゃしん}を{確|たし}かめます',
  applicationConfirm: 'この{内容|ないよう}で{申請|しんせい}しますか',
  applicationSlip: '{申請|しんせい}を{受け付|うけつ}けました',
}

/** An application for a card, from its kind to the slip. */
export const application = { titles }

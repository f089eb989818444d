/**
 * Lists and limits of the contract as plain values. The schemas are made from them; what needs one before the schemas are
 * built (a page, a host that begins to listen) takes it from here.
 */

/** Whose screen a page is. */
export const sides = ['resident', 'staff', 'training'] as const

/** Name of the contract on a socket, for the system's Chromium; a page that has a one-time token names that beside it. */
export const socketProtocol = 'madoguchi'

/** Certificates of the resident record. */
export const services = ['residentRecordHousehold', 'residentRecordMembers'] as const

/** Why 個人番号 is asked to be printed (番号法19条: a lawful purpose is needed). */
export const individualNumberPurposes = ['employment', 'tax', 'socialSecurity', 'disasterRelief', 'otherLawful'] as const

/**
 * Card cases: what a clerk does to a resident's card that only the issuer's terminal (統合端末) can do
 * (reference counter-procedures §B, §C, §G.4, §G.5).
 */
export const cardCaseKinds = [
  'pinReset', // 暗証番号の初期化・再設定
  'certificateIssue', // 電子証明書の発行
  'certificateRenewal', // 電子証明書の更新
  'suspension', // 一時停止; no card at hand
  'suspensionRelease', // 一時停止解除
  'recordUpdate', // 券面事項更新
  'continuedUse', // 継続利用
  'cardReturn', // 返納
  'faceAuthenticationSwitch', // 顔認証マイナンバーカードへの切替
  'cardDelivery', // 交付: certificates and PINs of a new card; opened from its application
] as const

/** What a card is applied for, 個人番号カード交付申請 (reference counter-procedures §A). */
export const applicationKinds = [
  'first', // 初めて
  'renewal', // 有効期間満了による更新
  'reissueLost', // 紛失
  'reissueDamaged', // 焼損・損傷・機能の損なわれたとき
  'reissueFullNotes', // 追記欄の満欄
  'reissueNumberChanged', // 個人番号・住民票コードの変更
] as const

/** How the card comes to the person: 交付時来庁, 申請時来庁, 郵便局, 出張申請受付 (§A.1). */
export const collectionWays = ['atDelivery', 'atApplication', 'postOffice', 'outreach'] as const

/** What an applicant for a card may wish. */
export const applicationWishes = ['signature', 'userAuthentication', 'braille', 'formerName'] as const

/**
 * Why a photo is not taken; stable names, one a measure. `machine`: landmarks and pixels can show it.
 * `clerk`: no machine decides it here; somebody is asked.
 */
export const photoReasons = {
  machine: [
    'noFace',
    'twoFaces',
    'tooFar',
    'tooNear',
    'offCentre',
    'rolled',
    'turned',
    'tilted',
    'eyesClosed',
    'eyesCovered',
    'glare',
    'mouthOpen',
    'gaze',
    'redEye',
    'blurred',
    'noisy',
    'dark',
    'bright',
    'unevenLight',
    'shadow',
    'background',
    'colour',
  ],
  clerk: ['hat', 'mask', 'hairOverFace', 'photoOfPhoto'],
} as const

/** Bytes of the JPEG that may come through the channel, and the characters of its base64. */
export const maxPhotoBytes = 1_500_000
export const maxPhotoBase64 = Math.ceil(maxPhotoBytes / 3) * 4

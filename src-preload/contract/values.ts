/**
 * Lists and limits of the contract as plain values. The schemas are made from them; a page that needs one at run time
 * takes it from here, so that it need not carry and build all the schemas.
 */

/** Certificates of the resident record. */
export const services = ['residentRecordHousehold', 'residentRecordMembers'] as const

/** Why 個人番号 is asked to be printed (番号法19条: a lawful purpose is needed). */
export const individualNumberPurposes = ['employment', 'tax', 'socialSecurity', 'disasterRelief', 'otherLawful'] as const

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

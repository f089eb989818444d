import type { Words } from '../ja.ts'

type Domain = Words['domain']

export const pins: Domain['pins'] = {
  userAuthentication: {
    name: 'PIN for logging in',
    explanation: 'For Mynaportal and for convenience stores.',
    legal: 'PIN for user authentication 利用者証明用',
    noun: 'PIN',
  },
  signature: {
    name: 'Password for online applications',
    explanation: 'For e-Tax and other applications online.',
    legal: 'Password for digital signature 署名用',
    noun: 'password',
  },
  inputSupport: {
    name: 'PIN for name and address',
    explanation: 'For copying them from the card to a form.',
    legal: 'PIN for input support 券面事項入力補助用',
    noun: 'PIN',
  },
  residentRegister: {
    name: 'PIN for moving house',
    explanation: 'For writing your new address to the card, and the like.',
    legal: 'PIN for the resident register 住民基本台帳用',
    noun: 'PIN',
  },
}

export const secret: Domain['secret'] = (length, letters) => (letters ? 'password' : `${length}-digit PIN`)

export const certificates: Domain['certificates'] = {
  userAuthentication: {
    name: 'For logging in',
    explanation: 'Mynaportal, certificates at convenience stores',
    legal: 'User authentication 利用者証明用電子証明書',
  },
  signature: {
    name: 'For online applications',
    explanation: 'e-Tax, moving-out notices',
    legal: 'Digital signature 署名用電子証明書',
  },
  card: {
    name: 'The card itself',
    explanation: 'As identification with your photo',
    legal: 'My Number Card',
  },
}

const newCertificates = 'Your new digital certificates are ready to use.'

export const cardWorks: Domain['cardWorks'] = {
  pinReset: {
    name: 'Set new PINs',
    explanation: 'PINs that are forgotten or locked are cancelled, and you choose new ones.',
    done: 'Use the new PINs from now on.',
    legal: '暗証番号の初期化・再設定',
    note: null,
  },
  certificateIssue: {
    name: 'Put digital certificates on your card',
    explanation: 'New digital certificates are written to your card.',
    done: newCertificates,
    legal: '電子証明書の発行',
    note: null,
  },
  certificateRenewal: {
    name: 'Renew your digital certificates',
    explanation: 'Certificates that expire soon are replaced by new ones. The card stays the same.',
    done: newCertificates,
    legal: '電子証明書の更新',
    note: null,
  },
  suspension: {
    name: 'Suspend your card',
    explanation: 'The card and its digital certificates stop working.',
    done: 'Your card is suspended.',
    legal: '一時停止',
    note: 'To use it again, go to the counter of the municipality you live in. The call centre can’t do it.',
  },
  suspensionRelease: {
    name: 'Use your suspended card again',
    explanation: 'The card works again, and the digital certificates it needs are written anew.',
    done: 'Your card works again.',
    legal: '一時停止の解除',
    note: 'The call centre can’t do this. Only the counter of the municipality you live in can.',
  },
  recordUpdate: {
    name: 'Update your name or address',
    explanation: 'The new name or address is written into the chip and onto the card.',
    done: 'Your card has the new name or address.',
    legal: '券面事項の更新',
    note: 'Please don’t write on the card yourself. The staff do that.',
  },
  continuedUse: {
    name: 'Keep using your card after moving',
    explanation: 'Your present card is registered with the municipality you moved to.',
    done: 'You can go on using your card.',
    legal: '継続利用',
    note: 'Application forms from your former municipality can’t be used. If you apply for a card, we give you a new form.',
  },
  cardReturn: {
    name: 'Return your card',
    explanation: 'You give the card back. The card and its digital certificates stop working.',
    done: 'Your card no longer works.',
    legal: '返納',
    note: null,
  },
  faceAuthenticationSwitch: {
    name: 'Change to a card without PINs',
    explanation: 'The card is then used by showing your face.',
    done: 'Your card now works without PINs.',
    legal: '顔認証マイナンバーカードへの切替え',
    note: 'It still works as health insurance card and identification, but no longer for Mynaportal or convenience stores.',
  },
  cardDelivery: {
    name: 'Set the PINs of your new card',
    explanation: 'You choose the PINs of your new card on this screen.',
    done: 'Your new card is ready. Please remember the PINs.',
    legal: '個人番号カードの交付',
    note: null,
  },
}

import { formatNumber } from '../../dates.ts'
import type { Words } from '../../ja.ts'

const doNotWrite = 'Please don’t write on the card yourself. The staff do that.'

export const validity: Words['screens']['validity'] = {
  title: {
    fine: 'Your card is in order',
    partly: 'The result',
    todo: 'Something needs to be done',
    unconfirmed: 'Something could not be checked',
  },
  electronic: 'Digital certificate',
  states: {
    good: 'Valid',
    expired: 'Expired',
    notYetValid: 'Not valid yet',
    revoked: 'No longer valid',
    absent: 'Not on the card',
    locked: 'Not checked yet',
    unconfirmed: 'Could not be checked',
  },
  reasons: {
    attributesChanged: 'It was revoked because your name, address or the like has changed.',
    superseded: 'A newer certificate has been issued already.',
    onHold: 'It is suspended or revoked.',
    ceased: 'Its use was ended on application.',
    other: 'It is revoked.',
  },
  advice: {
    nothing: 'Nothing to do.',
    renewNow: 'You can renew it at the counter. Bring the card and your PINs.',
    renewLater: 'No need to renew it yet.',
    issueAtCounter: 'You can get a new certificate at the counter, free of charge.',
    issueAfterRecordUpdate: `At the counter we check that the card has your new name and address, and then issue a new one. ${doNotWrite}`,
    releaseAtMunicipality:
      'The counter of the municipality you live in ends the suspension and issues a new one. The call centre can’t, nor can it be done by telephone.',
    askStaff: 'Press “Call staff”.',
    tryAgain: 'Please wait a little and check again.',
    enterPassword: 'It can be checked with your password of 6 to 16 characters.',
  },
  until: (date) => `Until ${date}`,
  was: (date) => `Expiry: ${date}`,
  daysLeft: (days) => (days === 0 ? 'Ends today' : days === 1 ? '1 day left' : `${formatNumber(days)} days left`),
  daysPast: (days) => (days === 1 ? 'Ended yesterday' : `Ended ${formatNumber(days)} days ago`),
  renewFrom: (date) => `Renewal from ${date}`,
  next: 'What to do next',
  unconfirmed: 'It is not known whether it works now.',
  absent: 'Cards of children under 15, or of people who did not want it, have none.',
  absentAdvice: 'If you need it, please ask the staff.',
  takeCard: 'Take your card when you have finished',
  checkSignature: 'Enter the password',
  cardRenewNow: 'You can apply for a new card at the counter.',
  cardExpired: 'Please apply for a new card at the counter.',
  aboutRenewal: 'What a new card changes',
  print: 'Print the result',
  printNote: 'No name and no number is printed',
  printed: 'Please take the paper with the result',
  printFailed: 'The result could not be printed',
  finish: 'Finish',
}

export const cardRenewal: Words['screens']['cardRenewal'] = {
  title: 'What changes when you renew your card',
  lead: 'You can apply from three months before the card expires.',
  from: (date) => `You can apply from ${date}.`,
  changes: 'What changes',
  changing: [
    'You get a new card in exchange for the present one.',
    'Both digital certificates are new.',
    'You set all PINs again.',
    'You hand in a new photo.',
  ],
  stays: 'What stays',
  staying: ['My Number, the 12 digits'],
  careful: 'Please note',
  rules: [
    'Application forms you got before moving here can’t be used. The counter gives you a new one.',
    'If your name or address changes, don’t write on the card yourself. The staff do that.',
    'To use a suspended card again, go to the counter of the municipality you live in, not to the call centre.',
  ],
  back: 'Back to the result',
}

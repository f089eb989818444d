import type { Words } from '../../ja.ts'

type Screens = Words['screens']

export const choosePin: Screens['choosePin'] = {
  title: 'Which PIN do you want to change?',
  lead: 'You can change only those whose present value you remember.',
  digits: (length) => `${length} digits`,
  blocked: 'Locked after too many wrong tries',
  blockedTodo: 'You can set a new one at the counter. Press “Call staff”.',
  absent: 'Not on this card',
  absentTodo: 'Children under 15 have none, and some people chose not to.',
  changed: 'Changed',
}

export const enterNewPin: Screens['enterNewPin'] = {
  first: (secret) => `Choose a new ${secret}`,
  repeat: (secret) => `Enter the same ${secret} once more`,
  repeatLead: 'This makes sure that no finger slipped.',
  refused: {
    format: 'It needs both a capital letter and a digit',
    birthDate: 'It can be guessed from your date of birth',
    securityCode: 'Don’t use the security code on the card',
    expiryYear: 'Don’t use the year of expiry on the card',
    run: 'A run such as 1234 can’t be used',
    repeat: 'The same character repeated, such as 0000, can’t be used',
    sameAsOld: 'It is the same as your present one',
    different: 'The two were not the same',
  },
  untouched: 'Your card is unchanged. Please enter another one.',
  untouchedDifferent: 'Your card is unchanged. Please enter the new one again.',
  rules: 'Please choose with care',
  digitRules: [
    'Not your date of birth',
    'Not the card’s year of expiry or security code',
    'Nothing like 1234 or 0000',
    'Not your present PIN',
  ],
  letterRules: (least, most) => [
    `${least} to ${most} characters`,
    'At least one capital letter A–Z and one digit 0–9',
    'Not your name, your date of birth or your present password',
  ],
  submit: 'Use this',
  submitRepeat: 'Change it',
}

export const pinChanged: Screens['pinChanged'] = {
  title: (noun) => `Your ${noun} has been changed`,
  use: 'Use the new one from now on',
  useNote: 'If you forget it, you can set another one at the counter',
  secret: 'Tell it to nobody',
  secretNote: 'Don’t carry it on paper together with your card',
  another: 'Change another one',
  finish: 'Finish',
}

export const pinPartlyChanged: Screens['pinPartlyChanged'] = {
  title: 'The change stopped half-way',
  lead: 'This PIN is kept in two places on the card. One has the new PIN, the other still the previous one.',
  remember: 'Remember both: the previous and the new PIN',
  rest: 'Everything else on the card is as before.',
  todo: {
    repair: 'If you go on, the other place gets the new PIN too.',
    placeCard: 'Place the same card on the reader again to go on.',
    staff: 'The staff will put it right. Press “Call staff”.',
  },
  repair: 'Change the other place too',
  callStaff: 'Call staff',
}

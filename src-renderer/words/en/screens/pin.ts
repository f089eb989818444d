import type { Words } from '../../ja.ts'

export const enterPin: Words['screens']['enterPin'] = {
  title: (secret) => `Enter your ${secret}`,
  titlePresent: (secret) => `First, enter your present ${secret}`,
  titleOther: 'Enter the other of the two PINs',
  leadOther: 'Of the previous and the new PIN, the one you did not enter just now.',
  titleWhich: (noun) => `Enter the new ${noun}`,
  leadWhich: (noun) => `The card tells whether it has changed. If it says “not right”, the previous ${noun} still holds.`,
  lead: 'The digits are not shown. Please shield the keys from view.',
  leadLetters: 'The characters are not shown. Please shield the keys from view.',
  letters: (least, most) => `Capital letters A–Z and digits 0–9, ${least} to ${most} characters.`,
  wrong: (noun) => `That ${noun} is not right`,
  triesLeft: (count) => (count === 1 ? '1 try left' : `${count} tries left`),
  tryShapes: (left, all) => `${left} of ${all} tries left`,
  lockNote: (all, noun) => `After ${all} wrong tries in a row the ${noun} is locked.`,
  entered: (count, length) => `${count} of ${length} digits entered`,
  enteredLetters: (count) => (count === 1 ? '1 character entered' : `${count} characters entered`),
  digits: 'Number keys',
  keys: 'Letter and number keys',
  erase: 'Erase',
  submit: 'Check',
}

export const lastTry: Words['screens']['lastTry'] = {
  title: (noun) => `One try left for your ${noun}`,
  lead: (noun) => `If it is wrong, the ${noun} of your card is locked. Unlocking it takes a visit to the counter.`,
  advice: 'If you are not sure, stop here and ask the staff. Your card stays as it is.',
  leave: 'Stop without trying',
  try: 'Try once more',
  waitingTitle: 'The staff will check',
  waitingLead: 'Please leave the card on the reader and wait for the staff.',
}

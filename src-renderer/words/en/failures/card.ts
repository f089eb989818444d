import type { FailureCatalogue } from '../../failure-words.ts'

const untouched = 'Nothing has happened to your card.'
const kept = 'Your choices are kept.'
const ask = 'Please ask the staff.'

/** The reader, the card and its PIN. */
export const cardFailures = {
  'CARD-NO-SERVICE': {
    resident: { title: 'The reader can’t be used now', body: untouched, todo: ask },
    clerk: {
      title: 'The card service (PC/SC) is not running',
      todo: 'The terminal keeps reconnecting. If it has not come back after a minute, restart it and call maintenance.',
    },
  },
  'CARD-NO-READER': {
    resident: { title: 'The reader can’t be used now', body: untouched, todo: ask },
    clerk: { title: 'No card reader found', todo: 'Check the USB cable and plug it in again. It comes back by itself.' },
  },
  'CARD-READER-BUSY': {
    resident: { title: 'The reader is not ready', body: `${untouched} ${kept}`, todo: 'Take the card off and place it again.' },
    clerk: { title: 'Another program is using the card reader', todo: 'Close other programs that use the reader.' },
  },
  'CARD-REMOVED': {
    resident: { title: 'The card came off the reader', body: kept, todo: 'Place the card again and leave it there until the end.' },
    clerk: { title: 'The card was removed while it was needed', todo: 'Tell the resident to leave the card on the reader until the end.' },
  },
  'CARD-MUTE': {
    resident: { title: 'The card can’t be read', body: kept, todo: 'Take the card out of its case, check which way it faces, and place it again.' },
    clerk: { title: 'The card does not answer', todo: 'Check which way it faces. If another reader can’t read it either, the chip may be broken.' },
  },
  'CARD-TIMEOUT': {
    resident: { title: 'Reading the card did not finish', body: kept, todo: 'Place the card again.' },
    clerk: {
      title: 'The card did not answer in time',
      todo: 'The reader process has restarted by itself. Ask the resident to place the card again.',
    },
  },
  'CARD-FOREIGN': {
    resident: { title: 'This does not seem to be a My Number Card', body: `Nothing has happened to it. ${kept}`, todo: 'Place your My Number Card.' },
    clerk: { title: 'Not a My Number Card', todo: 'Check for a driving licence or insurance card on the reader.' },
  },
  'CARD-OLD-JUKI': {
    resident: {
      title: 'The old resident register card can’t be used',
      body: untouched,
      todo: 'If you have no My Number Card, please ask the staff.',
    },
    clerk: { title: 'This is a 住民基本台帳カード', todo: 'Take the request on paper at the counter.' },
  },
  'CARD-PHONE': {
    resident: { title: 'A phone can’t be used here', body: 'Nothing has happened to your phone.', todo: 'Place your My Number Card.' },
    clerk: { title: 'A phone was held to the reader', todo: 'This terminal reads cards only. Without a card, take the request at the counter.' },
  },
  'CARD-MALFORMED': {
    resident: { title: 'The card can’t be read', body: untouched, todo: 'If it fails again, please ask the staff.' },
    clerk: {
      title: 'The card’s answer is malformed',
      todo: 'Read it again. If it repeats, the card is broken or unknown: take the request at the counter.',
    },
  },
  'CARD-REFUSED': {
    resident: { title: 'The card can’t be read', body: untouched, todo: 'If it fails again, please ask the staff.' },
    clerk: { title: 'The card refused the command', todo: 'Ask the resident to place it again. If it repeats, take the request at the counter.' },
  },
  'CARD-NO-CERTIFICATE': {
    resident: {
      title: 'This card can’t be used for requests here',
      body: 'The digital certificate that is needed is not on it. The card works for other purposes.',
      todo: ask,
    },
    clerk: {
      title: 'No user authentication certificate on the card',
      todo: 'Under 15, a face authentication card, or opted out. Take the request on paper, or offer to issue the certificate.',
    },
  },
  'CARD-NOT-GENUINE': {
    resident: { title: 'This terminal can’t handle your request', body: untouched, todo: ask },
    clerk: {
      title: 'The card’s signature does not match its certificate',
      todo: 'It may be forged or altered. Call a supervisor, check the card and the person, and follow their instructions.',
    },
  },
  'CARD-SWAPPED': {
    resident: { title: 'This is not the card you began with', body: 'Nothing has happened to it.', todo: 'Place the first card again.' },
    clerk: { title: 'The card was exchanged for another', todo: 'Check whether it was mixed up with a relative’s card. The procedure has not gone on.' },
  },
  'CARD-FACE-ONLY': {
    resident: {
      title: 'This card has no PIN',
      body: 'A face authentication card can’t be used where a PIN is needed. It works for other purposes.',
      todo: ask,
    },
    clerk: { title: 'It seems to be a face authentication card', todo: 'Look for 顔認証 on its face and take the request on paper.' },
  },
  'CARD-SIGNATURE-WRONG': {
    resident: { title: 'This terminal can’t handle your request', body: untouched, todo: ask },
    clerk: {
      title: 'The signature on a record of the card is wrong',
      todo: 'It may be forged or altered. Call a supervisor, check the card and the person, and follow their instructions.',
    },
  },
  'PIN-FORMAT': {
    resident: { title: 'The PIN has 4 digits', body: 'It has not been sent to the card.', todo: 'Enter 4 digits.' },
    clerk: { title: 'Too few digits for the PIN', todo: 'Ask for the 4 digits for user authentication.' },
  },
  'PIN-WRONG': {
    resident: {
      title: 'That PIN is not right',
      body: 'After more wrong tries the PIN is locked.',
      todo: 'If you can’t remember it, ask the staff before you try again.',
    },
    clerk: { title: 'Wrong PIN', todo: 'If the resident can’t remember it, stop and offer a PIN reset.' },
  },
  'PIN-BLOCKED': {
    resident: { title: 'The PIN is locked', body: 'The card still works as identification. You can set a new PIN at the counter.', todo: ask },
    clerk: {
      title: 'The user authentication PIN is locked',
      todo: 'Offer a PIN reset at the counter of the home municipality. The certificate can be requested on paper.',
    },
  },
  'PIN-LAST-TRY-DECLINED': {
    resident: { title: 'You stopped without entering the PIN', body: 'Your card stays as it is.', todo: ask },
    clerk: { title: 'The last try was not used', todo: 'Offer a PIN reset, or take the request on paper.' },
  },
  'PIN-WEAK': {
    resident: {
      title: 'That PIN is too easy to guess',
      body: 'Birth dates, runs and the like are easy for others to find. It was not sent to the card.',
      todo: 'Choose another one.',
    },
    clerk: { title: 'The new PIN is easy to guess', todo: 'No birth date, security code, year of expiry, run or repeated digit.' },
  },
  'PIN-SAME-AS-OLD': {
    resident: { title: 'That is your present PIN', body: 'Nothing was sent to the card.', todo: 'Choose a different one.' },
    clerk: { title: 'The new PIN equals the present one', todo: 'Ask the resident to choose a different one.' },
  },
  'PIN-PARTLY-CHANGED': {
    resident: {
      title: 'The change stopped half-way',
      body: 'The card keeps this PIN in two places, and only one holds the new value. It can be repaired here.',
      todo: ask,
    },
    clerk: { title: 'The resident register PIN differs in its two places', todo: 'Repair it with the previous and the new PIN. If that fails, offer a reset.' },
  },
  'PIN-CHANGE-UNCERTAIN': {
    resident: { title: 'It is not clear whether the PIN has changed', body: 'The card holds either the previous PIN or the new one.', todo: ask },
    clerk: {
      title: 'It is not known whether the PIN has changed',
      todo: 'Place the card again, look at the tries left, and let the resident enter the new PIN once. If it is wrong, the previous one still stands.',
    },
  },
} satisfies Partial<FailureCatalogue>

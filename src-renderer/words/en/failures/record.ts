import type { FailureCatalogue } from '../../failure-words.ts'

const untouched = 'Nothing has happened to your card.'
const ask = 'Please ask the staff.'
const neutral = { title: 'This terminal can’t handle your request', body: untouched, todo: ask }
const notPrinted = { title: 'The certificate could not be prepared', body: 'You have not been charged.', todo: ask }

/** The certificate in the card, the resident record, the document. */
export const recordFailures = {
  'CERT-EXPIRED': {
    resident: { title: 'The digital certificate of your card has expired', body: 'You can get a new one at the counter.', todo: ask },
    clerk: {
      title: 'The user authentication certificate has expired',
      todo: 'Offer to issue a new one. The resident record can be requested on paper.',
    },
  },
  'CERT-NOT-YET-VALID': {
    resident: { title: 'The digital certificate of your card is not valid yet', body: untouched, todo: ask },
    clerk: {
      title: 'The certificate’s period has not begun',
      todo: 'Check date and time of this terminal. If they are right, ask the office that issued it.',
    },
  },
  'CERT-REVOKED': {
    resident: {
      title: 'The digital certificate of your card can’t be used',
      body: 'This can happen after a card was reissued or suspended.',
      todo: ask,
    },
    clerk: {
      title: 'The user authentication certificate is revoked',
      todo: 'Find out why (reissued, suspended…) and offer to lift the suspension or issue a new one.',
    },
  },
  'CERT-UNKNOWN': {
    resident: { title: 'The digital certificate could not be checked', body: untouched, todo: ask },
    clerk: {
      title: 'No revocation answer for this certificate',
      todo: 'Never treat it as valid. Take the request on paper; call maintenance if it goes on.',
    },
  },
  'CERT-UNREACHABLE': {
    resident: { title: 'The checking service can’t be reached', body: `${untouched} Your choices are kept.`, todo: 'Wait a moment and try again.' },
    clerk: { title: 'Revocation data can’t be reached', todo: 'Never treat it as valid. Check the line; until it is back, take requests on paper.' },
  },
  'CERT-UNTRUSTED': {
    resident: neutral,
    clerk: {
      title: 'The certificate’s issuer is not trusted',
      todo: 'Forged, or this terminal’s trust anchors are wrong. Check the card and the person, and call maintenance.',
    },
  },
  'CERT-MALFORMED': {
    resident: { title: 'The digital certificate can’t be read', body: untouched, todo: ask },
    clerk: { title: 'The certificate is malformed', todo: 'Read it again. If it repeats, take the request on paper.' },
  },
  'RESIDENT-NOT-FOUND': {
    resident: neutral,
    clerk: {
      title: 'No resident record for this card',
      todo: 'From another municipality, moved out, or a very new card. Look in the resident record system.',
    },
  },
  'RESIDENT-BLOCKED': {
    resident: neutral,
    clerk: { title: 'Issuing is blocked', todo: 'Take care that nobody else learns why; use a separate room. Only authorised staff see the reason.' },
  },
  'RESIDENT-INCOMPLETE': {
    resident: neutral,
    clerk: { title: 'The resident record lacks items', todo: 'Check and complete it in the resident record system, then issue at the counter.' },
  },
  'RESIDENT-CHANGED': {
    resident: neutral,
    clerk: { title: 'The record changed after the request', todo: 'Void this request and ask the resident to request again.' },
  },
  'REGISTRY-UNAVAILABLE': {
    resident: { title: 'Resident records can’t be reached now', body: `${untouched} Your choices are kept.`, todo: 'Wait a moment and try again.' },
    clerk: { title: 'The resident records can’t be reached', todo: 'Check the line and the server. This terminal can’t issue until they are back.' },
  },
  'DOCUMENT-MISSING-GLYPH': {
    resident: neutral,
    clerk: {
      title: 'A character can’t be printed',
      todo: 'Printing was stopped. Note the character shown and ask maintenance to register it (外字).',
    },
  },
  'DOCUMENT-TOO-LONG': {
    resident: neutral,
    clerk: { title: 'An item does not fit its field', todo: 'Printing was stopped. Issue it from the resident record system.' },
  },
  'DOCUMENT-INVALID-INPUT': {
    resident: neutral,
    clerk: { title: 'The certificate has an invalid item', todo: 'Printing was stopped. Check that item in the resident record.' },
  },
  'DOCUMENT-MISMATCH': {
    resident: neutral,
    clerk: {
      title: 'Request and certificate are about different people',
      todo: 'The terminal has stopped. Hand nothing over; call a supervisor and check the records.',
    },
  },
  'DOCUMENT-NOT-VERIFIED': {
    resident: notPrinted,
    clerk: { title: 'The verification code can’t be confirmed', todo: 'Don’t use this paper. Compare it with the original and ask the issuer.' },
  },
} satisfies Partial<FailureCatalogue>

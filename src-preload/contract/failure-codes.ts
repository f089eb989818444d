/**
 * Every expected failure of the kiosk by its stable code. A code is never re-used for another meaning.
 * Words for residents and clerks: src-renderer/words; cause, remedy, retry: src-main/failures/catalogue.ts.
 */
export const failureCodes = [
  // the reader and the card
  'CARD-NO-SERVICE',
  'CARD-NO-READER',
  'CARD-READER-BUSY',
  'CARD-REMOVED',
  'CARD-MUTE',
  'CARD-TIMEOUT',
  'CARD-FOREIGN',
  'CARD-OLD-JUKI',
  'CARD-PHONE',
  'CARD-MALFORMED',
  'CARD-REFUSED',
  'CARD-NO-CERTIFICATE',
  'CARD-NOT-GENUINE',
  'CARD-SWAPPED',
  'CARD-FACE-ONLY',
  'CARD-SIGNATURE-WRONG',
  // the PIN
  'PIN-FORMAT',
  'PIN-WRONG',
  'PIN-BLOCKED',
  'PIN-LAST-TRY-DECLINED',
  'PIN-WEAK',
  'PIN-SAME-AS-OLD',
  'PIN-PARTLY-CHANGED',
  'PIN-CHANGE-UNCERTAIN',
  // the certificate in the card
  'CERT-EXPIRED',
  'CERT-NOT-YET-VALID',
  'CERT-REVOKED',
  'CERT-UNKNOWN',
  'CERT-UNREACHABLE',
  'CERT-UNTRUSTED',
  'CERT-MALFORMED',
  // the resident record
  'RESIDENT-NOT-FOUND',
  'RESIDENT-BLOCKED',
  'RESIDENT-INCOMPLETE',
  'RESIDENT-CHANGED',
  'REGISTRY-UNAVAILABLE',
  'REGISTRY-READ-ONLY',
  // the document
  'DOCUMENT-MISSING-GLYPH',
  'DOCUMENT-TOO-LONG',
  'DOCUMENT-INVALID-INPUT',
  'DOCUMENT-MISMATCH',
  'DOCUMENT-NOT-VERIFIED',
  // the document printer
  'PRINTER-PAPER-OUT',
  'PRINTER-COVER-OPEN',
  'PRINTER-JAM',
  'PRINTER-OFFLINE',
  'PRINTER-TIMEOUT',
  'PRINTER-REFUSED',
  'PRINTER-UNCERTAIN',
  // the receipt printer
  'RECEIPT-PAPER-OUT',
  'RECEIPT-COVER-OPEN',
  'RECEIPT-JAM',
  'RECEIPT-OFFLINE',
  'RECEIPT-TIMEOUT',
  'RECEIPT-UNCERTAIN',
  'RECEIPT-CHARACTER',
  // the store
  'STORE-UNAVAILABLE',
  'STORE-READ-ONLY',
  'STORE-FULL',
  'STORE-CORRUPT',
  'STORE-NEWER-SCHEMA',
  'STORE-KEY-MISSING',
  'STORE-IN-USE',
  'AUDIT-BROKEN',
  // requests
  'REQUEST-NOT-FOUND',
  'REQUEST-STATE',
  'REQUEST-TOO-MANY',
  // the issuer's terminal
  'ISSUER-NOT-CONFIGURED',
  'ISSUER-REFUSED',
  'ISSUER-UNREACHABLE',
  'ISSUER-UNCERTAIN',
  // card cases
  'CASE-NOT-FOUND',
  'CASE-STATE',
  'CASE-RULE',
  'CASE-NEEDS-SECOND-PERSON',
  'CASE-NOT-COMMISSIONED',
  'CASE-OTHER-CARD',
  // card applications
  'APPLICATION-NOT-FOUND',
  'APPLICATION-STATE',
  'APPLICATION-RULE',
  'PHOTO-NOT-JPEG',
  'PHOTO-BROKEN',
  'PHOTO-COLOUR',
  'PHOTO-PIXELS',
  'PHOTO-BYTES',
  'PHOTO-METADATA',
  'PACKET-NOT-CONFIGURED',
  'PACKET-INVALID',
  'PACKET-OTHER-KEY',
  'PACKET-INCOMPLETE',
  'PACKET-FOLDER',
  'BATCH-LIST',
  // staff
  'STAFF-BAD-CREDENTIALS',
  'STAFF-LOCKED-OUT',
  'STAFF-PASSWORD-ENDED',
  'STAFF-SIGNED-OUT',
  'STAFF-NOT-ALLOWED',
  'STAFF-EXISTS',
  'STAFF-NOT-FOUND',
  'STAFF-WEAK-PASSWORD',
  // messages and the session
  'MESSAGE-INVALID',
  'MESSAGE-ILL-TIMED',
  'MESSAGE-FORBIDDEN',
  // the terminal as a whole
  'KIOSK-CLOSED',
  'KIOSK-HALTED',
  'CONFIG-INVALID',
  'INTERNAL',
] as const

export type FailureCode = (typeof failureCodes)[number]

/**
 * Codes whose reason must not be read off the resident's glass: a protected record (支援措置) must look like
 * any other refusal (reference counter-procedures §D.8), and a forged card is for the staff alone. Main folds
 * them into one before a snapshot leaves it; the glass does so again.
 */
export const codesOnlyForStaff: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'RESIDENT-NOT-FOUND',
  'RESIDENT-BLOCKED',
  'RESIDENT-INCOMPLETE',
  'RESIDENT-CHANGED',
  'DOCUMENT-MISSING-GLYPH',
  'DOCUMENT-TOO-LONG',
  'DOCUMENT-INVALID-INPUT',
  'DOCUMENT-MISMATCH',
  'CARD-NOT-GENUINE',
  'CERT-UNTRUSTED',
  'CARD-SIGNATURE-WRONG',
])

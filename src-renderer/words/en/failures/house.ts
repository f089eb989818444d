import type { FailureCatalogue } from '../../failure-words.ts'

const untouched = 'Nothing has happened to your card.'
const ask = 'Please ask the staff.'
const outOfOrder = { title: 'This terminal can’t be used now', body: untouched, todo: ask }
const forClerks = { title: 'The staff is checking', body: untouched, todo: ask }
const notAccepted = { title: 'Your request could not be taken', body: 'You have not been charged.', todo: ask }

/** The store, requests, staff accounts, messages, and the terminal as a whole. */
export const houseFailures = {
  'STORE-UNAVAILABLE': {
    resident: outOfOrder,
    clerk: { title: 'The records can’t be used', todo: 'No requests are taken. Restart the terminal; if that does not help, call maintenance.' },
  },
  'STORE-READ-ONLY': {
    resident: outOfOrder,
    clerk: { title: 'The records can’t be written', todo: 'No requests are taken. Ask maintenance to check the disk and its permissions.' },
  },
  'STORE-FULL': {
    resident: outOfOrder,
    clerk: { title: 'The disk is full', todo: 'No requests are taken. Call maintenance to make room. Requests already taken are safe.' },
  },
  'STORE-CORRUPT': {
    resident: outOfOrder,
    clerk: { title: 'The records are damaged', todo: 'Don’t use the terminal; call maintenance to restore a backup.' },
  },
  'STORE-NEWER-SCHEMA': {
    resident: outOfOrder,
    clerk: { title: 'The records come from a newer version', todo: 'Update the software. The records were not changed.' },
  },
  'STORE-KEY-MISSING': {
    resident: outOfOrder,
    clerk: { title: 'The key to the records is missing', todo: 'Ask maintenance to check where the terminal’s key is kept.' },
  },
  'STORE-IN-USE': {
    resident: outOfOrder,
    clerk: { title: 'Another process uses the records', todo: 'Check that the software does not run twice on this terminal.' },
  },
  'AUDIT-BROKEN': {
    resident: outOfOrder,
    clerk: {
      title: 'The chain of the audit log is broken',
      todo: 'Don’t use the terminal. Call a supervisor and maintenance; don’t delete or repair records.',
    },
  },
  'REQUEST-NOT-FOUND': {
    resident: forClerks,
    clerk: { title: 'No such request', todo: 'Check the number. Requests of earlier days are not on the list.' },
  },
  'REQUEST-STATE': {
    resident: forClerks,
    clerk: { title: 'The request has moved on', todo: 'A colleague may have handled it. Look at its present state and try again.' },
  },
  'REQUEST-TOO-MANY': {
    resident: notAccepted,
    clerk: { title: 'No request numbers left today', todo: 'Take requests on paper and call maintenance.' },
  },
  'STAFF-BAD-CREDENTIALS': {
    resident: forClerks,
    clerk: { title: 'Wrong staff ID or password', todo: 'Check both and try again.' },
  },
  'STAFF-LOCKED-OUT': {
    resident: forClerks,
    clerk: { title: 'Too many wrong tries: sign-in is paused', todo: 'Wait 15 minutes, or ask a supervisor for a one-time password.' },
  },
  'STAFF-PASSWORD-ENDED': {
    resident: forClerks,
    clerk: { title: 'The one-time password is more than 24 hours old', todo: 'Ask a supervisor for another one.' },
  },
  'STAFF-SIGNED-OUT': {
    resident: forClerks,
    clerk: { title: 'Not signed in', todo: 'Sign in and try again.' },
  },
  'STAFF-NOT-ALLOWED': {
    resident: forClerks,
    clerk: { title: 'You may not do this', todo: 'Ask a colleague who may. The attempt was recorded.' },
  },
  'STAFF-EXISTS': {
    resident: forClerks,
    clerk: { title: 'This staff ID is taken', todo: 'Choose another.' },
  },
  'STAFF-NOT-FOUND': {
    resident: forClerks,
    clerk: { title: 'No such staff ID', todo: 'Check the staff ID.' },
  },
  'STAFF-WEAK-PASSWORD': {
    resident: forClerks,
    clerk: { title: 'That password cannot be used', todo: 'Ten characters or more, without the staff ID, not a simple one, and not the present one.' },
  },
  'MESSAGE-INVALID': {
    resident: { title: 'That could not be accepted', body: 'What you entered has not changed.', todo: 'Please press again.' },
    clerk: { title: 'The screen sent something invalid', todo: 'Reload the screen. If it repeats, call maintenance.' },
  },
  'MESSAGE-ILL-TIMED': {
    resident: {
      title: 'The screen had already moved on',
      body: 'What you entered has not changed.',
      todo: 'Look at the screen and go on from there.',
    },
    clerk: { title: 'Not possible in this state', todo: 'Look at the present state and try again.' },
  },
  'MESSAGE-FORBIDDEN': {
    resident: { title: 'That could not be accepted', body: 'What you entered has not changed.', todo: ask },
    clerk: { title: 'Not allowed from this screen', todo: 'It was recorded. If you don’t know why it happened, tell a supervisor.' },
  },
  'KIOSK-CLOSED': {
    resident: { title: 'We are closed now', body: 'If it is urgent, please ask at the counter.', todo: 'Please come again during opening hours.' },
    clerk: { title: 'Outside opening hours', todo: 'It opens by itself at the set time.' },
  },
  'KIOSK-HALTED': {
    resident: outOfOrder,
    clerk: {
      title: 'Stopped: a paper did not match its person',
      todo: 'Closed until a supervisor has checked the records and lifted the stop. Hand out no paper.',
    },
  },
  'CONFIG-INVALID': {
    resident: outOfOrder,
    clerk: { title: 'The configuration has an error', todo: 'Correct the item named and restart the terminal.' },
  },
  INTERNAL: {
    resident: { title: 'Something went wrong with this terminal', body: 'Your choices were erased. Nothing has happened to your card.', todo: ask },
    clerk: {
      title: 'Something went wrong inside the terminal',
      todo: 'Check the list of requests. If it repeats, note the time and call maintenance.',
    },
  },
} satisfies Partial<FailureCatalogue>

import type { FailureCatalogue } from '../../failure-words.ts'

const untouched = 'Nothing has happened to your card.'
const ask = 'Please ask the staff.'
const follow = 'Please wait for the staff.'
const atDesk = { title: 'The staff are checking', body: untouched, todo: follow }

/** The issuer's terminal and the clerk's card cases. */
export const cardCaseFailures = {
  'ISSUER-NOT-CONFIGURED': {
    resident: { title: 'This terminal can’t do this procedure', body: untouched, todo: ask },
    clerk: { title: 'No issuer’s terminal is configured, or it can’t do this work', todo: 'Do the work at the issuer’s terminal itself, or tell the IT people.' },
  },
  'ISSUER-REFUSED': {
    resident: { title: 'This could not be accepted', body: untouched, todo: follow },
    clerk: { title: 'The issuer’s terminal refused; the card is unchanged', todo: 'Check the state of the card and the facts of the case.' },
  },
  'ISSUER-UNREACHABLE': {
    resident: { title: 'This can’t be done right now', body: untouched, todo: follow },
    clerk: { title: 'The issuer’s terminal can’t be reached; the card is unchanged', todo: 'Wait a little and try again. If it goes on, tell the IT people.' },
  },
  'ISSUER-UNCERTAIN': {
    resident: { title: 'We are checking whether this was completed', body: 'The staff can go on with you from here.', todo: ask },
    clerk: { title: 'It is not known whether the work was done', todo: 'Repeat it within this case: it is the same order, so nothing is done twice. Don’t open a new case.' },
  },
  'REGISTRY-READ-ONLY': {
    resident: atDesk,
    clerk: { title: 'The new certificate can’t be entered in the registry', todo: 'The work on the card is done. Enter the new certificate in the registry’s own system.' },
  },
  'CASE-NOT-FOUND': {
    resident: atDesk,
    clerk: { title: 'There is no such case', todo: 'Choose again from the list. After its retention time the content of a case is deleted.' },
  },
  'CASE-STATE': {
    resident: atDesk,
    clerk: { title: 'The case has moved on', todo: 'Look at its present state and choose again.' },
  },
  'CASE-RULE': {
    resident: atDesk,
    clerk: { title: 'Something is still missing', todo: 'Bring what the case shows as missing.' },
  },
  'CASE-NEEDS-SECOND-PERSON': {
    resident: atDesk,
    clerk: { title: 'A second person must confirm this', todo: 'Ask a colleague with an account of their own to confirm at this desk.' },
  },
  'CASE-NOT-COMMISSIONED': {
    resident: { title: 'This can’t be done here', body: untouched, todo: 'Please go to the counter of the municipality where you live.' },
    clerk: { title: 'This terminal may not do this work', todo: 'Send the resident to the counter of their municipality.' },
  },
  'CASE-OTHER-CARD': {
    resident: { title: 'This seems to be a different card', body: untouched, todo: 'Please place the card of the person this is for.' },
    clerk: { title: 'The card could not be shown to be this person’s', todo: 'Check the card. If it has no certificate, type its expiry date and security code.' },
  },
} satisfies Partial<FailureCatalogue>

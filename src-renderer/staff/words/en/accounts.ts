import type { StaffWords } from '../ja.ts'

export const accounts: StaffWords['accounts'] = {
  own: {
    title: 'Change your password',
    fields: { old: 'Present password', oneTime: 'One-time password', wish: 'New password', again: 'New password again' },
    rule: 'Ten characters or more. It may not contain the staff ID or be a simple one.',
    incomplete: 'Fill in all three.',
    different: 'The two new passwords are not the same.',
    submit: 'Change it',
    recorded: 'The change is recorded. Passwords are not.',
    due: {
      title: 'Choose your own password',
      lead: (name) => `${name}, you came in with a one-time password. Choose your own, and the counter’s screen opens.`,
    },
  },
  others: {
    open: 'Staff accounts…',
    title: 'Staff accounts',
    lead: 'Set a one-time password for somebody who forgot theirs or mistyped it too often. At the next sign-in they replace it with their own.',
    list: 'Staff',
    nobody: 'There is nobody else.',
    locked: 'Locked',
    passwordDue: 'One-time password',
    oneTime: 'One-time password',
    oneTimeFor: (name) => `One-time password for ${name}`,
    oneTimeHelp: 'Ten characters or more, good for 24 hours. Tell it to the person yourself.',
    ownPassword: 'Your own password',
    incomplete: 'Choose somebody, and enter the one-time password and your own.',
    submit: 'Set it and unlock',
    done: (name) => `The one-time password of ${name} is set.`,
    recorded: 'That it was set is recorded. Passwords are not.',
  },
}

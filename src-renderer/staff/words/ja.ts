import { accounts } from './ja/accounts.ts'
import { actions } from './ja/actions.ts'
import { applications } from './ja/applications.ts'
import { cases } from './ja/cases.ts'
import { frame } from './ja/frame.ts'
import { keys } from './ja/keys.ts'
import { requests } from './ja/requests.ts'
import { terminal } from './ja/terminal.ts'
import { training } from './ja/training.ts'

/** Japanese for staff; the type of every other language is taken from here. */
export const ja = { accounts, actions, applications, cases, frame, keys, requests, terminal, training }

export type StaffWords = typeof ja

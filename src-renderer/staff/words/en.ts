import { accounts } from './en/accounts.ts'
import { actions } from './en/actions.ts'
import { applications } from './en/applications.ts'
import { cases } from './en/cases.ts'
import { frame } from './en/frame.ts'
import { keys } from './en/keys.ts'
import { requests } from './en/requests.ts'
import { terminal } from './en/terminal.ts'
import { training } from './en/training.ts'
import type { StaffWords } from './ja.ts'

export const en: StaffWords = { accounts, actions, applications, cases, frame, keys, requests, terminal, training }

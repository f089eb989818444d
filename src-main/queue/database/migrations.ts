import type { Migration } from './migrate.ts'
import { sealedRecords } from './migrations/0001-sealed-records.ts'
import { auditLog } from './migrations/0002-audit-log.ts'
import { requests } from './migrations/0003-requests.ts'
import { staffAccounts } from './migrations/0004-staff-accounts.ts'
import { cardCases } from './migrations/0005-card-cases.ts'
import { cardApplications } from './migrations/0006-card-applications.ts'
import { oneTimePasswords } from './migrations/0007-one-time-passwords.ts'
import { oneTimePasswordsEnd } from './migrations/0008-one-time-passwords-end.ts'

/** The schema's history, oldest first; user_version is the number of steps done. */
export const migrations: readonly Migration[] = [sealedRecords, auditLog, requests, staffAccounts, cardCases, cardApplications, oneTimePasswords, oneTimePasswordsEnd]

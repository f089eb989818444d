import type { StaffWords } from '../ja.ts'
import { dialogs } from './cases/dialogs.ts'
import { domain, facts } from './cases/facts.ts'
import { findings, guidance } from './cases/findings.ts'
import { work } from './cases/work.ts'

export const cases: StaffWords['cases'] = { ...domain, ...work, dialogs, facts, findingWords: findings, guidanceWords: guidance }

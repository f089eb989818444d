import { dialogs } from './cases/dialogs.ts'
import { domain, facts } from './cases/facts.ts'
import { findings, guidance } from './cases/findings.ts'
import { work } from './cases/work.ts'

/** カード手続: the clerk's cases on the card. */
export const cases = { ...domain, ...work, dialogs, facts, findingWords: findings, guidanceWords: guidance }

import type { CardCaseRow } from '../../../../src-preload/contract.ts'
import type { Filter } from '../../requests/waiting.ts'

/** What still wants something from the clerk; a finished case whose certificate is not registered does. */
export const isOpenCase = ({ state, linkOutstanding }: Pick<CardCaseRow, 'state' | 'linkOutstanding'>): boolean =>
  linkOutstanding || (state !== 'done' && state !== 'refused' && state !== 'withdrawn')

/** Oldest first, whatever order the snapshot has. */
export const listedCases = (cases: readonly CardCaseRow[], filter: Filter): CardCaseRow[] =>
  cases.filter((row) => filter === 'all' || isOpenCase(row)).sort((one, other) => one.openedAt.localeCompare(other.openedAt) || one.number.localeCompare(other.number))

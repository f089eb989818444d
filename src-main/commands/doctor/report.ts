import type { Check } from './check.ts'

const marks: Record<Check['state'], string> = { ok: 'ok', attention: 'ATTENTION', failed: 'FAILED' }
const markWidth = 11
const titleWidth = 22

/** The report for people: a line for each check, its remedy below it, the sum at the end. */
export function reportText(checks: readonly Check[]): string {
  const indent = ' '.repeat(markWidth + titleWidth)
  const lines = checks.flatMap(({ state, title, seen, remedy }) => {
    const [first = '', ...more] = seen.split('\n')
    const head = `${marks[state].padEnd(markWidth)}${title.padEnd(titleWidth)}${first}`
    return [head, ...more.map((line) => indent + line), ...(remedy === null ? [] : [`${indent}-> ${remedy}`])]
  })
  const count = (state: Check['state']): number => checks.filter((check) => check.state === state).length
  const sum = isReady(checks) ? 'Ready' : 'NOT READY'
  return [...lines, '', `${sum}: ${count('ok')} ok, ${count('attention')} need attention, ${count('failed')} failed.`].join('\n')
}

export const isReady = (checks: readonly Check[]): boolean => checks.every(({ state }) => state !== 'failed')

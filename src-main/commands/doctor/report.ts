import type { Check } from './check.ts'
import { columnsOf, padColumns } from './columns.ts'
import type { DoctorWords } from './words/words.ts'

/** Between two columns of the table. */
const gap = 2

/** The report for people: a line for each check, its remedy below it, the sum at the end. */
export function reportText(checks: readonly Check[], words: DoctorWords): string {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(columnsOf)) + gap
  const markWidth = widest(Object.values(words.marks))
  const titleWidth = widest(checks.map(({ title }) => title))
  const indent = ' '.repeat(markWidth + titleWidth)
  const lines = checks.flatMap(({ state, title, seen, remedy }) => {
    const [first = '', ...more] = seen.split('\n')
    const head = `${padColumns(words.marks[state], markWidth)}${padColumns(title, titleWidth)}${first}`
    return [head, ...more.map((line) => indent + line), ...(remedy === null ? [] : [indent + words.remedy({ remedy })])]
  })
  const count = (state: Check['state']): number => checks.filter((check) => check.state === state).length
  const sum = words.sum({ ready: isReady(checks), ok: count('ok'), attention: count('attention'), failed: count('failed') })
  return [...lines, '', sum].join('\n')
}

export const isReady = (checks: readonly Check[]): boolean => checks.every(({ state }) => state !== 'failed')

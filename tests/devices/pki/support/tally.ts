export interface Counted {
  readonly section: string
  readonly shouldBeValid: boolean
  readonly isValid: boolean
  /** Left out on purpose; counted apart. */
  readonly leftOut?: boolean
}

export interface Row {
  readonly section: string
  readonly cases: number
  readonly right: number
  readonly 'false accept': number
  readonly 'false reject': number
  readonly 'left out': number
}

function row(section: string, counted: readonly Counted[]): Row {
  const tried = counted.filter(({ leftOut }) => leftOut !== true)
  return {
    section,
    cases: counted.length,
    right: tried.filter(({ shouldBeValid, isValid }) => shouldBeValid === isValid).length,
    'false accept': tried.filter(({ shouldBeValid, isValid }) => !shouldBeValid && isValid).length,
    'false reject': tried.filter(({ shouldBeValid, isValid }) => shouldBeValid && !isValid).length,
    'left out': counted.length - tried.length,
  }
}

/** One row a section, in the order of their first case, and the sum. */
export function tally(counted: readonly Counted[]): readonly Row[] {
  const sections = [...new Set(counted.map(({ section }) => section))]
  return [...sections.map((section) => row(section, counted.filter((one) => one.section === section))), row('all', counted)]
}

/** One text in the two languages of the handbook. */
export interface Bilingual {
  readonly ja: string
  readonly en: string
}

/** What the people who look after the terminal need to know about one failure code. */
export interface FailureEntry {
  readonly cause: Bilingual
  readonly remedy: Bilingual
  /** Doing the same again, with nothing else changed, may succeed. */
  readonly retriable: boolean
  /** Who can do something about it: the resident, the clerk, or the IT people. */
  readonly audience: 'resident' | 'clerk' | 'operator'
}

/** Keeps the catalogue a table: cause, remedy, whether trying again helps, who acts. */
export function entry(audience: FailureEntry['audience'], retriable: boolean, cause: Bilingual, remedy: Bilingual): FailureEntry {
  return { cause, remedy, retriable, audience }
}

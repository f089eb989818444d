import { failureCatalogue } from '../../failures/catalogue.ts'
import type { Failure } from '../../failures/result.ts'
import type { Language } from '../shell/answer.ts'

/** One line of the readiness report. */
export interface Check {
  /** Stable name, for programs that read the report. */
  readonly id: string
  readonly title: string
  /** `attention`: the kiosk runs, but somebody should look. `failed`: it can't do its work. */
  readonly state: 'ok' | 'attention' | 'failed'
  /** What was found; no personal data. */
  readonly seen: string
  readonly remedy: string | null
}

/** Makes the checks of one subject. */
export interface Subject {
  fine(seen: string): Check
  attention(seen: string, remedy: string): Check
  failed(seen: string, remedy: string): Check
  /** An expected failure, with the remedy of its catalogue entry. */
  failure(failure: Failure): Check
}

export function subject(id: string, title: string, language: Language): Subject {
  const check = (state: Check['state'], seen: string, remedy: string | null): Check => ({ id, title, state, seen, remedy })
  return {
    fine: (seen) => check('ok', seen, null),
    attention: (seen, remedy) => check('attention', seen, remedy),
    failed: (seen, remedy) => check('failed', seen, remedy),
    failure: ({ code, detail }) => check('failed', detail === undefined ? code : `${code}: ${detail}`, failureCatalogue[code].remedy[language]),
  }
}

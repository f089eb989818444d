import { failureCatalogue } from '../../failures/catalogue.ts'
import type { Failure } from '../../failures/result.ts'
import type { Language } from '../shell/answer.ts'
import { doctorWords, type CheckId, type DoctorWords } from './words/words.ts'

/** One line of the readiness report; all but `id` and `state` in the language of the report. */
export interface Check {
  /** Stable name, for programs that read the report. */
  readonly id: CheckId
  readonly title: string
  /** `attention`: the kiosk runs, but somebody should look. `failed`: it can't do its work. */
  readonly state: 'ok' | 'attention' | 'failed'
  /** What was found; no personal data. */
  readonly seen: string
  readonly remedy: string | null
}

/** Makes the checks of one subject. */
export interface Subject {
  /** What its findings and remedies are told with. */
  readonly words: DoctorWords
  fine(seen: string): Check
  attention(seen: string, remedy: string): Check
  failed(seen: string, remedy: string): Check
  /** An expected failure, with the remedy of its catalogue entry. */
  failure(failure: Failure): Check
}

/** Begins the check of one subject. */
export type About = (id: CheckId) => Subject

/** The subject of that name, its title and the catalogue's remedies in one language. */
export function subject(id: CheckId, language: Language): Subject {
  const words = doctorWords(language)
  const title = words.titles[id]
  const check = (state: Check['state'], seen: string, remedy: string | null): Check => ({ id, title, state, seen, remedy })
  return {
    words,
    fine: (seen) => check('ok', seen, null),
    attention: (seen, remedy) => check('attention', seen, remedy),
    failed: (seen, remedy) => check('failed', seen, remedy),
    failure: ({ code, detail }) => check('failed', detail === undefined ? code : `${code}: ${detail}`, failureCatalogue[code].remedy[language]),
  }
}

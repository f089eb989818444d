import { caseRefusalReasonSchema, failureCodeSchema, type CardCaseDetail, type Language } from '../../../../src-preload/contract.ts'
import { clerkFailure, staffWordsOf } from '../../words/staff-words.ts'

type Entry = CardCaseDetail['history'][number]

/**
 * Why, in words. Main writes a code (of a reason or a failure), an account, or the clerk's note, or a code followed by
 * ": " and the note; what is no code is shown as it stands.
 */
export function caseReason(reason: string, language: Language): string {
  const split = reason.indexOf(': ')
  const code = split === -1 ? reason : reason.slice(0, split)
  const words = codeWords(code, language)
  if (words === null) return reason
  const note = split === -1 ? '' : reason.slice(split + 2)
  if (note === '') return words
  return language === 'ja' ? `${words}（${note}）` : `${words} (${note})`
}

function codeWords(code: string, language: Language): string | null {
  const { refusalReasons, accepted } = staffWordsOf(language).cases
  const refused = caseRefusalReasonSchema.safeParse(code)
  if (refused.success) return refusalReasons[refused.data]
  if (code === 'accepted' || code === 'notAccepted') return accepted[code]
  const failure = failureCodeSchema.safeParse(code)
  return failure.success ? clerkFailure(language, failure.data).title : null
}

/** Facts that were recorded several times in a row by one person are one line, with its last time. */
export function withoutRepeats(history: readonly Entry[]): Entry[] {
  return history.filter((entry, index) => {
    const next = history[index + 1]
    return entry.change !== 'recordFacts' || next?.change !== 'recordFacts' || next.actor !== entry.actor
  })
}

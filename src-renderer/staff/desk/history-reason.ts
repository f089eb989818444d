import { failureCodeSchema, reissueReasonSchema, voidReasonSchema, type Language } from '../../../src-preload/contract.ts'
import { clerkFailure, staffWordsOf } from '../words/staff-words.ts'

/**
 * A history entry's reason in words. Main writes the code of the reason or of the failure, followed by
 * ": " and the clerk's note where one was typed; what is neither is shown as it stands.
 */
export function historyReason(reason: string, language: Language): string {
  const split = reason.indexOf(': ')
  const code = split === -1 ? reason : reason.slice(0, split)
  const note = split === -1 ? '' : reason.slice(split + 2)
  const words = codeWords(code, language)
  if (words === null) return reason
  if (note === '') return words
  return language === 'ja' ? `${words}（${note}）` : `${words} (${note})`
}

function codeWords(code: string, language: Language): string | null {
  const { voidReasons, reissueReasons } = staffWordsOf(language).actions
  const voided = voidReasonSchema.safeParse(code)
  if (voided.success) return voidReasons[voided.data]
  const reissued = reissueReasonSchema.safeParse(code)
  if (reissued.success) return reissueReasons[reissued.data]
  const failure = failureCodeSchema.safeParse(code)
  return failure.success ? clerkFailure(language, failure.data).title : null
}

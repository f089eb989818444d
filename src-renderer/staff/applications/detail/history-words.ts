import { applicationRefusalSchema, photoExceptionSchema, returnReasonSchema, type ApplicationDetail, type Language } from '../../../../src-preload/contract.ts'
import { staffWordsOf } from '../../words/staff-words.ts'

type Entry = ApplicationDetail['history'][number]

/** Why, in words. Main writes a code, or a code followed by ": " and the clerk's note; what is no code is shown as it stands. */
export function applicationReason(reason: string, language: Language): string {
  const split = reason.indexOf(': ')
  const code = split === -1 ? reason : reason.slice(0, split)
  const words = codeWords(code, language)
  if (words === null) return reason
  const note = split === -1 ? '' : reason.slice(split + 2)
  if (note === '') return words
  return language === 'ja' ? `${words}（${note}）` : `${words} (${note})`
}

function codeWords(code: string, language: Language): string | null {
  const { returnReasons, refusals, photo, list } = staffWordsOf(language).applications
  const returned = returnReasonSchema.safeParse(code)
  if (returned.success) return returnReasons[returned.data]
  const refused = applicationRefusalSchema.safeParse(code)
  if (refused.success) return refusals[refused.data]
  const excepted = photoExceptionSchema.safeParse(code)
  if (excepted.success) return photo.exceptions[excepted.data]
  return code === 'resident' || code === 'crash' ? list.left[code] : null
}

/** Facts that were recorded several times in a row by one person on one day are one line, with its last time. */
export function withoutRepeats(history: readonly Entry[]): Entry[] {
  return history.filter((entry, index) => {
    const next = history[index + 1]
    return entry.change !== 'saveFacts' || next?.change !== 'saveFacts' || next.actor !== entry.actor || next.on !== entry.on
  })
}

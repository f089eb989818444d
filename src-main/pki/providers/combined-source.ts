import type { RevocationQuestion } from '../path/path-verdict.ts'
import { isBelieved, type SourceAnswer, type StatusSource } from '../status-source.ts'

export interface CombinedSourceOptions {
  /** Asked one after the other, until one gives an answer that may be believed. */
  readonly sources: readonly StatusSource[]
  /** After a responder signed that it does not know the certificate: `stop` leaves it unknown, `next` asks on. */
  readonly afterUnknown: 'stop' | 'next'
}

const isFinal = (answer: SourceAnswer, afterUnknown: CombinedSourceOptions['afterUnknown']): boolean =>
  isBelieved(answer) && (answer.status !== 'unknown' || afterUnknown === 'stop')

/** Where nobody answered it is unreachable; where anybody did without being believed it is unknown. */
function together(answers: readonly SourceAnswer[]): SourceAnswer {
  const why = answers.flatMap((answer) => ('why' in answer ? [answer.why] : [])).join('; ')
  if (answers.length === 0) return { status: 'unreachable', why: 'no source of revocation data is configured' }
  return answers.some(({ status }) => status === 'unknown') ? { status: 'unknown', why } : { status: 'unreachable', why }
}

/**
 * Several sources as one, such as OCSP and then lists. What can't be believed counts like silence: an attacker who can
 * send a forgery could as well cut the line, and neither may turn the next source's answer around.
 */
export function combineSources({ sources, afterUnknown }: CombinedSourceOptions): StatusSource {
  return {
    description: sources.map(({ description }) => description).join(', then '),

    async check(question: RevocationQuestion) {
      const answers: SourceAnswer[] = []
      for (const source of sources) {
        const answer = await source.check(question)
        if (isFinal(answer, afterUnknown)) return answer
        answers.push(answer)
      }
      return together(answers)
    },

    async readiness(question) {
      const found = await Promise.all(sources.map((source) => source.readiness(question)))
      return { ready: found.some(({ ready }) => ready), why: found.map(({ why }) => why).join('; ') || 'no source of revocation data is configured' }
    },
  }
}

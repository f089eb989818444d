import type { Writable } from 'node:stream'
import { failureCatalogue } from '../../failures/catalogue.ts'
import type { Failure, Result } from '../../failures/result.ts'
import type { Streams } from './streams.ts'

export type Language = 'ja' | 'en'

/** What a command that came to its end has to say. */
export interface Reply {
  /** For `--json`: one object, printed with `ok` in front. */
  readonly json: Readonly<Record<string, unknown>>
  /** For people, on stdout; ends without a line feed. */
  readonly text: string
  /** False: the command did its work, and what it found is bad (exit code 1). Default true. */
  readonly good?: boolean
  /** Instead of 0 for good and 1 for bad, where a command tells more than two outcomes apart. */
  readonly exitCode?: number
}

const labels = { ja: { cause: '原因', remedy: '対処' }, en: { cause: 'Cause', remedy: 'Remedy' } } as const

/** Code, detail, cause and remedy of a failure, one a line. */
function failureText({ code, detail }: Failure, language: Language): string {
  const { cause, remedy } = failureCatalogue[code]
  const words = labels[language]
  const lines = detail === undefined ? [] : detail.split('\n').map((line) => `  ${line}`)
  return [code, ...lines, `  ${words.cause}: ${cause[language]}`, `  ${words.remedy}: ${remedy[language]}`, ''].join('\n')
}

function failureJson({ code, detail }: Failure, language: Language): Record<string, unknown> {
  const { cause, remedy, retriable } = failureCatalogue[code]
  return { code, ...(detail === undefined ? {} : { detail }), cause: cause[language], remedy: remedy[language], retriable }
}

type Way = Pick<Streams, 'stdout' | 'stderr'> & {
  readonly json: boolean
  readonly language: Language
  /** Exit code of a failure; default 1. */
  readonly failed?: number
}

/** Failures go to stderr, and with `--json` to stdout as well; everything else to stdout. Returns the exit code. */
export function answer(result: Result<Reply>, { json, language, failed = 1, stdout, stderr }: Way): number {
  if (!result.ok) {
    if (json) stdout.write(`${JSON.stringify({ ok: false, failure: failureJson(result.failure, language) })}\n`)
    stderr.write(failureText(result.failure, language))
    return failed
  }
  const { json: object, text, good = true, exitCode = good ? 0 : 1 } = result.value
  if (json) stdout.write(`${JSON.stringify({ ok: good, ...object })}\n`)
  else if (text !== '') stdout.write(`${text}\n`)
  return exitCode
}

/** A bug: its kind and where it happened. Its message is left out, because it may quote data. */
export function reportBug(error: unknown, stderr: Writable): void {
  const name = error instanceof Error ? error.name : typeof error
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : []
  stderr.write(failureText({ code: 'INTERNAL', detail: [name, ...frames].join('\n') }, 'en'))
}

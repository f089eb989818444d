import { failureText } from './answer.ts'

/** A bug: its kind and where it happened. Its message is left out, because it may quote data. */
export function reportBug(error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : []
  process.stderr.write(failureText({ code: 'INTERNAL', detail: [name, ...frames].join('\n') }, 'en'))
  process.exitCode = 1
}

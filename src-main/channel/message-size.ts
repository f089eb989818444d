import { maxPhotoBase64 } from '../../src-preload/contract/values.ts'

/** Bytes of an ordinary message: facts of an application in full are the largest. */
export const maxMessage = 16 * 1024
/** Bytes of one that carries a file: a photo, or the list of a company, in base64 with what is said about it. */
export const maxFileMessage = maxPhotoBase64 + maxMessage

/** The only ones that may be larger than `maxMessage`. */
const carriesFile: ReadonlySet<unknown> = new Set(['photoChosen', 'applicationPhoto', 'applicationBatchImport', 'applicationBatchCheck'])

/** Whether a message is no larger than its kind may be. @param bytes as it came in. */
export function hasFittingSize(message: unknown, bytes: number): boolean {
  if (bytes <= maxMessage) return true
  return bytes <= maxFileMessage && carriesFile.has(typeOf(field(message, 'event')) ?? typeOf(field(message, 'query')))
}

const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && name in value ? (value as Readonly<Record<string, unknown>>)[name] : undefined)
const typeOf = (value: unknown): unknown => field(value, 'type')

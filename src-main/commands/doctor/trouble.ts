import { fileTrouble } from '../shell/files.ts'
import type { DoctorWords } from './words/words.ts'

/** What is wrong with a file, in the report's language; null where the error is not of the file system (a bug). */
export function troubleInWords(error: unknown, { fileTroubles }: DoctorWords): string | null {
  const trouble = fileTrouble(error)
  if (trouble === null) return null
  const known: Readonly<Record<string, string>> = fileTroubles
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? (known[error.code] ?? error.code) : trouble
}

import { DerCursor, DerError, TAG, type DerElement } from '../der/der-reader.ts'
import { objectIdentifier } from '../der/primitives.ts'

export interface AlgorithmIdentifier {
  readonly encoding: Uint8Array
  readonly id: string
  readonly parameters: DerElement | null
}

export function algorithmIdentifier(element: DerElement, what: string): AlgorithmIdentifier {
  if (element.tag !== TAG.sequence) throw new DerError(`${what} is not an algorithm identifier`)
  const cursor = new DerCursor(element.content, what)
  const id = objectIdentifier(cursor.take(TAG.objectIdentifier).content, what)
  const parameters = cursor.atEnd ? null : cursor.next()
  cursor.end()
  return { encoding: element.encoding, id, parameters }
}

/** RFC 4055 §2.1: NULL, or absent (which some encoders write). */
export const parametersAreNull = ({ parameters }: AlgorithmIdentifier): boolean =>
  parameters === null || (parameters.tag === TAG.null && parameters.content.length === 0)

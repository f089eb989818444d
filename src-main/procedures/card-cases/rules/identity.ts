import type { CardCaseFacts } from '../../../../src-preload/contract.ts'
import type { IdentityDocument } from './rules-schema.ts'

export interface IdentityAlternative {
  readonly A: number
  readonly B: number
}

/**
 * Whether the documents fulfil one of the alternatives. A document counts once however often it is named, what the
 * catalogue does not know counts for nothing, and one of class A may stand for one of class B.
 */
export function identified(shown: readonly string[], alternatives: readonly IdentityAlternative[], catalogue: readonly IdentityDocument[]): boolean {
  const known = catalogue.filter((document) => shown.includes(document.id))
  const a = known.filter((document) => document.class === 'A').length
  const b = known.length - a
  return alternatives.some((wanted) => a >= wanted.A && a - wanted.A + b >= wanted.B)
}

/** What may identify whoever stands at the counter: the holder's card is asked for by itself. */
export function documentsFor(actor: CardCaseFacts['actor'], catalogue: readonly IdentityDocument[]): readonly IdentityDocument[] {
  return actor === null || actor === 'self' ? catalogue.filter((document) => !document.representativeOnly) : catalogue
}

/**
 * Characters that no record can contain: controls (line breaks too), halves of a surrogate pair, noncharacters,
 * U+FFFD (the trace of a failed conversion), zero-width characters, which would make two names that look alike
 * differ, and invisible direction marks, which would let a text show itself in another order than it is recorded.
 * Variation selectors are none of these.
 */

const impossible =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028\u2029\u2060\uFEFF\u202A-\u202E\u2066-\u2069\uFFFD\p{Surrogate}\p{Noncharacter_Code_Point}]/u

export function hasImpossibleCharacter(text: string): boolean {
  return impossible.test(text)
}

/**
 * Private use areas: a 外字 of the municipality's own that is not yet identified with a standard character (文字同定).
 * What it looks like depends on a font only that municipality has; another font may hold another character there.
 */
export function hasUnidentifiedCharacter(text: string): boolean {
  return /\p{Private_Use}/u.test(text)
}

/** Milliseconds that a code must have been away before it counts as shown again. */
export const awayAfter = 3000

/** Milliseconds from the start in which codes count as shown before, where the last one was refused: the paper still lies there. */
export const heldBackFor = 2500

/** Most that the contract takes of what was scanned, in characters. */
export const mostCharacters = 500

/** Which of the codes before the camera are news: each is told once, and again only when it was taken away meanwhile. */
export class ScanMemory {
  readonly #lastSeen = new Map<string, number>()
  readonly #tellFrom: number

  /** @param begun when the camera began to look, in milliseconds of any clock that only goes forward. */
  constructor(begun: number, { holdsBack }: { readonly holdsBack: boolean }) {
    this.#tellFrom = begun + (holdsBack ? heldBackFor : 0)
  }

  /** What is new among the texts of one picture, a line each; null when nothing is. A form may carry other codes beside its own. */
  news(texts: readonly string[], now: number): string | null {
    for (const [text, at] of this.#lastSeen) if (now - at >= awayAfter) this.#lastSeen.delete(text)
    const fitting = [...new Set(texts)].filter((text) => text.length > 0 && text.length <= mostCharacters)
    const fresh = fitting.filter((text) => !this.#lastSeen.has(text))
    for (const text of fitting) this.#lastSeen.set(text, now)
    if (fresh.length === 0 || now < this.#tellFrom) return null
    return fresh.reduce((lines, text) => (lines.length + 1 + text.length <= mostCharacters ? `${lines}\n${text}` : lines))
  }
}

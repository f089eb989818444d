/** Two characters further apart than this were typed by a person. Scanners are below 30 ms; nobody types steadily below 60. */
export const wedgeGapMs = 60

/** Shorter bursts are a bouncing key, not a slip: the shortest code is A001. */
const shortestCode = 4

export type WedgeAnswer =
  /** Nothing of a scanner's; treat the key as usual. */
  | { readonly kind: 'no' }
  /** Might be the first character of a scan: wait `wedgeGapMs` before taking it for a key press. */
  | { readonly kind: 'perhaps' }
  /** Part of a scan: nobody else may have this key. */
  | { readonly kind: 'scanning' }
  | { readonly kind: 'scanned'; readonly text: string }

/** Tells a barcode scanner that plays a keyboard from a person at the keys, by speed and the closing Enter. */
export class Wedge {
  #text = ''
  #last = Number.NEGATIVE_INFINITY

  /**
   * @param key `KeyboardEvent.key`.
   * @param at milliseconds on any steady clock.
   */
  press(key: string, at: number): WedgeAnswer {
    const quick = at - this.#last <= wedgeGapMs
    if (key === 'Enter' || key === 'Tab') {
      const text = this.#text
      this.#text = ''
      return quick && text.length >= shortestCode ? { kind: 'scanned', text } : { kind: 'no' }
    }
    // Shift and the like come between the characters of a scan.
    if (key.length !== 1) return { kind: 'no' }
    this.#last = at
    this.#text = quick ? this.#text + key : key
    return quick && this.#text.length > 1 ? { kind: 'scanning' } : { kind: 'perhaps' }
  }
}

/** Milliseconds by which a page is drawn on a slow terminal. */
const drawn = 1000

/** Does what nobody waits for when the first screen has been drawn: until then the processor belongs to that. */
export function afterFirstScreen(job: () => void): void {
  window.setTimeout(job, drawn)
}

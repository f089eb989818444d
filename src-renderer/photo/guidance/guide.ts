import type { Reason } from '../reasons.ts'

/** Frames: a reason must be seen in most of these before it is told, and be gone from all of them before it is dropped. */
const memory = 4
const toTell = 3

/**
 * One instruction at a time that does not flicker: a reason is told when most of the last frames had it, stays while any
 * of them has it, and gives way to a more urgent one only when that one is as sure. Frames come in; there is no clock.
 */
export class Guide {
  #seen: (readonly Reason[])[] = []
  #told: Reason | null = null

  /** @param reasons of the newest frame, most urgent first. */
  next(reasons: readonly Reason[]): { readonly reason: Reason | null; readonly ready: boolean } {
    this.#seen = [...this.#seen.slice(1 - memory), reasons]
    const sure = (reason: Reason): boolean => this.#seen.filter((each) => each.includes(reason)).length >= toTell
    const urgent = reasons.find(sure) ?? null
    const stays = this.#told !== null && this.#seen.some((each) => this.#told !== null && each.includes(this.#told))
    if (!stays || (urgent !== null && this.#told !== null && reasons.indexOf(urgent) < indexOrEnd(reasons, this.#told))) this.#told = urgent
    const ready = this.#seen.length === memory && this.#seen.every((each) => each.length === 0)
    return { reason: this.#told, ready }
  }

  reset(): void {
    this.#seen = []
    this.#told = null
  }
}

function indexOrEnd(reasons: readonly Reason[], reason: Reason): number {
  const index = reasons.indexOf(reason)
  return index < 0 ? reasons.length : index
}

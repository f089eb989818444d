import { setTimeout as pause } from 'node:timers/promises'

/** Windows' own services look into every card that comes, for some hundred milliseconds. */
const INSIST_MILLISECONDS = 1_500
const ATTEMPT_EVERY_MILLISECONDS = 100

/** Tries to connect until nobody else holds the card, or until it is clear that somebody keeps it. */
export async function insistOnExclusive<T>(attempt: () => Promise<T>, isHeldByOthers: (outcome: T) => boolean): Promise<T> {
  let outcome = await attempt()
  for (let waited = 0; waited < INSIST_MILLISECONDS && isHeldByOthers(outcome); waited += ATTEMPT_EVERY_MILLISECONDS) {
    await pause(ATTEMPT_EVERY_MILLISECONDS)
    outcome = await attempt()
  }
  return outcome
}

import { ok, type Result } from '../../failures/result.ts'
import type { SimulatedCard } from './simulated-card.ts'
import { createVirtualCard } from './virtual-card.ts'

/**
 * The box of cards that lies beside the training terminal. A card taken out twice is the same card: its PIN
 * tries are where they were left.
 */
export class CardBox {
  readonly #kitDir: string
  readonly #cards = new Map<string, SimulatedCard>()

  constructor(kitDir: string) {
    this.#kitDir = kitDir
  }

  /** The card of a profile. Failure: CONFIG-INVALID as of `createVirtualCard`. */
  card(profileName: string): Result<SimulatedCard> {
    const known = this.#cards.get(profileName)
    if (known !== undefined) return ok(known)
    const made = createVirtualCard(profileName, this.#kitDir)
    if (made.ok) this.#cards.set(profileName, made.value)
    return made
  }
}

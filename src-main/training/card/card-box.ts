import { join } from 'node:path'
import { ok, type Result } from '../../failures/result.ts'
import type { CardMemory } from './chip/card-memory.ts'
import { cardMemoryFile } from './chip/card-memory-file.ts'
import { cardProfiles } from './profiles/card-profiles.ts'
import type { SimulatedCard } from './simulated-card.ts'
import { createVirtualCard } from './virtual-card.ts'

/**
 * The box of cards that lies beside the training terminal. A card taken out twice is the same card: its PIN
 * tries are where they were left, and what the issuer did to it stays done; with a folder, after a restart as well.
 */
export class CardBox {
  readonly #kitDir: string
  readonly #memoryFolder: string | null
  readonly #cards = new Map<string, SimulatedCard>()

  /** `memoryFolder`: where the cards keep what changes on them, a file each. Null: in this process alone. */
  constructor(kitDir: string, memoryFolder: string | null = null) {
    this.#kitDir = kitDir
    this.#memoryFolder = memoryFolder
  }

  /** The card of a profile. Failure: CONFIG-INVALID as of `createVirtualCard`, and for a memory that can't be read. */
  card(profileName: string): Result<SimulatedCard> {
    const known = this.#cards.get(profileName)
    if (known !== undefined) return ok(known)
    const memory = this.#memoryOf(profileName)
    if (!memory.ok) return memory
    const made = createVirtualCard(profileName, this.#kitDir, memory.value === null ? {} : { memory: memory.value })
    if (made.ok) this.#cards.set(profileName, made.value)
    return made
  }

  /** Only what is a profile's name becomes a file's. */
  #memoryOf(profileName: string): Result<CardMemory | null> {
    if (this.#memoryFolder === null || !Object.hasOwn(cardProfiles().profiles, profileName)) return ok(null)
    return cardMemoryFile(join(this.#memoryFolder, `${profileName}.json`))
  }
}

import { randomBytes } from 'node:crypto'
import type { SeenCard } from '../../../src-preload/contract.ts'
import type { TypedFace } from './card-work-task.ts'

/** Somebody whom a clerk has found. */
export interface FoundSubject {
  readonly residentId: string
  /** When found by a card. */
  readonly card: SeenCard | null
  readonly face: TypedFace | null
}

const most = 200

/**
 * Stand-ins for residents on the staff's glass: a page can open a case only for whom it was shown, within the
 * sign-in that searched.
 */
export class SubjectTokens {
  readonly #found = new Map<string, FoundSubject & { readonly actor: string }>()

  issue(found: FoundSubject, actor: string): string {
    const token = randomBytes(16).toString('hex')
    const oldest = this.#found.keys().next()
    if (this.#found.size >= most && oldest.done !== true) this.#found.delete(oldest.value)
    this.#found.set(token, { ...found, actor })
    return token
  }

  take(token: string, actor: string): FoundSubject | null {
    const found = this.#found.get(token)
    return found?.actor === actor ? found : null
  }

  forget(): void {
    this.#found.clear()
  }
}

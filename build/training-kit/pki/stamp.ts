import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cards } from './cards.ts'

export interface Stamp {
  /** SHA-256 of what the kit was made from. */
  readonly spec: string
  /** First instant at which something in the kit stops being valid that should be valid. */
  readonly goodUntil: string
}

export const stampFile = 'stamp.json'

/** Raised whenever the writer changes what it writes without the list of cards changing. */
const profileVersion = 2

export const specHash = (): string =>
  createHash('sha256')
    .update(JSON.stringify([profileVersion, cards]))
    .digest('hex')

/** A kit this near to its end is made anew, so that a training day doesn't end in the middle. */
const renewBefore = 30 * 86_400_000

/** True where `pkiDir` holds a complete kit of the same spec that stays valid for a month. */
export async function kitIsCurrent(pkiDir: string, now: Date): Promise<boolean> {
  let text: string
  try {
    text = await readFile(join(pkiDir, stampFile), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
  const { spec, goodUntil } = JSON.parse(text) as Stamp
  return spec === specHash() && Date.parse(goodUntil) - now.getTime() > renewBefore
}

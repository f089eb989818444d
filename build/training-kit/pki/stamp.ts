import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Stamp {
  /** SHA-256 of what the kit was made from. */
  readonly spec: string
  /** First instant at which something in the kit stops being valid that should be valid. */
  readonly goodUntil: string
}

export const stampFile = 'stamp.json'

const root = join(import.meta.dirname, '../../..')
const sources = ['build/training-kit/make-pki.ts', 'build/training-kit/{pki,pictures}/**/*.ts', 'src-main/training/card/{applets,issuing,profiles,records}/*.ts', 'src-main/training/issuer/{certificates,register,x509}/*.ts', 'resources/training/card-profiles.json']

/** Changes with everything that a kit is made by. */
export function specHash(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

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

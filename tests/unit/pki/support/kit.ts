import { createPrivateKey, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePki, type KitCard } from '../../../../build/training-kit/make-pki.ts'

export interface Kit {
  readonly dir: string
  path(file: string): string
  bytes(file: string): Buffer
  key(file: string): KeyObject
  readonly cards: readonly KitCard[]
  card(profile: string): KitCard
  certificate(profile: string): Buffer
  remove(): void
}

/** A training PKI of its own, made now in a temporary folder. */
export async function freshKit(): Promise<Kit> {
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-pki-'))
  await makePki(home)
  const dir = join(home, 'pki')
  const path = (file: string): string => join(dir, file)
  const bytes = (file: string): Buffer => readFileSync(path(file))
  const cards = JSON.parse(bytes('cards.json').toString('utf8')) as KitCard[]
  const card = (profile: string): KitCard => {
    const found = cards.find((one) => one.profile === profile)
    if (found === undefined) throw new Error(`the kit has no card ${profile}`)
    return found
  }
  return {
    dir,
    path,
    bytes,
    key: (file) => createPrivateKey(bytes(file)),
    cards,
    card,
    certificate: (profile) => bytes(card(profile).certificateFile),
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}

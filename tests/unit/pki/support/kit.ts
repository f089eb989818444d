import { createPrivateKey, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KitCard } from '../../../../build/training-kit/make-pki.ts'
import { copyOfKit } from '../../../fixtures/training/kit.ts'

/** A card that carries a 利用者証明用 certificate. */
export interface CertifiedCard extends KitCard {
  readonly issuer: string
  readonly issuerKeyIdentifier: string
  readonly serial: string
  readonly certificateFile: string
  readonly keyFile: string
}

export interface Kit {
  readonly dir: string
  path(file: string): string
  bytes(file: string): Buffer
  key(file: string): KeyObject
  readonly cards: readonly CertifiedCard[]
  card(profile: string): CertifiedCard
  certificate(profile: string): Buffer
  remove(): void
}

/** A training PKI of its own in a temporary folder. */
export async function freshKit(): Promise<Kit> {
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-pki-'))
  await copyOfKit(home)
  const dir = join(home, 'pki')
  const path = (file: string): string => join(dir, file)
  const bytes = (file: string): Buffer => readFileSync(path(file))
  const all = JSON.parse(bytes('cards.json').toString('utf8')) as KitCard[]
  const cards = all.filter((one): one is CertifiedCard => one.certificateFile !== null)
  const card = (profile: string): CertifiedCard => {
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

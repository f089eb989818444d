import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { localDay } from '../../src-main/residents/dates/local-day.ts'
import { readMunicipalitySource } from './registry/municipality-source.ts'
import { draftHouseholds, type DraftHousehold } from './registry/registry-draft.ts'
import { writeRegistryFile, type CertificateLink } from './registry/registry-writer.ts'

const defaultSource = join(import.meta.dirname, '../../resources/sample-municipality')

/** The part of pki/cards.json that says whose certificate it is. */
const kitCard = z.object({
  residentId: z.string().nullable(),
  issuer: z.string().nullable(),
  issuerKeyIdentifier: z.string().nullable(),
  serial: z.string().nullable(),
})

export interface MakeRegistryOptions {
  /** Folder of the readable source; default: resources/sample-municipality. */
  readonly source?: string
  /** The day that relative dates of the source count from; default: now. */
  readonly today?: Date
}

/**
 * Makes `<kitDir>/registry.sqlite` from the readable source and links residents to the certificates of
 * `<kitDir>/pki/cards.json` (no cards.json: no links). Throws on a source that is not possible, and leaves the old file
 * then; a new one is made aside and moved into place whole.
 */
export async function makeRegistry(kitDir: string, { source = defaultSource, today = new Date() }: MakeRegistryOptions = {}): Promise<void> {
  const kit = resolve(kitDir)
  const households = draftHouseholds(readMunicipalitySource(source), localDay(today))
  const links = certificateLinks(await readCards(join(kit, 'pki', 'cards.json')), households)
  await mkdir(kit, { recursive: true })
  const aside = join(kit, `.registry-${randomUUID()}.sqlite`)
  try {
    writeRegistryFile(aside, households, links)
    await rename(aside, join(kit, 'registry.sqlite'))
  } finally {
    await rm(aside, { force: true })
    await rm(`${aside}-journal`, { force: true })
  }
}

async function readCards(file: string): Promise<readonly z.output<typeof kitCard>[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  return z.array(kitCard).parse(JSON.parse(text))
}

/** Several cards may carry one certificate (the same person's card in another temper, a forgery); it links once. */
function certificateLinks(cards: readonly z.output<typeof kitCard>[], households: readonly DraftHousehold[]): readonly CertificateLink[] {
  const residents = new Set(households.flatMap((household) => household.residents.map(({ resident }) => resident.residentId)))
  const links = new Map<string, CertificateLink>()
  for (const { residentId, issuer, issuerKeyIdentifier, serial } of cards) {
    if (residentId === null || issuer === null || issuerKeyIdentifier === null || serial === null) continue
    if (!residents.has(residentId)) throw new Error(`cards.json names resident ${residentId}, whom the sample municipality does not have`)
    const key = JSON.stringify([issuer, issuerKeyIdentifier, serial])
    const other = links.get(key)
    if (other !== undefined && other.residentId !== residentId) throw new Error(`one certificate leads to ${other.residentId} and ${residentId}`)
    links.set(key, { residentId, issuer, issuerKeyIdentifier, serial })
  }
  return Array.from(links.values())
}

const [, script, kitDir] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  if (kitDir === undefined) {
    console.error('usage: node build/training-kit/make-registry.ts <kitDir>')
    process.exitCode = 2
  } else {
    await makeRegistry(kitDir)
  }
}

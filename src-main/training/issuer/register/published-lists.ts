import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { IssuingAuthority } from '../authorities/kit-authorities.ts'
import { listNames, revocationLists } from '../certificates/revocation-lists.ts'
import { municipalities } from '../x509/training-profile.ts'
import { revocationOf } from './register-file.ts'
import type { Register } from './register-schema.ts'

/** Lists older than this are written anew with the next number, though nothing was revoked; milliseconds. */
const refreshAfter = 7 * 86_400_000

const readableByAll = 0o644

/** Beside the lists, written last: of which books they are, since when, and what lies there (SHA-256, hex). */
const noteFile = 'published.json'
const noteSchema = z.strictObject({ crlNumber: z.int(), at: z.iso.datetime(), digest: z.string() })

/** Writes the lists of every authority that is not over into `folder`, each by rename, the complete ones last. */
export async function publishLists(folder: string, authorities: readonly IssuingAuthority[], { revocations, crlNumber }: Register, now: Date): Promise<void> {
  const all = authorities
    .filter(({ notAfter }) => notAfter > now)
    .flatMap((authority) => revocationLists(authority, revocations.map(revocationOf), BigInt(crlNumber), now))
    .toSorted((one, other) => Number(isComplete(one.name)) - Number(isComplete(other.name)))
  for (const { name, der } of all) await replaceFile(join(folder, name), der)
  const note: z.output<typeof noteSchema> = { crlNumber, at: now.toISOString(), digest: digestOf(new Map(all.map(({ name, der }) => [name, der]))) }
  await replaceFile(join(folder, noteFile), Buffer.from(JSON.stringify(note)))
}

function digestOf(lists: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256')
  for (const [name, der] of [...lists].toSorted(([one], [other]) => (one < other ? -1 : 1))) hash.update(`${name} ${der.length}\n`).update(der)
  return hash.digest('hex')
}

/** Whoever reads sees the old list or the new one. It is not flushed: a list that a power cut spoils is found and written again at the next opening. */
async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, content, { mode: readableByAll })
  await rename(`${path}.new`, path)
}

const isComplete = (name: string): boolean => !name.includes('/')

export type Publication = 'current' | 'old' | 'incomplete'

/** What lies in `folder`: `incomplete` when any list is not there as it was published last, or is of other books. */
export async function publicationIn(folder: string, authorities: readonly IssuingAuthority[], { crlNumber }: Register, now: Date): Promise<Publication> {
  const note = noteIn(await contentOf(join(folder, noteFile)))
  if (note?.crlNumber !== crlNumber) return 'incomplete'
  const names = authorities.filter(({ notAfter }) => notAfter > now).flatMap((authority) => {
    const { complete, of } = listNames(authority)
    return [complete, ...Object.keys(municipalities).map(of)]
  })
  const lists = await Promise.all(names.map(async (name) => [name, (await contentOf(join(folder, name))) ?? Buffer.alloc(0)] as const))
  if (digestOf(new Map(lists)) !== note.digest) return 'incomplete'
  return now.getTime() - Date.parse(note.at) > refreshAfter ? 'old' : 'current'
}

/** A power cut may leave anything there. */
function noteIn(content: Buffer | null): z.output<typeof noteSchema> | null {
  try {
    return noteSchema.parse(JSON.parse(content?.toString('utf8') ?? ''))
  } catch {
    return null
  }
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

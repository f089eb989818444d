import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseRevocationList } from '../../../pki/revocation/revocation-list.ts'
import type { IssuingAuthority } from '../authorities/kit-authorities.ts'
import { listNames, revocationLists } from '../certificates/revocation-lists.ts'
import { municipalities } from '../x509/training-profile.ts'
import { revocationOf } from './register-file.ts'
import type { Register } from './register-schema.ts'

/** Lists older than this are written anew with the next number, though nothing was revoked; milliseconds. */
const refreshAfter = 7 * 86_400_000

const readableByAll = 0o644

/** Writes the lists of every authority that is not over into `folder`, each by rename, the complete ones last. */
export async function publishLists(folder: string, authorities: readonly IssuingAuthority[], { revocations, crlNumber }: Register, now: Date): Promise<void> {
  const all = authorities
    .filter(({ notAfter }) => notAfter > now)
    .flatMap((authority) => revocationLists(authority, revocations.map(revocationOf), BigInt(crlNumber), now))
  for (const { name, der } of all.toSorted((one, other) => Number(isComplete(one.name)) - Number(isComplete(other.name)))) {
    await replaceFile(join(folder, name), der)
  }
}

/** Whoever reads sees the old list or the new one. It is not flushed: a list that a power cut spoils is found and written again at the next opening. */
async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, content, { mode: readableByAll })
  await rename(`${path}.new`, path)
}

const isComplete = (name: string): boolean => !name.includes('/')

export type Publication = 'current' | 'old' | 'incomplete'

/** What lies in `folder`: `incomplete` when any list is missing or has another number than the books. */
export async function publicationIn(folder: string, authorities: readonly IssuingAuthority[], { crlNumber }: Register, now: Date): Promise<Publication> {
  let state: Publication = 'current'
  const names = authorities.filter(({ notAfter }) => notAfter > now).flatMap((authority) => {
    const { complete, of } = listNames(authority)
    return [complete, ...Object.keys(municipalities).map(of)]
  })
  for (const name of names) {
    const list = await listIn(join(folder, name))
    if (list?.crlNumber !== BigInt(crlNumber)) return 'incomplete'
    if (now.getTime() - list.thisUpdate.getTime() > refreshAfter) state = 'old'
  }
  return state
}

async function listIn(path: string): Promise<{ readonly crlNumber: bigint | null; readonly thisUpdate: Date } | null> {
  try {
    const list = parseRevocationList(await readFile(path))
    return list.ok ? list.value : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

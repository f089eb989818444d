import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Revocation } from '../certificates/revocation-lists.ts'
import { registerSchema, type Register, type RegisteredRevocation } from './register-schema.ts'

/** The issuer's books in a pki folder. One terminal writes at a time. */
export interface RegisterFile {
  /** Throws when the file is not there or not one of these. */
  read(): Promise<Register>
  /** On the disk, or as before, whatever happens. */
  write(register: Register): Promise<void>
}

export function registerFile(pkiDir: string): RegisterFile {
  const path = join(pkiDir, 'issuer', 'register.json')
  return {
    async read() {
      return registerSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    },
    write: (register) => writeDurably(path, `${JSON.stringify(register)}\n`, 0o600),
  }
}

/** Writes aside, flushes and moves into place, and flushes the folder: what is done after it may rely on it. Makes the folder. */
export async function writeDurably(path: string, content: string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.new`
  const file = await open(aside, 'w', mode)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
  // Windows has no folders to flush.
  if (process.platform === 'win32') return
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export const revocationOf = ({ at, ...rest }: RegisteredRevocation): Revocation => ({ ...rest, at: new Date(at) })

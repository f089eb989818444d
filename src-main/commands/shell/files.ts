import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fail, ok, type Result } from '../../failures/result.ts'
import { fileTrouble } from './file-trouble.ts'

async function attempt<T>(place: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const trouble = fileTrouble(error)
    if (trouble === null) throw error
    return fail('MESSAGE-INVALID', `${place}: ${trouble}`)
  }
}

async function standardInput(stdin: Readable, limit: number): Promise<Result<Buffer>> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stdin as AsyncIterable<Buffer>) {
    length += part.length
    if (length > limit) return fail('MESSAGE-INVALID', `standard input: more than ${limit} bytes`)
    parts.push(part)
  }
  return ok(Buffer.concat(parts))
}

/** All of a file, or of `stdin` for `-`. MESSAGE-INVALID names the file and what is wrong with it. */
export function readWhole(path: string, limit: number, stdin: Readable): Promise<Result<Buffer>> {
  if (path === '-') return standardInput(stdin, limit)
  return attempt(path, async () => {
    const { size } = await stat(path)
    return size > limit ? fail('MESSAGE-INVALID', `${path}: more than ${limit} bytes`) : ok(await readFile(path))
  })
}

/** Writes pieces aside and moves the file into place when all of it is on disk: whole, or not there. Mode 0600. */
export function writeWhole(path: string, pieces: Iterable<Uint8Array> | AsyncIterable<Result<string>>): Promise<Result<void>> {
  return attempt(path, async () => {
    const aside = join(dirname(path), `.${randomBytes(8).toString('hex')}.new`)
    const file = await open(aside, 'wx', 0o600)
    try {
      const written = await writePieces(file, pieces)
      if (!written.ok) return written
      await rename(aside, path)
      return ok()
    } finally {
      await rm(aside, { force: true })
    }
  })
}

async function writePieces(file: FileHandle, pieces: Iterable<Uint8Array> | AsyncIterable<Result<string>>): Promise<Result<void>> {
  try {
    for await (const piece of pieces) {
      if (piece instanceof Uint8Array) await file.writeFile(piece)
      else if (piece.ok) await file.writeFile(piece.value)
      else return piece
    }
    await file.sync()
    return ok()
  } finally {
    await file.close()
  }
}

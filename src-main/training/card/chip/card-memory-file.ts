import { createPrivateKey } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../failures/result.ts'
import { cardMemory, emptyContents, type CardMemory, type MemoryContents } from './card-memory.ts'

const base64 = z.base64().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')))
const contentsSchema = z.strictObject({
  secrets: z.record(z.string(), z.strictObject({ left: z.int().min(0), value: base64 })),
  files: z.record(z.string(), base64),
  keys: z.record(z.string(), z.string().nullable()),
  orders: z.array(z.string()),
})

/**
 * Memory kept in a file (mode 0600: it holds the secrets of a training card). A change is on the disk before the chip
 * answers, and a power cut leaves the file as before or after it. CONFIG-INVALID for a file that is not one of these.
 */
export function cardMemoryFile(path: string): Result<CardMemory> {
  try {
    return ok(cardMemory(read(path), (next) => write(path, next)))
  } catch (error) {
    return fail('CONFIG-INVALID', `memory of a training card in ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function read(path: string): MemoryContents {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyContents()
    throw error
  }
  const { secrets, files, keys, orders } = contentsSchema.parse(JSON.parse(text))
  return {
    secrets: new Map(Object.entries(secrets)),
    files: new Map(Object.entries(files)),
    keys: new Map(Object.entries(keys).map(([name, pem]) => [name, pem === null ? null : createPrivateKey(pem)])),
    orders,
  }
}

function write(path: string, { secrets, files, keys, orders }: MemoryContents): void {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const json = JSON.stringify({
    secrets: Object.fromEntries([...secrets].map(([name, { left, value }]) => [name, { left, value: text(value) }])),
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, text(bytes)])),
    keys: Object.fromEntries([...keys].map(([name, key]) => [name, key?.export({ format: 'pem', type: 'pkcs8' }) ?? null])),
    orders,
  })
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    writeFileSync(file, json)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
  // The rename is on the disk as well before the chip answers; Windows has no folders to flush.
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

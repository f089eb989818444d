import { readFile, realpath } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.bcmap': 'application/octet-stream',
  '.bin': 'application/octet-stream',
}

export interface PageFile {
  readonly body: Buffer<ArrayBuffer>
  readonly type: string
}

/** Reads one file of the built pages. Null for anything outside `root` or in one of its `hidden` folders, of an unknown kind, or not there. */
export async function readPageFile(root: string, urlPath: string, hidden: readonly string[] = []): Promise<PageFile | null> {
  let asked: string
  try {
    asked = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (asked.includes('\0')) return null
  const type = types[extname(asked)]
  if (!type) return null
  try {
    const base = await realpath(root)
    const file = await realpath(join(base, asked))
    if (!file.startsWith(base + sep)) return null
    if (hidden.includes(relative(base, file).split(sep)[0] ?? '')) return null
    return { body: await readFile(file), type }
  } catch {
    return null
  }
}

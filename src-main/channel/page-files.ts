import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.bcmap': 'application/octet-stream',
}

export interface PageFile {
  readonly body: Buffer<ArrayBuffer>
  readonly type: string
}

/** Reads one file of the built pages. Null for anything outside `root`, of an unknown kind, or not there. */
export async function readPageFile(root: string, urlPath: string): Promise<PageFile | null> {
  let relative: string
  try {
    relative = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (relative.includes('\0')) return null
  const type = types[extname(relative)]
  if (!type) return null
  try {
    const base = await realpath(root)
    const file = await realpath(join(base, relative))
    if (!file.startsWith(base + sep)) return null
    return { body: await readFile(file), type }
  } catch {
    return null
  }
}

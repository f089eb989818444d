import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

export interface LoadedFile<T> {
  readonly name: string
  readonly content: T
}

export interface Loaded<T> {
  readonly files: readonly LoadedFile<T>[]
  /** One sentence for each path that could not be read. File names and error codes only. */
  readonly problems: readonly string[]
}

export interface WatchedFiles<T> {
  /** The present content. A file is read and interpreted again only when it changed. Never rejects for a bad file. */
  load(): Promise<Loaded<T>>
}

export interface WatchedFilesOptions<T> {
  /** Files, or folders whose files with one of `folderSuffixes` count. */
  readonly paths: readonly string[]
  readonly folderSuffixes: readonly string[]
  readonly maxOctets: number
  readonly interpret: (bytes: Uint8Array) => T
}

interface Known<T> {
  /** Times, size and inode: what changes when a file is written or replaced. */
  readonly signature: string
  readonly file: LoadedFile<T>
}

const maxFilesInFolder = 4096

/** Code of a failure of the file system (ENOENT, EACCES, …), or null for anything else. */
const fileErrorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Looks again at each call instead of waiting for file events, which network folders and Windows shares don't send. */
export function watchFiles<T>({ paths, folderSuffixes, maxOctets, interpret }: WatchedFilesOptions<T>): WatchedFiles<T> {
  let known = new Map<string, Known<T>>()

  async function expand(path: string): Promise<readonly string[]> {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => folderSuffixes.some((suffix) => name.toLowerCase().endsWith(suffix))).sort()
    if (names.length > maxFilesInFolder) throw Object.assign(new Error('too many files'), { code: 'EMFILE' })
    return names.map((name) => join(path, name))
  }

  async function read(path: string): Promise<Known<T>> {
    const { mtimeNs, ctimeNs, size, ino } = await stat(path, { bigint: true })
    const signature = [mtimeNs, ctimeNs, size, ino].join()
    const before = known.get(path)
    if (before?.signature === signature) return before
    if (size > maxOctets) throw Object.assign(new Error('too large'), { code: 'EFBIG' })
    const bytes = await readFile(path)
    return { signature, file: { name: basename(path), content: interpret(bytes) } }
  }

  return {
    async load() {
      const next = new Map<string, Known<T>>()
      const problems: string[] = []
      const attempt = async <R>(path: string, action: () => Promise<R>): Promise<R | null> => {
        try {
          return await action()
        } catch (error) {
          const code = fileErrorCode(error)
          if (code === null) throw error
          problems.push(`${basename(path)} can't be read (${code})`)
          return null
        }
      }
      for (const path of paths) {
        const files = await attempt(path, () => expand(path))
        for (const file of files ?? []) {
          const loaded = await attempt(file, () => read(file))
          if (loaded !== null) next.set(file, loaded)
        }
      }
      known = next
      return { files: [...next.values()].map(({ file }) => file), problems }
    },
  }
}

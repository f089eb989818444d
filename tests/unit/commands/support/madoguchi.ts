import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { makeTrainingKit } from '../../../../build/training-kit/make.ts'
import { runCommandLine } from '../../../../src-main/commands/command-line.ts'
import { bizMincho } from '../../../fixtures/documents/issue.ts'

const resources = fileURLToPath(new URL('../../../../resources', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface House {
  readonly folder: string
  /** A path in the house's own folder. */
  path(...parts: string[]): string
  /** Runs a command to its end, in this process. */
  madoguchi(words: readonly string[], input?: string): Promise<Ended>
  remove(): void
}

/** A sink that remembers. */
function sink(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}

/** Where the built files would be, with a folder for data; the training kit only when it is wanted. */
export async function house({ kit }: { kit: boolean }): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-commands-'))
  const path = (...parts: string[]): string => join(folder, ...parts)
  mkdirSync(path('out', 'fonts'), { recursive: true })
  copyFileSync(bizMincho, path('out', 'fonts', 'BIZUDMincho-Regular.ttf'))
  symlinkSync(resources, path('resources'))
  if (kit) await makeTrainingKit(path('out', 'training'))
  return {
    folder,
    path,
    async madoguchi(words, input = '') {
      const [stdout, stderr] = [sink(), sink()]
      const defaults = ['--data', path('data'), ...(words.includes('--language') ? [] : ['--language', 'en'])]
      const parts = { outFolder: path('out'), stdin: Readable.from([Buffer.from(input)]), stdout: stdout.stream, stderr: stderr.stream }
      const code = await runCommandLine([...defaults, ...words], parts)
      return { code, stdout: stdout.text(), stderr: stderr.text() }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** stdout must be one JSON object and nothing else. */
export function jsonOf({ stdout }: Ended): Record<string, unknown> {
  const [line = '', ...more] = stdout.trimEnd().split('\n')
  if (more.length > 0) throw new Error('more than one line')
  return JSON.parse(line) as Record<string, unknown>
}

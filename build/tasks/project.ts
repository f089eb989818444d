import { spawn, type SpawnOptions } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')
export const out = (...parts: string[]): string => join(root, 'out', ...parts)
export const nodeModule = (...parts: string[]): string => join(root, 'node_modules', ...parts)

/** Runs a program to its end with the output passed through. Resolves with the exit code. */
export function run(program: string, words: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((done, reject) => {
    const child = spawn(program, words, { cwd: root, stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('exit', (code, signal) => done(code ?? (signal === null ? 1 : 128)))
  })
}

/** Runs a JavaScript command line tool of node_modules on this Node. */
export const tool = (script: string, words: readonly string[], options: SpawnOptions = {}): Promise<number> => run(process.execPath, [nodeModule(script), ...words], options)

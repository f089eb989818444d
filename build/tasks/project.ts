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

export interface Ended {
  readonly code: number
  readonly said: string
}

/** Runs a program to its end and keeps what it says, for when the screen belongs to another one. */
export function runAside(program: string, words: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return new Promise((done, reject) => {
    const child = spawn(program, words, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', reject)
    child.once('close', (code, signal) => done({ code: code ?? (signal === null ? 1 : 128), said: Buffer.concat(said).toString('utf8') }))
  })
}

/** Runs a JavaScript command line tool of node_modules on this Node. */
export const tool = (script: string, words: readonly string[], options: SpawnOptions = {}): Promise<number> => run(process.execPath, [nodeModule(script), ...words], options)

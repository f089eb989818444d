import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const entry = fileURLToPath(new URL('../../../src-main/cli.ts', import.meta.url))
const run = promisify(execFile)

/** Exit code and stderr of a command that must not succeed. */
async function failing(words: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  try {
    await run(process.execPath, [entry, ...words])
  } catch (error) {
    return error as { code: unknown; stdout: string; stderr: string }
  }
  throw new Error('the command succeeded')
}

describe('the command line as a process', () => {
  it('ends with 0 and prints its answer', async () => {
    const { stdout, stderr } = await run(process.execPath, [entry, 'handbook', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ ok: true })
    expect(stderr).toBe('')
  })

  it('ends with 1 for an expected failure', async () => {
    expect(await failing(['config', 'check', '/nowhere.json'])).toMatchObject({ code: 1, stdout: '' })
  })

  it('ends with 2 for wrong usage', async () => {
    expect(await failing(['render'])).toMatchObject({ code: 2, stdout: '' })
  })

  it('ends quietly when the reader of its output goes away', async () => {
    const child = spawn(process.execPath, [entry, 'handbook'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const [code] = (await once(child, 'close')) as [number | null]
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makePki } from '../../../build/training-kit/make-pki.ts'
import { openIndividualNumberCard } from '../../../src-main/card/client/open-individual-number-card.ts'
import type { Check } from '../../../src-main/commands/doctor/check.ts'
import { exampleConfiguration } from '../../../src-main/commands/examples/production-configuration.ts'
import { untilState } from '../../fixtures/pcscd/reader-states.ts'
import { readerProcessEntry, realReader, type RealReader } from '../../fixtures/pcscd/real-reader.ts'
import { IppEvePrinter, requireIppTools } from '../../fixtures/printing/ipp-eve-printer.ts'

const entry = fileURLToPath(new URL('../../../src-main/cli.ts', import.meta.url))

/** A command as a process that may run for long. */
interface Running {
  readonly child: ChildProcess
  readonly said: { stdout: string; stderr: string }
  readonly ended: Promise<number | null>
}

describe('commands on the real smart-card service', () => {
  let folder: string
  let bench: RealReader
  let eve: IppEvePrinter
  beforeAll(async () => {
    requireIppTools()
    folder = mkdtempSync(join(tmpdir(), 'madoguchi-commands-'))
    await makePki(join(folder, 'out', 'training'))
    mkdirSync(join(folder, 'out', 'main'))
    // In a bundle this file is the reader process itself.
    writeFileSync(join(folder, 'out', 'main', 'card-reader-process.js'), `import ${JSON.stringify(readerProcessEntry)}\n`)
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    bench = await realReader('koffi')
    eve = await IppEvePrinter.make()
  })
  afterAll(async () => {
    await bench.dispose()
    await eve.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  function madoguchi(...words: string[]): Running {
    const environment = { ...process.env, ...bench.service.clientEnvironment, LC_ALL: 'C.UTF-8', MADOGUCHI_OUT: join(folder, 'out'), MADOGUCHI_DATA: join(folder, 'data') }
    const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
    return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) }
  }

  async function examine(): Promise<{ code: number | null; state: (id: string) => Check | undefined }> {
    const configuration = { ...exampleConfiguration, devices: { ...exampleConfiguration.devices, documentPrinter: { driver: 'ipp', uri: eve.uri } } }
    writeFileSync(join(folder, 'counter.json'), JSON.stringify(configuration))
    const { said, ended } = madoguchi('doctor', '--json', '--config', join(folder, 'counter.json'))
    const code = await ended
    const { checks } = JSON.parse(said.stdout) as { checks: Check[] }
    return { code, state: (id) => checks.find((check) => check.id === id) }
  }

  it('puts a card in until Ctrl-C, which the reader sees and reads', async () => {
    const { child, said, ended } = madoguchi('virtual-card', '--profile', 'adult', '--port', String(bench.service.vpcdPort), '--json')
    await untilState(bench.reader, 'card')
    await vi.waitFor(() => expect(said.stderr).toContain('connected: card "adult" is in the reader'))
    const card = await openIndividualNumberCard(bench.reader)
    expect(card.ok).toBe(true)
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(JSON.parse(said.stdout)).toMatchObject({ ok: true, profile: 'adult', ended: 'interrupted' })
    await untilState(bench.reader, 'noCard')
  })

  it('takes the card out by itself when told to', async () => {
    const { said, ended } = madoguchi('virtual-card', '--profile', 'adult', '--port', String(bench.service.vpcdPort), '--remove-after', '2', '--json')
    await untilState(bench.reader, 'card')
    expect(await ended).toBe(0)
    expect(JSON.parse(said.stdout)).toMatchObject({ ended: 'removed' })
    await untilState(bench.reader, 'noCard')
  })

  it('doctor sees the reader and the card, beside a kiosk that has them open', async () => {
    const empty = await examine()
    expect(empty.state('card-reader')).toMatchObject({ state: 'ok', seen: expect.stringContaining('no card on it') as unknown })
    const { child, ended } = madoguchi('virtual-card', '--profile', 'adult', '--port', String(bench.service.vpcdPort))
    await untilState(bench.reader, 'card')
    expect((await examine()).state('card-reader')).toMatchObject({ state: 'ok', seen: expect.stringContaining('a card is on it') as unknown })
    child.kill('SIGTERM')
    await ended
  })

  it('doctor asks the document printer, and names what is wrong with it', async () => {
    expect((await examine()).state('document-printer')).toMatchObject({ state: 'ok', seen: expect.stringContaining('ready') as unknown })
    await eve.setReason('media-empty')
    const { code, state } = await examine()
    expect(code).toBe(1)
    expect(state('document-printer')).toMatchObject({ state: 'failed', seen: expect.stringContaining('PRINTER-PAPER-OUT') as unknown })
  })

  it('waits for a service that went away, and doctor says so', async () => {
    const { child, said, ended } = madoguchi('virtual-card', '--profile', 'adult', '--port', String(bench.service.vpcdPort))
    await untilState(bench.reader, 'card')
    await bench.service.kill()
    await vi.waitFor(() => expect(said.stderr).toMatch(/connected[^]*waiting for pcscd/), { timeout: 20_000 })
    expect((await examine()).state('card-reader')).toMatchObject({ state: 'failed', seen: expect.stringContaining('CARD-NO-SERVICE') as unknown })
    await bench.service.start()
    await untilState(bench.reader, 'card')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })
})

import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { pbkdf2 } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { statusOf } from '../../../src-main/printing/conditions.ts'
import type { EscposLimits } from '../../../src-main/printing/drivers/escpos/escpos-limits.ts'
import { EscposSerialPrinter } from '../../../src-main/printing/drivers/escpos/escpos-serial-printer.ts'
import { serialLink } from '../../../src-main/printing/drivers/escpos/serial-link.ts'
import type { PrinterStatus, Receipt } from '../../../src-main/printing/printers.ts'
import { receiptCommands } from '../../../src-main/printing/setting/receipt-commands.ts'
import { receiptPrinterContract, sampleReceipt } from '../../fixtures/printing/receipt-printer-contract.ts'
import { ScriptedEscposPrinter } from '../../fixtures/printing/scripted-escpos-printer.ts'

const limits: EscposLimits = { statusMs: 1_500, writeMs: 2_000, completionMs: 3_000, pollMs: 100, watchMs: 100, chunkBytes: 256 }
const layout = { charactersPerLine: 48 }

/** A pseudo-terminal made by the real socat, with the scripted printer behind it. */
class PtyLine {
  readonly printer: ScriptedEscposPrinter
  readonly path: string
  readonly #server: Server
  readonly #directory: string
  #socat: ChildProcess | null = null
  #socket: Socket | null = null

  private constructor(directory: string, server: Server) {
    this.#directory = directory
    this.path = join(directory, 'ttyPrinter')
    this.#server = server
    this.printer = new ScriptedEscposPrinter(
      (bytes) => this.#socket?.write(bytes),
      () => this.kill(),
    )
    server.on('connection', (socket) => {
      this.#socket = socket
      socket.on('data', (bytes: Buffer) => this.printer.receive(bytes))
      socket.on('error', () => undefined)
    })
  }

  static async make(): Promise<PtyLine> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new PtyLine(await mkdtemp(join(tmpdir(), 'madoguchi-pty-')), server)
  }

  async plugIn(): Promise<void> {
    this.printer.forget()
    const { port } = this.#server.address() as AddressInfo
    this.#socat = spawn('socat', ['-b', '65536', `pty,link=${this.path},rawer,mode=660`, `tcp:127.0.0.1:${port},nodelay`], { stdio: 'ignore' })
    await vi.waitFor(() => expect(existsSync(this.path)).toBe(true), { timeout: 5_000 })
  }

  /** As a cable pulled: the pty is gone at once and its link dangles. */
  kill(): void {
    this.#socat?.kill('SIGKILL')
  }

  async unplug(): Promise<void> {
    const socat = this.#socat
    if (socat?.exitCode === null && socat.signalCode === null) {
      this.kill()
      await once(socat, 'exit')
    }
    await rm(this.path, { force: true })
  }

  async dispose(): Promise<void> {
    await this.unplug()
    this.#socket?.destroy()
    this.#server.close()
    await rm(this.#directory, { recursive: true })
  }

  makePrinter(): EscposSerialPrinter {
    return new EscposSerialPrinter({
      description: `ESC/POS ${this.path}`,
      open: serialLink({ path: this.path, baudRate: 38_400, rtscts: false }),
      layout,
      completion: 'processId',
      clearsBuffers: true,
      limits,
    })
  }
}

beforeAll(() => {
  try {
    execFileSync('socat', ['-V'], { stdio: 'ignore' })
  } catch {
    throw new Error('socat is missing: install the Debian package socat')
  }
})

receiptPrinterContract('the serial printer on a pty', async () => {
  const line = await PtyLine.make()
  await line.plugIn()
  const printer = line.makePrinter()
  return {
    printer,
    setCondition: (condition) => {
      if (condition !== 'busy') line.printer.setCondition(condition)
      return Promise.resolve()
    },
    breakInMidJob: () => {
      line.printer.mood = 'line breaks in mid-job'
    },
    fallSilent: () => {
      line.printer.mood = 'never finishes'
    },
    papers: () => Promise.resolve(line.printer.papers.length),
    dispose: async () => {
      await printer.close()
      await line.dispose()
    },
  }
})

describe('the serial receipt printer on a real pty', () => {
  let line: PtyLine
  let printer: EscposSerialPrinter
  beforeEach(async () => {
    line = await PtyLine.make()
    printer = line.makePrinter()
  })
  afterEach(async () => {
    await printer.close()
    await line.dispose()
  })

  it('carries every byte of a receipt unchanged', async () => {
    await line.plugIn()
    expect(await printer.print(sampleReceipt())).toMatchObject({ ok: true })
    const commands = receiptCommands(sampleReceipt(), layout)
    if (!commands.ok) throw new Error(commands.failure.detail)
    expect(Buffer.from(line.printer.papers[0]!).equals(Buffer.from(commands.value))).toBe(true)
  })

  it('is offline while the path is missing, is there once it appears, and again after it vanished', async () => {
    expect(await printer.status()).toMatchObject({ ok: false, failure: { code: 'RECEIPT-OFFLINE' } })
    const heard: PrinterStatus[] = []
    printer.subscribe((status) => heard.push(status))
    const hears = (condition: PrinterStatus['condition']): Promise<void> =>
      vi.waitFor(() => expect(heard.at(-1)).toEqual(statusOf(condition)), { timeout: 10_000 })
    await hears('offline')
    for (let round = 0; round < 3; round += 1) {
      await line.plugIn()
      await hears('ready')
      expect(await printer.print(sampleReceipt(`job-${round}`))).toMatchObject({ ok: true })
      await line.unplug()
      await hears('offline')
      expect(await printer.print(sampleReceipt('job-lost'))).toMatchObject({ ok: false, failure: { code: 'RECEIPT-OFFLINE' } })
    }
    expect(line.printer.papers).toHaveLength(3)
  })

  it('is uncertain when the pty vanishes in mid-job, survives it, and prints when it is back', async () => {
    await line.plugIn()
    line.printer.mood = 'line breaks in mid-job'
    const long: Receipt = { jobId: 'long', lines: [...sampleReceipt().lines, ...Array.from({ length: 500 }, () => ({ kind: 'text', text: '見本'.repeat(12) }) as const)] }
    expect(await printer.print(long)).toMatchObject({ ok: false, failure: { code: 'RECEIPT-UNCERTAIN' } })
    expect((await lstat(line.path)).isSymbolicLink()).toBe(true)
    await line.unplug()
    line.printer.mood = 'well'
    await line.plugIn()
    expect(await printer.print(sampleReceipt('job-2'))).toMatchObject({ ok: true })
    expect(line.printer.papers).toHaveLength(1)
  })

  it.each([
    ['paper ends in mid-job', 'paperOut'],
    ['cover opens in mid-job', 'coverOpen'],
  ] as const)('is uncertain when the %s', async (mood, condition) => {
    await line.plugIn()
    line.printer.mood = mood
    expect(await printer.print(sampleReceipt())).toEqual({ ok: false, failure: { code: 'RECEIPT-UNCERTAIN', detail: condition } })
    expect(line.printer.clears).toBe(1)
  })

  it.each([
    ['silent', 'no answer'],
    ['garbage', 'unintelligible answers'],
  ] as const)('sends no job to a printer that is %s', async (mood, detail) => {
    await line.plugIn()
    line.printer.mood = mood
    expect(await printer.status()).toEqual({ ok: false, failure: { code: 'RECEIPT-TIMEOUT', detail } })
    expect(await printer.print(sampleReceipt())).toEqual({ ok: false, failure: { code: 'RECEIPT-OFFLINE', detail } })
    expect(line.printer.papers).toHaveLength(0)
  })

  it('lets go of the port before it says that it is closed: until then it could not be opened again', async () => {
    await line.plugIn()
    const { rdev } = statSync(line.path)
    // The descriptor that lists them is gone when it is looked at.
    const held = (): boolean => readdirSync('/proc/self/fd').some((descriptor) => statSync(`/proc/self/fd/${descriptor}`, { throwIfNoEntry: false })?.rdev === rdev)
    const link = await serialLink({ path: line.path, baudRate: 38_400, rtscts: false })()
    expect(held()).toBe(true)
    // Every thread that could close the descriptor has something else to do first.
    for (let thread = 0; thread < 8; thread += 1) pbkdf2('', '', 300_000, 64, 'sha512', () => undefined)
    await link?.close()
    expect(held()).toBe(false)
  })

  it('is offline while another program holds the port', async () => {
    await line.plugIn()
    const other = await serialLink({ path: line.path, baudRate: 38_400, rtscts: false })()
    expect(other).not.toBeNull()
    expect(await printer.status()).toMatchObject({ ok: false, failure: { code: 'RECEIPT-OFFLINE' } })
    await other?.close()
    expect(await printer.status()).toMatchObject({ ok: true })
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { statusOf } from '../../../../src-main/printing/conditions.ts'
import type { EscposLimits } from '../../../../src-main/printing/drivers/escpos/escpos-limits.ts'
import { EscposSerialPrinter } from '../../../../src-main/printing/drivers/escpos/escpos-serial-printer.ts'
import type { Completion } from '../../../../src-main/printing/drivers/escpos/escpos-job.ts'
import type { PrinterStatus } from '../../../../src-main/printing/printers.ts'
import { MemoryLine } from '../../../fixtures/printing/memory-line.ts'
import { receiptPrinterContract, sampleReceipt } from '../../../fixtures/printing/receipt-printer-contract.ts'

const limits: EscposLimits = { statusMs: 100, writeMs: 100, completionMs: 300, pollMs: 30, watchMs: 20, chunkBytes: 64 }

const printerOn = (line: MemoryLine, completion: Completion = 'processId'): EscposSerialPrinter =>
  new EscposSerialPrinter({ description: 'memory', open: line.open, layout: { charactersPerLine: 48 }, completion, clearsBuffers: true, limits })

for (const completion of ['processId', 'paperSensor'] as const) {
  receiptPrinterContract(`the serial printer with completion by ${completion}`, () => {
    const line = new MemoryLine()
    const printer = printerOn(line, completion)
    return Promise.resolve({
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
      dispose: () => printer.close(),
    })
  })
}

describe('the serial receipt printer', () => {
  let line: MemoryLine
  let printer: EscposSerialPrinter
  beforeEach(() => {
    line = new MemoryLine()
    printer = printerOn(line)
  })
  afterEach(async () => {
    await printer.close()
  })

  it('is offline while the device is missing and comes back by itself', async () => {
    line.unplug()
    expect(await printer.status()).toMatchObject({ ok: false, failure: { code: 'RECEIPT-OFFLINE' } })
    expect(await printer.print(sampleReceipt())).toMatchObject({ ok: false, failure: { code: 'RECEIPT-OFFLINE' } })
    const heard: PrinterStatus[] = []
    printer.subscribe((status) => heard.push(status))
    await vi.waitFor(() => expect(heard).toEqual([statusOf('offline')]))
    line.plugIn()
    await vi.waitFor(() => expect(heard).toEqual([statusOf('offline'), statusOf('ready')]))
    expect(await printer.print(sampleReceipt())).toMatchObject({ ok: true })
  })

  it('tells at once that the device was unplugged, without being asked', async () => {
    expect(await printer.status()).toMatchObject({ ok: true })
    const heard: PrinterStatus[] = []
    printer.subscribe((status) => heard.push(status))
    await vi.waitFor(() => expect(heard).toEqual([statusOf('ready')]))
    line.unplug()
    expect(heard.at(-1)).toEqual(statusOf('offline'))
  })

  it('hears automatic status back', async () => {
    line.printer.automaticStatusBack = true
    expect(await printer.status()).toMatchObject({ ok: true })
    const heard: PrinterStatus[] = []
    printer.subscribe((status) => heard.push(status))
    line.printer.setCondition('coverOpen')
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(statusOf('coverOpen')))
  })

  it.each([
    ['paper ends in mid-job', 'paperOut'],
    ['cover opens in mid-job', 'coverOpen'],
  ] as const)('is uncertain when the %s, and clears the rest so that it does not come out later', async (mood, condition) => {
    line.printer.mood = mood
    expect(await printer.print(sampleReceipt())).toEqual({ ok: false, failure: { code: 'RECEIPT-UNCERTAIN', detail: condition } })
    expect(line.printer.clears).toBe(1)
    line.printer.mood = 'well'
    line.printer.setCondition('ready')
    expect(line.printer.papers).toHaveLength(0)
    expect(await printer.print(sampleReceipt('job-2'))).toMatchObject({ ok: true })
    expect(line.printer.papers).toHaveLength(1)
  })

  it('does not take another job’s answer for its own', async () => {
    expect(await printer.print(sampleReceipt())).toMatchObject({ ok: true })
    line.printer.mood = 'stale answer'
    expect(await printer.print(sampleReceipt('job-2'))).toEqual({ ok: false, failure: { code: 'RECEIPT-TIMEOUT', detail: 'no completion answer' } })
  })

  it('sends nothing to a printer that does not answer, and says which kind of silence it is', async () => {
    line.printer.mood = 'silent'
    expect(await printer.status()).toEqual({ ok: false, failure: { code: 'RECEIPT-TIMEOUT', detail: 'no answer' } })
    expect(await printer.print(sampleReceipt())).toEqual({ ok: false, failure: { code: 'RECEIPT-OFFLINE', detail: 'no answer' } })
    line.printer.mood = 'garbage'
    expect(await printer.status()).toEqual({ ok: false, failure: { code: 'RECEIPT-TIMEOUT', detail: 'unintelligible answers' } })
    expect(await printer.print(sampleReceipt())).toMatchObject({ ok: false, failure: { code: 'RECEIPT-OFFLINE' } })
    expect(line.printer.papers).toHaveLength(0)
  })

  it('times out when the printer takes no more bytes', async () => {
    // Status questions pass; the second full chunk of a job does not.
    let chunks = 0
    line.isStuck = (bytes) => bytes.length === limits.chunkBytes && ++chunks > 1
    expect(await printer.print(sampleReceipt())).toEqual({ ok: false, failure: { code: 'RECEIPT-TIMEOUT', detail: 'the printer takes no more bytes' } })
  })

  it('opens a new line after every doubt and keeps it while all is well', async () => {
    await printer.print(sampleReceipt('job-1'))
    await printer.print(sampleReceipt('job-2'))
    expect(line.opened).toBe(1)
    line.printer.mood = 'never finishes'
    await printer.print(sampleReceipt('job-3'))
    line.printer.mood = 'well'
    expect(await printer.print(sampleReceipt('job-4'))).toMatchObject({ ok: true })
    expect(line.opened).toBe(2)
  })

  it('leaves nothing behind on a line that is asked for days', async () => {
    for (let round = 0; round < 50; round += 1) await printer.status()
    await printer.print(sampleReceipt())
    expect(line.listening).toBe(1)
  })

  it('is busy while it prints', async () => {
    const printing = printer.print(sampleReceipt())
    expect(await printer.status()).toEqual({ ok: true, value: statusOf('busy') })
    await printing
  })

  it('is not thrown by noise between jobs', async () => {
    await printer.print(sampleReceipt())
    line.inject(Uint8Array.of(0xff, 0x37, 0xfe, 0x00, 0x11, 0x13))
    expect(await printer.print(sampleReceipt('job-2'))).toMatchObject({ ok: true })
  })
})

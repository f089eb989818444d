import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PrinterCondition } from '../../../../src-main/printing/printers.ts'
import { TrainingDocumentPrinter } from '../../../../src-main/training/printing/training-document-printer.ts'
import { TrainingReceiptPrinter } from '../../../../src-main/training/printing/training-receipt-printer.ts'
import { documentPrinterContract, sampleJob } from '../../../fixtures/printing/document-printer-contract.ts'
import { receiptFont } from '../../../fixtures/printing/fonts.ts'
import { receiptPrinterContract, sampleReceipt } from '../../../fixtures/printing/receipt-printer-contract.ts'

const spool = (): Promise<string> => mkdtemp(join(tmpdir(), 'madoguchi-training-'))
const receiptPrinter = (directory: string): TrainingReceiptPrinter =>
  new TrainingReceiptPrinter({ training: true, directory, layout: { charactersPerLine: 48 }, font: receiptFont })

/** The contracts' benches may need time to change a state; these do not. */
const at =
  <T extends unknown[]>(change: (...values: T) => void) =>
  (...values: T): Promise<void> => {
    change(...values)
    return Promise.resolve()
  }

receiptPrinterContract('the training receipt printer', async () => {
  const directory = await spool()
  const printer = receiptPrinter(directory)
  return {
    printer,
    setCondition: at((condition: PrinterCondition) => printer.setCondition(condition)),
    breakInMidJob: () => printer.setOutcome('failsMidJob'),
    fallSilent: () => printer.setOutcome('silent'),
    papers: async () => (await readdir(directory)).filter((name) => name.endsWith('.escpos')).length,
    dispose: () => rm(directory, { recursive: true }),
  }
})

documentPrinterContract('the training document printer', async () => {
  const directory = await spool()
  const printer = new TrainingDocumentPrinter({ training: true, directory })
  return {
    printer,
    setCondition: at((condition: PrinterCondition) => printer.setCondition(condition)),
    breakInMidJob: at(() => printer.setOutcome('failsMidJob')),
    fallSilent: at(() => printer.setOutcome('silent')),
    papers: async () => Promise.all((await readdir(directory)).sort().map((name) => readFile(join(directory, name)))),
    dispose: () => rm(directory, { recursive: true }),
  }
})

describe('training printers', () => {
  let directory: string
  beforeEach(async () => {
    directory = await spool()
  })
  afterEach(async () => {
    await rm(directory, { recursive: true })
  })

  it('can not be made outside training, not even with the type cast away', () => {
    const production = { training: false, directory, layout: { charactersPerLine: 48 }, font: receiptFont } as unknown as { training: true } & ConstructorParameters<
      typeof TrainingReceiptPrinter
    >[0]
    expect(() => new TrainingReceiptPrinter(production)).toThrow('training mode only')
    expect(() => new TrainingDocumentPrinter(production)).toThrow('training mode only')
  })

  it('leaves picture, drawing and printer bytes of a receipt, readable by the owner alone', async () => {
    await receiptPrinter(join(directory, 'new')).print(sampleReceipt('slip-1'))
    expect((await readdir(join(directory, 'new'))).sort()).toEqual(['slip-1.escpos', 'slip-1.png', 'slip-1.svg'])
    const png = PNG.sync.read(await readFile(join(directory, 'new', 'slip-1.png')))
    expect(png.width).toBe(48 * 12 + 48)
    expect((await stat(join(directory, 'new', 'slip-1.svg'))).mode & 0o777).toBe(0o600)
  })

  it('lets the paper out and still reports the doubt when its word is lost', async () => {
    const printer = new TrainingDocumentPrinter({ training: true, directory })
    printer.setOutcome('uncertain')
    expect(await printer.print(sampleJob())).toMatchObject({ ok: false, failure: { code: 'PRINTER-UNCERTAIN' } })
    expect(await readdir(directory)).toHaveLength(1)
  })

  it('refuses a document when told to', async () => {
    const printer = new TrainingDocumentPrinter({ training: true, directory })
    printer.setOutcome('refused')
    expect(await printer.print(sampleJob())).toMatchObject({ ok: false, failure: { code: 'PRINTER-REFUSED' } })
  })

  it('is busy while it is slow, and uncertain when the paper ends meanwhile', async () => {
    const printer = receiptPrinter(directory)
    printer.setDelay(50)
    const printing = printer.print(sampleReceipt())
    expect(await printer.status()).toEqual({ ok: true, value: { condition: 'busy', usable: true } })
    printer.setCondition('paperOut')
    expect(await printing).toMatchObject({ ok: false, failure: { code: 'RECEIPT-UNCERTAIN', detail: 'paperOut' } })
    expect(await readdir(directory)).toEqual([])
  })

  it('takes no job id that could leave the directory', async () => {
    await expect(receiptPrinter(directory).print(sampleReceipt('../out'))).rejects.toThrow('job id')
  })

  it('is offline when its directory can not be written', async () => {
    const file = join(directory, 'a-file')
    await writeFile(file, '')
    expect(await receiptPrinter(file).print(sampleReceipt())).toMatchObject({ ok: false, failure: { code: 'RECEIPT-OFFLINE' } })
  })
})

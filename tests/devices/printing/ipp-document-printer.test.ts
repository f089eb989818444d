import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { statusOf } from '../../../src-main/printing/conditions.ts'
import { IppDocumentPrinter } from '../../../src-main/printing/drivers/ipp/ipp-document-printer.ts'
import type { IppLimits } from '../../../src-main/printing/drivers/ipp/ipp-limits.ts'
import { ippAddress } from '../../../src-main/printing/ipp/ipp-transport.ts'
import type { PrinterStatus } from '../../../src-main/printing/printers.ts'
import { documentPrinterContract, sampleJob } from '../../fixtures/printing/document-printer-contract.ts'
import { IppEvePrinter, requireIppTools } from '../../fixtures/printing/ipp-eve-printer.ts'

const limits: Partial<IppLimits> = { requestMs: 5_000, pollMs: 100, watchMs: 100, jobMs: 3_000 }
const printerAt = (eve: IppEvePrinter, changes: Partial<IppLimits> = {}): IppDocumentPrinter =>
  new IppDocumentPrinter({ address: ippAddress(eve.uri), limits: { ...limits, ...changes } })

beforeAll(requireIppTools)

const reasonOf = { paperLow: 'media-low', paperOut: 'media-empty', coverOpen: 'cover-open', jam: 'media-jam' } as const

documentPrinterContract('the IPP printer before ippeveprinter', async () => {
  const eve = await IppEvePrinter.make()
  const printer = printerAt(eve, { jobMs: 10_000 })
  return {
    printer,
    setCondition: async (condition) => {
      if (condition === 'offline') return eve.stop()
      if (condition === 'ready') return eve.clearReason()
      await eve.setReason(reasonOf[condition])
    },
    breakInMidJob: () => eve.setEngine('kills the printer'),
    fallSilent: () => eve.setEngine('hangs'),
    papers: () => eve.papers(),
    dispose: async () => {
      await printer.close()
      await eve.dispose()
    },
  }
})

describe('the IPP document printer before a real ippeveprinter', () => {
  let eve: IppEvePrinter
  let printer: IppDocumentPrinter
  beforeEach(async () => {
    eve = await IppEvePrinter.make()
    printer = printerAt(eve)
  })
  afterEach(async () => {
    await printer.close()
    await eve.dispose()
  })

  it('names a job by its id and by nothing else', async () => {
    const job = sampleJob()
    expect(await printer.print(job)).toMatchObject({ ok: true })
    expect(await eve.jobNames()).toEqual([job.jobId])
  })

  it('carries a document of many megabytes unchanged', async () => {
    const pdf = Buffer.alloc(12 * 1024 * 1024, '%PDF-1.7 見本 ')
    expect(await printer.print({ ...sampleJob(), pdf })).toMatchObject({ ok: true })
    expect(Buffer.compare((await eve.papers())[0]!, pdf)).toBe(0)
  })

  it('waits for a slow printer', async () => {
    await eve.setEngine('hangs')
    const printing = printerAt(eve, { jobMs: 60_000 }).print(sampleJob())
    await vi.waitFor(async () => expect(await eve.papers()).toHaveLength(1), { timeout: 10_000 })
    expect(await printer.status()).toEqual({ ok: true, value: statusOf('busy') })
    await eve.release()
    expect(await printing).toMatchObject({ ok: true })
  })

  it('withdraws a job that is not completed in time', async () => {
    await eve.setEngine('hangs')
    expect(await printer.print(sampleJob())).toMatchObject({ ok: false, failure: { code: 'PRINTER-TIMEOUT' } })
    await eve.release()
    await eve.setEngine('prints')
    await vi.waitFor(async () => expect(await printer.status()).toEqual({ ok: true, value: statusOf('ready') }), { timeout: 10_000 })
    expect(await printer.print(sampleJob('2'.repeat(32)))).toMatchObject({ ok: true })
    expect(await eve.papers()).toHaveLength(2)
  })

  it('reports a job that the printer aborted before anything came out', async () => {
    await eve.setEngine('fails')
    expect(await printer.print(sampleJob())).toMatchObject({ ok: false, failure: { code: 'PRINTER-REFUSED' } })
    expect(await eve.papers()).toHaveLength(0)
  })

  it('follows the printer through switching off, on, no paper and paper', async () => {
    const heard: PrinterStatus[] = []
    printer.subscribe((status) => heard.push(status))
    const hears = (condition: PrinterStatus['condition']): Promise<void> =>
      vi.waitFor(() => expect(heard.at(-1)).toEqual(statusOf(condition)), { timeout: 10_000 })
    await hears('ready')
    await eve.stop()
    await hears('offline')
    await eve.start()
    await hears('ready')
    await eve.setReason('media-empty')
    await hears('paperOut')
    await eve.clearReason()
    await hears('ready')
  })

  it('is deaf to a reason that is configured as meaningless', async () => {
    await eve.setReason('media-empty')
    const deaf = new IppDocumentPrinter({ address: ippAddress(eve.uri), limits, ignoredReasons: ['media-empty-report'] })
    expect(await deaf.status()).toEqual({ ok: true, value: statusOf('ready') })
  })
})

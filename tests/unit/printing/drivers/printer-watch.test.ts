import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../../src-main/failures/result.ts'
import { statusOf } from '../../../../src-main/printing/conditions.ts'
import { PrinterWatch } from '../../../../src-main/printing/drivers/printer-watch.ts'
import type { Delays } from '../../../../src-main/timers.ts'
import type { PrinterStatus } from '../../../../src-main/printing/printers.ts'

/** Delays a test fires itself. */
class ManualTimers implements Delays {
  pending: { readonly milliseconds: number; readonly call: () => void }[] = []

  after(milliseconds: number, call: () => void): () => void {
    const entry = { milliseconds, call }
    this.pending.push(entry)
    return () => {
      this.pending = this.pending.filter((each) => each !== entry)
    }
  }

  async fire(): Promise<void> {
    for (const { call } of this.pending.splice(0)) call()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('the printer watch', () => {
  it('asks only while somebody listens, and tells of changes only', async () => {
    const timers = new ManualTimers()
    const answers: Result<PrinterStatus>[] = [ok(statusOf('ready')), ok(statusOf('ready')), fail('RECEIPT-OFFLINE'), ok(statusOf('ready'))]
    let asked = 0
    const watch = new PrinterWatch(() => Promise.resolve(answers[asked++]!), 1_000, timers)
    expect(timers.pending).toHaveLength(0)
    const heard: string[] = []
    const leave = watch.subscribe(({ condition }) => heard.push(condition))
    for (let round = 0; round < 4; round += 1) await timers.fire()
    expect(heard).toEqual(['ready', 'offline', 'ready'])
    expect(timers.pending.map(({ milliseconds }) => milliseconds)).toEqual([1_000])
    leave()
    answers.push(ok(statusOf('ready')))
    await timers.fire()
    expect(timers.pending).toHaveLength(0)
  })

  it('has one question out at a time', async () => {
    const timers = new ManualTimers()
    let asked = 0
    const watch = new PrinterWatch(
      () => {
        asked += 1
        return new Promise(() => undefined)
      },
      1_000,
      timers,
    )
    watch.subscribe(() => undefined)
    await timers.fire()
    watch.subscribe(() => undefined)
    await timers.fire()
    expect(asked).toBe(1)
  })

  it('says nothing more once closed', async () => {
    const timers = new ManualTimers()
    const watch = new PrinterWatch(() => Promise.resolve(ok(statusOf('ready'))), 1_000, timers)
    const heard: string[] = []
    watch.subscribe(({ condition }) => heard.push(condition))
    watch.close()
    await timers.fire()
    expect(heard).toEqual([])
  })
})

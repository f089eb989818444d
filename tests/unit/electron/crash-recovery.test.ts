import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { reloadAfterCrash } from '../../../src-main/electron/crash-recovery.ts'
import { ManualTimers } from '../../fixtures/procedures/manual-timers.ts'

class FakePage extends EventEmitter {
  readonly happened: string[] = []
  reload = (): void => void this.happened.push('reload')
  isDestroyed = (): boolean => false
  forcefullyCrashRenderer = (): void => void this.happened.push('ended')
}

function page(): { page: FakePage; timers: ManualTimers } {
  const fake = new FakePage()
  const timers = new ManualTimers()
  reloadAfterCrash(fake as never, {
    wipe: () => {
      fake.happened.push('wipe')
      return Promise.resolve()
    },
    report: (reason) => fake.happened.push(`report ${reason}`),
    timers,
  })
  return { page: fake, timers }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a page that crashes', () => {
  it('is wiped before it is loaded anew', async () => {
    const { page: fake, timers } = page()
    fake.emit('render-process-gone', {}, { reason: 'crashed' })
    await settled()
    timers.advance(0)
    expect(fake.happened).toEqual(['report crashed', 'wipe', 'reload'])
  })

  it('again and again is given longer pauses', async () => {
    const { page: fake, timers } = page()
    for (let crash = 0; crash < 3; crash += 1) {
      fake.emit('render-process-gone', {}, { reason: 'crashed' })
      await settled()
    }
    timers.advance(0)
    expect(fake.happened.filter((what) => what === 'reload')).toHaveLength(1)
    timers.advance(1000)
    expect(fake.happened.filter((what) => what === 'reload')).toHaveLength(2)
    timers.advance(1000)
    expect(fake.happened.filter((what) => what === 'reload')).toHaveLength(3)
  })

  it('that hangs is ended, so that it is loaded anew', () => {
    const { page: fake } = page()
    fake.emit('unresponsive')
    expect(fake.happened).toEqual(['report unresponsive', 'ended'])
  })

  it('that was closed on purpose stays closed', () => {
    const { page: fake } = page()
    fake.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(fake.happened).toEqual([])
  })
})

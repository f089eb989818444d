import type { WebContents } from 'electron'
import type { Timers } from '../timers.ts'

/**
 * A crashed or hanging page is loaded anew; what ran on the resident side is wiped first, so that nobody
 * finds another person's screen. Back-off against a page that crashes at once: 0, 1, 2, 4 … 30 s.
 */
export function reloadAfterCrash(
  contents: Pick<WebContents, 'on' | 'reload' | 'isDestroyed' | 'forcefullyCrashRenderer'>,
  parts: { wipe: () => Promise<void>; report: (reason: string) => void; timers: Timers },
): void {
  let crashes = 0
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    parts.report(details.reason)
    const wait = crashes === 0 ? 0 : Math.min(30_000, 1000 * 2 ** (crashes - 1))
    crashes += 1
    void parts.wipe().then(() =>
      parts.timers.after(wait, () => {
        if (!contents.isDestroyed()) contents.reload()
      }),
    )
  })
  contents.on('did-finish-load', () => {
    parts.timers.after(60_000, () => {
      crashes = 0
    })
  })
  contents.on('unresponsive', () => {
    parts.report('unresponsive')
    contents.forcefullyCrashRenderer()
  })
}

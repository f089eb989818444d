import { chromium, type Browser } from '@playwright/test'
import { findChromium, quietFlags } from '../../../src-main/chromium/browser.ts'

/** The system's Chromium, headless, as the product starts it. Fails naming the package where there is none. */
export function launchChromium(extra: readonly string[] = []): Promise<Browser> {
  const program = findChromium()
  if (program === null) throw new Error('no Chromium found: install the Debian package chromium')
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: program, args: [...quietFlags, '--disable-gpu', '--hide-scrollbars', ...root, ...extra] })
}

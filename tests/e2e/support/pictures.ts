import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../fixtures/kiosk/kiosk-process.ts'

const wanted = (process.env.MADOGUCHI_PICTURES ?? '') !== ''

/**
 * A picture for people to look at, as out/`name`.png; nothing is compared. Only with MADOGUCHI_PICTURES=1: the hundreds
 * of them would take longer than the checks.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (wanted) await page.screenshot({ path: join(root, 'out', `${name}.png`) })
}

import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ResidentScreen } from '../../tests/e2e/support/resident-screen.ts'
import { StaffScreen } from '../../tests/e2e/support/staff-screen.ts'
import { startHost } from '../../tests/e2e/support/kiosk-host.ts'
import { TrainingPanel } from '../../tests/e2e/support/training-panel.ts'
import { clerk, password } from '../../tests/fixtures/kiosk/staff-accounts.ts'
import { ensureBuilt } from './bundle.ts'
import { out, run } from './project.ts'

/**
 * The main job, headless: a resident with a virtual card takes a certificate at the counter. Leaves the
 * papers and a picture of each step on both screens in out/demo/.
 */
await ensureBuilt()
const folder = out('demo')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

let step = 0
async function picture(page: Page, name: string, what: string): Promise<void> {
  step += 1
  const file = `${String(step).padStart(2, '0')}-${name}.png`
  // Animations only show where the card goes; a picture of one in the middle shows nothing.
  await page.screenshot({ path: join(folder, file), animations: 'disabled' })
  console.log(`  ${file.padEnd(34)} ${what}`)
}

const host = await startHost('chromium')
try {
  const resident = new ResidentScreen(host.resident)
  const staff = new StaffScreen(host.staff)
  const training = new TrainingPanel(host.training)

  console.log('住民側 (resident screen)')
  await resident.shows('attract')
  await picture(host.resident, 'resident-attract', 'what can be done here, and what is needed')
  await resident.chooseService('residentRecordHousehold')
  await picture(host.resident, 'resident-options', 'what is left out unless asked for')
  await resident.next()
  await resident.shows('placeCard')
  await picture(host.resident, 'resident-place-card', 'the card goes onto the reader')
  await training.place('adult')
  await resident.shows('enterPin')
  await picture(host.resident, 'resident-pin', 'tries left first, then the PIN')
  await resident.enterPin('1234')
  await resident.shows('confirm')
  await picture(host.resident, 'resident-confirm', 'what will be printed, and the fee')
  await resident.confirm()
  const number = await resident.number()
  await picture(host.resident, 'resident-slip', `the request is in: ${number}`)

  console.log('職員側 (staff screen)')
  await picture(host.staff, 'staff-sign-in', 'the clerk signs in')
  await staff.signIn(clerk.accountId, password)
  await staff.scan(number)
  await staff.previewShown()
  await picture(host.staff, 'staff-request', 'who asked, what is asked, the paper as it will come out')
  await staff.print()
  await staff.state('printed')
  await picture(host.staff, 'staff-printed', 'the printer said that it is out')
  await staff.openFee()
  await picture(host.staff, 'staff-fee', 'the fee is taken')
  await staff.submitFee()
  await staff.state('paid')
  await staff.openHandOver()
  await picture(host.staff, 'staff-hand-over', 'the paper is checked against the slip')
  await staff.submitHandOver()
  await staff.state('handedOver')
  await picture(host.staff, 'staff-done', 'handed over')

  await training.take()
  await resident.finish()
  await resident.shows('attract')
  await picture(host.resident, 'resident-forgotten', 'the resident side has forgotten everything')
  await picture(host.training, 'training-panel', 'the training panel that placed the card')

  console.log('紙 (papers)')
  const names: Record<string, string> = { slip: 'reception-slip', fee: 'fee-receipt' }
  for (const file of readdirSync(join(host.dataFolder, 'papers')).sort()) {
    const ending = file.slice(file.lastIndexOf('.'))
    const name = `${ending === '.pdf' ? 'certificate' : (names[file.split('-')[0] ?? ''] ?? 'paper')}${ending}`
    copyFileSync(join(host.dataFolder, 'papers', file), join(folder, name))
    console.log(`  ${name}`)
  }
  await run('pdftoppm', ['-png', '-r', '110', join(folder, 'certificate.pdf'), join(folder, 'certificate')])
  console.log(`\nA resident took a 住民票の写し: request ${number}, printed, paid, handed over. Everything is in ${folder}`)
} finally {
  await host.close()
}

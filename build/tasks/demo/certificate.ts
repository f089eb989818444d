import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startHost } from '../../../tests/e2e/support/kiosk-host.ts'
import { ResidentScreen } from '../../../tests/e2e/support/resident-screen.ts'
import { StaffScreen } from '../../../tests/e2e/support/staff-screen.ts'
import { TrainingPanel } from '../../../tests/e2e/support/training-panel.ts'
import { clerk, password } from '../../../tests/fixtures/kiosk/staff-accounts.ts'
import { run } from '../project.ts'
import { Album } from './album.ts'

const papers: Readonly<Record<string, readonly [name: string, what: string]>> = {
  slip: ['reception-slip', '受付票'],
  fee: ['fee-receipt', '領収書'],
}

/** The main job: a resident with a virtual card takes a 住民票の写し at the counter. */
export async function showCertificate(): Promise<void> {
  const album = new Album()
  const host = await startHost('chromium')
  try {
    const resident = new ResidentScreen(host.resident)
    const staff = new StaffScreen(host.staff)
    const training = new TrainingPanel(host.training)

    album.chapter('住民側 (resident screen)')
    await resident.shows('attract')
    await album.picture(host.resident, 'resident-attract', 'what can be done here, and what is needed')
    await resident.chooseService('residentRecordHousehold')
    await album.picture(host.resident, 'resident-options', 'what is left out unless asked for')
    await resident.next()
    await resident.shows('placeCard')
    await album.picture(host.resident, 'resident-place-card', 'the card goes onto the reader')
    await training.place('adult')
    await resident.shows('enterPin')
    await album.picture(host.resident, 'resident-pin', 'tries left first, then the PIN')
    await resident.enterPin('1234')
    await resident.shows('confirm')
    await album.picture(host.resident, 'resident-confirm', 'what will be printed, and the fee')
    await resident.confirm()
    const number = await resident.number()
    await album.picture(host.resident, 'resident-slip', `the request is in: ${number}`)

    album.chapter('職員側 (staff screen)')
    await album.picture(host.staff, 'staff-sign-in', 'the clerk signs in')
    await staff.signIn(clerk.accountId, password)
    await staff.scan(number)
    await staff.previewShown()
    await album.picture(host.staff, 'staff-request', 'who asked, what is asked, the paper as it will come out')
    await staff.print()
    await staff.historyEndsWith('printed')
    await album.picture(host.staff, 'staff-printed', 'the printer said that it is out')
    await staff.openFee()
    await album.picture(host.staff, 'staff-fee', 'the fee is taken')
    await staff.submitFee()
    await staff.state('paid')
    await staff.openHandOver()
    await album.picture(host.staff, 'staff-hand-over', 'the paper is checked against the slip')
    await staff.submitHandOver()
    await staff.historyEndsWith('handedOver')
    await album.picture(host.staff, 'staff-done', 'handed over')

    await training.take()
    await resident.finish()
    await resident.shows('attract')
    await album.picture(host.resident, 'resident-forgotten', 'the resident side has forgotten everything')
    await album.picture(host.training, 'training-panel', 'the training panel that placed the card')

    album.chapter('紙 (papers)')
    for (const file of readdirSync(join(host.dataFolder, 'papers')).sort()) {
      const ending = file.slice(file.lastIndexOf('.'))
      const [name, what] = ending === '.pdf' ? ['certificate', '住民票の写し'] : (papers[file.split('-')[0] ?? ''] ?? ['paper', file])
      album.keep(join(host.dataFolder, 'papers', file), `${name}${ending}`, what)
    }
    const certificate = join(album.folder, 'certificate')
    if ((await run('pdftoppm', ['-png', '-r', '110', `${certificate}.pdf`, certificate])) !== 0) throw new Error('the certificate could not be drawn')
    console.log(`\nA resident took a 住民票の写し: request ${number}, printed, paid, handed over. Everything is in ${album.folder}`)
  } finally {
    await host.close()
  }
}

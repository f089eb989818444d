import { expect, test } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clerk, password, supervisor } from '../../fixtures/kiosk/staff-accounts.ts'
import { accessible } from '../support/accessible.ts'
import { CaseDesk } from '../support/case-desk.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { StaffScreen } from '../support/staff-screen.ts'
import { TrainingPanel } from '../support/training-panel.ts'

let host: KioskHost
let resident: ResidentScreen
let cases: CaseDesk
let training: TrainingPanel

test.beforeAll(async () => {
  host = await startHost(test.info().project.metadata.host as HostName)
  resident = new ResidentScreen(host.resident)
  training = new TrainingPanel(host.training)
  cases = new CaseDesk(host.staff)
  await new StaffScreen(host.staff).signIn(clerk.accountId, password)
  await cases.openPage()
})

test.afterAll(() => host.close())

test.afterEach(() => {
  expect(host.complaints()).toEqual([])
})

test.beforeEach(async () => {
  await training.clear()
  await resident.toStart()
})

/** 暗証番号の再設定, checked by two, up to what is left to the resident. */
async function pinResetReady(): Promise<void> {
  await cases.openForCard('pinReset')
  await cases.actor('self')
  await cases.setPin('userAuthentication')
  await cases.sawDocument('A　運転免許証')
  await cases.tick('cardPresented')
  await cases.save()
  await cases.printForm()
  await cases.tick('formSigned')
  await cases.save()
  await cases.secondPerson(supervisor.accountId, password)
  await cases.ready()
}

test('a forgotten PIN: checked by two, set by the holder at the resident’s screen, and good from then on', async () => {
  await training.place('pin-blocked')
  await pinResetReady()
  await accessible(host.staff)
  expect(readdirSync(join(host.dataFolder, 'papers')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
  await cases.begin()
  await resident.shows('cardWork')
  await accessible(host.resident)
  await resident.press((words) => words.screens.cardWork.begin)
  await resident.choosePinOnce('1979')
  await expect(host.resident.locator('[data-stage="enterNewPin"]')).toContainText(resident.say((words) => words.screens.enterNewPin.refused.birthDate))
  await resident.choosePinTwice('8263')
  await expect(host.resident.getByRole('heading', { name: resident.say((words) => words.screens.cardWork.doneTitle) })).toBeVisible()
  await accessible(host.resident)
  await cases.shows('done')
  await resident.press((words) => words.screens.cardWork.finish)
  await resident.shows('attract')
  await resident.press((words) => words.domain.services.pinChange.name)
  await resident.shows('choosePin')
  await resident.press((words) => words.domain.pins.userAuthentication.name)
  await resident.enterPin('8263')
  await resident.shows('enterNewPin')
})

test('another person’s card at the resident’s screen: nothing is done to it, and the clerk hears why', async () => {
  await training.place('all-blocked')
  await pinResetReady()
  await training.take()
  await cases.begin()
  await resident.shows('cardWork')
  await resident.press((words) => words.screens.cardWork.begin)
  await resident.shows('placeCard')
  await training.place('single')
  await resident.failsWith('CASE-OTHER-CARD')
  await resident.toStart()
  await cases.shows('ready')
  await resident.press((words) => words.domain.services.pinChange.name)
  await resident.shows('choosePin')
  await expect(host.resident.locator('.pin-row-usable')).toHaveCount(4)
})

test('the clerk takes the case back while the resident is being asked', async () => {
  await training.place('eight')
  await pinResetReady()
  await cases.begin()
  await resident.shows('cardWork')
  await cases.takeBack()
  await resident.shows('attract')
  await cases.shows('ready')
})

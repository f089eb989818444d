import { expect, test } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { accessible } from '../support/accessible.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { TrainingPanel } from '../support/training-panel.ts'

let host: KioskHost
let resident: ResidentScreen
let training: TrainingPanel

test.beforeAll(async () => {
  host = await startHost(test.info().project.metadata.host as HostName)
  resident = new ResidentScreen(host.resident)
  training = new TrainingPanel(host.training)
})

test.afterAll(() => host.close())

test.afterEach(() => {
  expect(host.complaints()).toEqual([])
})

test.beforeEach(async () => {
  await training.clear()
  await resident.toStart()
})

test('the holder changes a PIN: the present one, a weak one refused, a good one twice, and the card has it', async () => {
  await resident.press((words) => words.domain.services.pinChange.name)
  await resident.shows('placeCard')
  await training.place('head-of-four')
  await resident.shows('choosePin')
  await accessible(host.resident)
  await resident.press((words) => words.domain.pins.inputSupport.name)
  await resident.enterPin('9999')
  await expect(host.resident.locator('[data-stage="enterPin"]')).toContainText(resident.say((words) => words.screens.enterPin.wrong(words.domain.pins.inputSupport.noun)))
  await accessible(host.resident)
  await resident.enterPin('1234')
  await resident.choosePinOnce('7777')
  await expect(host.resident.locator('[data-stage="enterNewPin"]')).toContainText(resident.say((words) => words.screens.enterNewPin.refused.repeat))
  await accessible(host.resident)
  await resident.choosePinTwice('8263')
  await resident.shows('pinChanged')
  await accessible(host.resident)
  await resident.press((words) => words.screens.pinChanged.another)
  await resident.shows('choosePin')
  await resident.press((words) => words.domain.pins.inputSupport.name)
  await resident.enterPin('8263')
  await resident.shows('enterNewPin')
  await resident.toStart()
})

test('the holder changes the password of letters and digits', async () => {
  await resident.press((words) => words.domain.services.pinChange.name)
  await training.place('single')
  await resident.shows('choosePin')
  await resident.press((words) => words.domain.pins.signature.name)
  await resident.enterPin('ABC123')
  await resident.choosePinTwice('KX92PT')
  await resident.shows('pinChanged')
  await resident.press((words) => words.screens.pinChanged.finish)
  await resident.shows('attract')
})

test('a card whose PINs are blocked sends the holder to the clerk, without a try', async () => {
  await resident.press((words) => words.domain.services.pinChange.name)
  await training.place('all-blocked')
  await resident.shows('choosePin')
  await expect(host.resident.locator('[data-stage="choosePin"]')).toContainText(resident.say((words) => words.screens.choosePin.blocked))
  await expect(host.resident.locator('.pin-row-usable')).toHaveCount(0)
  await resident.toStart()
})

test('the holder has both certificates checked, and takes the result on paper', async () => {
  await resident.press((words) => words.domain.services.certificateValidity.name)
  await resident.shows('placeCard')
  await training.place('renewal-due')
  await resident.shows('validity')
  const stage = host.resident.locator('[data-stage="validity"]')
  await expect(stage).toContainText(resident.say((words) => words.screens.validity.advice.renewNow))
  await accessible(host.resident)
  await resident.press((words) => words.screens.validity.checkSignature)
  await resident.enterPin('ABC123')
  await resident.shows('validity')
  await expect(stage).not.toContainText(resident.say((words) => words.screens.validity.states.locked))
  await resident.press((words) => words.screens.validity.print)
  await expect(stage).toContainText(resident.say((words) => words.screens.validity.printed))
  await accessible(host.resident)
  const papers = readdirSync(join(host.dataFolder, 'papers'))
  expect(papers.filter((name) => name.startsWith('validity-') && name.endsWith('.escpos'))).toHaveLength(1)
  await resident.press((words) => words.screens.validity.finish)
  await resident.shows('attract')
})

for (const [profile, state] of [
  ['expired', 'expired'],
  ['revoked', 'revoked'],
  ['no-certificate', 'absent'],
  ['untrusted', 'unconfirmed'],
] as const) {
  test(`the card "${profile}" is never shown as one that can be used`, async () => {
    await resident.press((words) => words.domain.services.certificateValidity.name)
    await training.place(profile)
    await resident.shows('validity')
    await expect(host.resident.locator('[data-stage="validity"]')).toContainText(resident.say((words) => words.screens.validity.states[state]))
    await resident.press((words) => words.screens.validity.finish)
    await resident.shows('attract')
  })
}

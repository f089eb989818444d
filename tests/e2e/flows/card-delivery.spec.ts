import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'
import { storeCardToDeliver } from '../../fixtures/applications/card-to-deliver.ts'
import { root } from '../../fixtures/kiosk/kiosk-process.ts'
import { clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'
import { accessible } from '../support/accessible.ts'
import { ApplicationDesk } from '../support/application-desk.ts'
import { CaseDesk } from '../support/case-desk.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { StaffScreen } from '../support/staff-screen.ts'
import { TrainingPanel } from '../support/training-panel.ts'

const { applications: words, cases: caseWords } = staffWordsOf('ja')
const hanako = '10000102'
const child = '10001103'

let host: KioskHost
let staff: Page
let resident: ResidentScreen
let training: TrainingPanel
let desk: ApplicationDesk
let cases: CaseDesk

/** A terminal with an application whose card has come, and a clerk who looks at it. */
async function begin(residentId: string, facts: Parameters<typeof storeCardToDeliver>[3]): Promise<string> {
  let number = ''
  host = await startHost(test.info().project.metadata.host as HostName, {
    prepare: (dataFolder, terminal) => {
      number = storeCardToDeliver(dataFolder, terminal, residentId, facts)
    },
  })
  resident = new ResidentScreen(host.resident)
  staff = host.staff
  training = new TrainingPanel(host.training)
  desk = new ApplicationDesk(staff)
  cases = new CaseDesk(staff)
  await new StaffScreen(staff).signIn(clerk.accountId, password)
  await desk.openPage()
  await desk.select(number)
  return number
}

test.afterEach(() => host.close())

/** Last day of the training card of this profile, as its face says. */
function expiryOf(profile: string): string {
  const cards = JSON.parse(readFileSync(join(root, 'out', 'training', 'pki', 'cards.json'), 'utf8')) as readonly { readonly profile: string; readonly expiry: string }[]
  const card = cards.find((each) => each.profile === profile)
  if (card === undefined) throw new Error(`the training kit has no card "${profile}"`)
  return card.expiry
}

/** From the application to its card case, with the new card looked at by its face. */
async function lookAtNewCard(profile: string, securityCode: string): Promise<void> {
  await desk.press('setPins')
  await expect(staff.locator('[data-column="desk"]')).toContainText(caseWords.kinds.cardDelivery)
  await training.place(profile)
  await expect(cases.desk).toContainText(caseWords.findingWords.faceNotTyped.title)
  await staff.keyboard.press('Shift+F7')
  await cases.dialog.getByLabel(caseWords.dialogs.newCase.expiresOn).fill(expiryOf(profile))
  await cases.dialog.getByLabel(caseWords.dialogs.newCase.securityCode).fill(securityCode)
  await cases.dialog.getByRole('button', { name: caseWords.dialogs.face.submit }).click()
  await expect(cases.dialog).toBeHidden()
  await expect(cases.desk).not.toContainText(caseWords.findingWords.faceNotTyped.title)
  await staff.keyboard.press('F7')
  await cases.tick('cardPresented')
}

test('a new card gets its PINs from the person before it is handed over, and the delivery says so', async () => {
  const number = await begin(hanako, { birthDate: '1987-07-15' })
  await accessible(staff)
  await lookAtNewCard('to-be-delivered', '2324')
  await cases.sawDocument('A　運転免許証')
  await cases.save()
  await accessible(staff)
  await cases.ready()
  await cases.begin()
  await resident.shows('cardWork')
  await accessible(resident.page)
  await resident.press((all) => all.screens.cardWork.begin)
  await resident.choosePinOnce('0715')
  await expect(resident.page.locator('[data-stage="enterNewPin"]')).toContainText(resident.say((all) => all.screens.enterNewPin.refused.birthDate))
  await resident.choosePinTwice('8263')
  await resident.choosePinTwice('MIHON82')
  await resident.choosePinTwice('8263')
  await resident.choosePinTwice('8263')
  await expect(resident.page.getByRole('heading', { name: resident.say((all) => all.screens.cardWork.doneTitle) })).toBeVisible()
  await accessible(resident.page)
  await cases.shows('done')
  await resident.press((all) => all.screens.cardWork.finish)
  // The application is still open there.
  await desk.openPage()
  await expect(desk.desk.getByRole('heading', { name: number })).toBeVisible()
  await desk.press('deliver')
  await expect(desk.dialog.getByRole('radio', { name: words.deliveryPins.set })).toBeChecked()
  await accessible(staff)
  await desk.dialog.getByText(words.dialogs.deliver.notice, { exact: true }).click()
  await desk.dialog.getByRole('button', { name: 'A　運転免許証', exact: true }).click()
  await desk.dialog.getByText(words.dialogs.deliver.face, { exact: true }).click()
  await desk.dialog.getByText(words.dialogs.deliver.receipt, { exact: true }).click()
  await desk.dialog.getByRole('button', { name: words.dialogs.deliver.submit }).click()
  await expect(desk.dialog).toBeHidden()
  await desk.shows('delivered')
  // The chip really has them: it lets its holder choose another.
  await resident.press((all) => all.domain.services.pinChange.name)
  await resident.shows('choosePin')
  await expect(resident.page.locator('.pin-row-usable')).toHaveCount(4)
  await resident.press((all) => all.domain.pins.userAuthentication.name)
  await resident.enterPin('8263')
  await resident.shows('enterNewPin')
})

test('a card pulled while the PINs are chosen leaves everything where it was, and it can begin again', async () => {
  const number = await begin(hanako, { birthDate: '1987-07-15' })
  await lookAtNewCard('to-be-delivered', '2324')
  await cases.sawDocument('A　運転免許証')
  await cases.save()
  await cases.ready()
  await cases.begin()
  await resident.press((all) => all.screens.cardWork.begin)
  await resident.choosePinTwice('8263')
  await training.take()
  await resident.failsWith('CARD-REMOVED')
  await resident.toStart()
  await cases.shows('ready')
  await desk.openPage()
  await expect(desk.desk.getByRole('heading', { name: number })).toBeVisible()
  await desk.shows('notified')
  await desk.press('deliver')
  await expect(desk.dialog.getByRole('radio', { name: words.deliveryPins.atTerminal })).toBeVisible()
  await expect(desk.dialog.getByRole('radio', { name: words.deliveryPins.set })).toHaveCount(0)
  await staff.keyboard.press('Escape')
  await desk.press('setPins')
  await cases.shows('ready')
  // The card so far is hers as well, but not the new one.
  await training.place('adult')
  await cases.begin()
  await resident.press((all) => all.screens.cardWork.begin)
  await resident.failsWith('CASE-OTHER-CARD')
})

test('a child’s card gets three PINs from the representative, and no 署名用', async () => {
  const representative = { name: '若年　父', address: '架空県見本市見本町六丁目１番２号', relationship: '父', phone: '' }
  await begin(child, { birthDate: '2013-06-15', representative, certificates: { signature: false, userAuthentication: true } })
  await lookAtNewCard('to-be-delivered-under-15', '2214')
  await expect(cases.desk.getByRole('radio', { name: caseWords.actors.legalRepresentative })).toBeChecked()
  await cases.desk.getByText(caseWords.authorities.onFile, { exact: true }).click()
  const documents = cases.desk.getByRole('button', { name: 'A　運転免許証', exact: true })
  await documents.first().click()
  await cases.desk.getByRole('button', { name: 'A　旅券', exact: true }).first().click()
  await cases.desk.getByRole('button', { name: 'A　旅券', exact: true }).last().click()
  await cases.save()
  await cases.ready()
  await cases.begin()
  await resident.press((all) => all.screens.cardWork.begin)
  for (let pin = 0; pin < 3; pin += 1) await resident.choosePinTwice('8263')
  await expect(resident.page.getByRole('heading', { name: resident.say((all) => all.screens.cardWork.doneTitle) })).toBeVisible()
  await cases.shows('done')
})

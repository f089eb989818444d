import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { packetApplicationSchema, type PacketApplication } from '../../../src-main/applications/packet/packet-format.ts'
import { staffWordsOf } from '../../../src-renderer/staff/words/staff-words.ts'
import { storeDraft } from '../../fixtures/applications/store-draft.ts'
import { root } from '../../fixtures/kiosk/kiosk-process.ts'
import { clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'
import { accessible } from '../support/accessible.ts'
import { ApplicationDesk } from '../support/application-desk.ts'
import { launchChromium } from '../support/chromium.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { ResidentApplication } from '../support/resident-application.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { StaffScreen } from '../support/staff-screen.ts'

const { applications: words } = staffWordsOf('ja')
/** 見本 花子's form of resources/applications/training-forms.json. */
const form = '20260401000010000102001'

test.describe.configure({ timeout: 300_000 })

/** A JPEG of 525 x 675 px, noise all over so that it is not too small a file. */
async function picture(): Promise<Buffer> {
  const browser = await launchChromium()
  const page = await browser.newPage()
  const jpeg = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(525, 675)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('the canvas gives no 2d context')
    const image = context.createImageData(525, 675)
    image.data.forEach((_, index) => (image.data[index] = index % 4 === 3 ? 255 : (index * 7919) % 251))
    context.putImageData(image, 0, 0)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer())
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  })
  await browser.close()
  return Buffer.from(jpeg, 'latin1')
}

/** What the issuer has after opening the packet with its own key; how many were new says the command. */
function openedPacket(file: string, folder: string): { readonly fresh: number; readonly known: number; readonly applications: PacketApplication[] } {
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'packet', ...args, '--json'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return stdout
  }
  run('verify', file)
  const said = JSON.parse(run('open', file, '--key', join(root, 'out', 'training', 'pki', 'packet-issuer.key.pem'), '--out', folder)) as { new: number; known: number }
  const applications = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => packetApplicationSchema.parse(withPhoto(folder, JSON.parse(readFileSync(join(folder, name), 'utf8')) as PacketApplication)))
  return { fresh: said.new, known: said.known, applications }
}

/** The photo lies beside its application, under the name that stands there. */
const withPhoto = (folder: string, application: PacketApplication): PacketApplication =>
  application.photo === null ? application : { ...application, photo: { ...application.photo, jpeg: readFileSync(join(folder, application.photo.jpeg)).toString('base64') } }

const packets = (host: KioskHost): string[] =>
  readdirSync(join(host.dataFolder, 'packets'))
    .filter((name) => name.endsWith('.mdgp'))
    .map((name) => join(host.dataFolder, 'packets', name))

test.describe('before a running kiosk', () => {
  let host: KioskHost
  let desk: ApplicationDesk
  let number = ''
  let jpeg: Buffer = Buffer.alloc(0)

  test.beforeAll(async () => {
    jpeg = await picture()
    const photo = { jpeg, width: 525, height: 675, findings: ['shadow' as const] }
    host = await startHost(test.info().project.metadata.host as HostName, {
      prepare: (dataFolder, terminal) => {
        number = storeDraft(dataFolder, terminal, { formId: form, movedSinceForm: false, birthDate: '1987-07-15' }, photo)
      },
    })
    host.staff.setDefaultTimeout(90_000)
    desk = new ApplicationDesk(host.staff)
    await new StaffScreen(host.staff).signIn(clerk.accountId, password)
    await desk.openPage()
  })

  test.afterAll(() => host.close())

  test.afterEach(() => {
    expect(host.complaints()).toEqual([])
  })

  test('a draft that was left goes to the issuer with the reason for its photo, comes back, and goes again', async () => {
    await desk.select(number)
    await expect(desk.list.locator('.request')).toContainText(words.list.left.crash)
    await expect(desk.desk).toContainText(words.findingWords.photoFindings.title)
    await desk.findPerson('見本　花子', 'S62.7.15')
    await desk.linkPerson()
    await expect(desk.desk.locator('.case-subject')).toContainText('ミホン　ハナコ')
    await desk.exceptPhoto('wheelchair', '車いすの背もたれの影')
    await accessible(host.staff)
    await desk.lookAtPaper('printForm')
    await desk.printPaper()
    await desk.receive()
    await accessible(host.staff)

    await desk.makePacket()
    await accessible(host.staff)
    const folder = join(host.dataFolder, 'issuer')
    const [first = ''] = packets(host)
    const opened = openedPacket(first, folder)
    expect(opened).toMatchObject({ fresh: 1, known: 0, applications: [{ edition: 1, number, facts: { formId: form }, applicant: { name: '見本　花子' }, photo: { exception: { reason: 'wheelchair', note: '車いすの背もたれの影' } } }] })
    expect(Buffer.from(opened.applications[0]?.photo?.jpeg ?? '', 'base64').equals(jpeg)).toBe(true)
    expect(openedPacket(first, folder)).toMatchObject({ fresh: 0, known: 1 })
    await desk.handOverPacket()

    await desk.turnTo('applications')
    await desk.select(number)
    await desk.return('formFilledWrongly', '電話番号の記入もれ')
    await expect(desk.desk).toContainText(words.stages.returned.title)
    await desk.type('phone', '000-0000-0000')
    await desk.record()
    await desk.correct()
    await desk.makePacket()
    const second = packets(host).filter((file) => file !== first)
    expect(second).toHaveLength(1)
    expect(openedPacket(second[0] ?? '', folder)).toMatchObject({ fresh: 1, known: 0, applications: [{ edition: 1, facts: { phone: '' } }, { edition: 2, facts: { phone: '000-0000-0000' } }] })
  })

  test('the card comes, is set up, and the person is told; the counters say the same as the day', async () => {
    await desk.turnTo('applications')
    await desk.select(number)
    for (const step of ['shipped', 'prepared', 'notified'] as const) await desk.step(step)
    await expect(desk.desk).toContainText(words.stages.notified.title)
    await accessible(host.staff)
    await desk.turnTo('statistics')
    await desk.countersShown()
    const totals = await desk.desk.locator('.counters tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('td')?.textContent))
    expect(totals).toEqual(['1', '1', '1', '0'])
    const today = await desk.desk.locator('.days tbody tr').first().locator('td').allTextContents()
    expect(today).toEqual(['1', '1', '1', '0'])
    expect(await desk.desk.locator('.chart').first().locator('.chart-bar').count()).toBe(await desk.desk.locator('.days tbody tr').count())
    await accessible(host.staff)
  })

  test('a list with wrong columns takes nobody; the good one takes everybody, and is handed on with its sheet', async () => {
    const papers = (): number => readdirSync(host.dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf')).length
    const before = papers()
    await desk.openBatch('見本工業', '見本工業　本社')
    await desk.openImport()
    await desk.chooseList('wrong.csv', Buffer.from('名まえ,誕生日\n見本　一,平成2年4月1日\n'))
    await expect(desk.dialog).toContainText('氏名、生年月日、住所')
    await expect(desk.dialog).toContainText(words.dialogs.batchImport.bad)
    await expect(desk.dialog.getByRole('button', { name: new RegExp(`^${words.dialogs.batchImport.submit}`) })).toBeDisabled()
    await desk.chooseList('dates.csv', Buffer.from('氏名,生年月日,住所\n見本　一,平成2年2月30日,架空県見本市中央一丁目\n'))
    await expect(desk.dialog.locator('.list-problems')).toContainText(words.batches.problems.notADate)
    await accessible(host.staff)
    const people = ['見本　一,平成2年4月1日,架空県見本市中央一丁目１番', '見本　二,1991/5/6,架空県見本市中央一丁目２番']
    await desk.chooseList('people.csv', iconv.encode(`氏名,生年月日,住所\r\n${people.join('\r\n')}\r\n`, 'windows932'))
    await expect(desk.dialog).toContainText('Shift_JIS')
    await desk.takeList()
    await expect(desk.desk.locator('.table tbody tr')).toHaveCount(2)
    await expect(desk.desk).toContainText('見本　二')
    await accessible(host.staff)
    await desk.printSheet()
    await expect.poll(papers).toBe(before + 1)
  })
})

test('a terminal that loses its power under a resident offers what was typed to the staff, and to nobody else', async () => {
  const host = await startHost(test.info().project.metadata.host as HostName)
  const application = new ResidentApplication(new ResidentScreen(host.resident))
  await application.begin('renewal')
  await application.typeForm(form)
  await application.submitForm()
  await application.hasNotMoved()
  await application.birthDate('620715')

  const after = await host.afterPowerCut()
  try {
    const resident = new ResidentScreen(after.resident)
    await resident.shows('attract')
    await resident.press((all) => all.domain.services.cardApplication.name)
    await resident.shows('applicationKind')
    await new ResidentApplication(resident).chooseKind('renewal')
    await expect(after.resident.locator('[data-stage="applicationForm"]')).not.toContainText('2026')

    const desk = new ApplicationDesk(after.staff)
    await new StaffScreen(after.staff).signIn(clerk.accountId, password)
    await desk.openPage()
    await desk.select('S-001')
    await expect(desk.list.locator('.request').filter({ hasText: 'S-001' })).toContainText(words.list.left.crash)
    await expect(desk.desk.getByLabel(words.facts.formId)).toHaveValue(form)
    await expect(desk.desk.getByLabel(words.facts.birthDate)).toHaveValue('1987-07-15')
    await expect(desk.desk).toContainText(words.stages.left.title)
  } finally {
    await after.close()
  }
})

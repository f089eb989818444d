import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ApplicationDesk } from '../../../tests/e2e/support/application-desk.ts'
import { Film } from '../../../tests/e2e/support/film.ts'
import { startHost, type KioskHost } from '../../../tests/e2e/support/kiosk-host.ts'
import { ResidentApplication } from '../../../tests/e2e/support/resident-application.ts'
import { ResidentScreen } from '../../../tests/e2e/support/resident-screen.ts'
import { StaffScreen } from '../../../tests/e2e/support/staff-screen.ts'
import { clerk, password } from '../../../tests/fixtures/kiosk/staff-accounts.ts'
import { out, run } from '../project.ts'
import { Album } from './album.ts'
import { inventPerson, portraits, type Person } from './person.ts'

/** 見本 花子's form (resources/applications/training-forms.json) and her birth date, 昭和62年7月15日. */
const form = '20260401000010000102001'
const birthDate = '620715'

interface Scene {
  readonly album: Album
  readonly host: KioskHost
  readonly film: Film
  readonly person: Person | null
}

/** カード交付申請 with a photo: from the resident's first touch to the packet that the issuer opens. */
export async function showApplication(): Promise<void> {
  const person = await inventPerson()
  if (person === null) {
    console.log(`No face is to be had here (${portraits.map(({ file, debian }) => `${file} of Debian's ${debian}`).join(', ')}).`)
    console.log('So there is no camera in this demo: what follows without a photo is shown, up to the paper form; not shown are photo, packet and delivery.')
  }
  const film = new Film()
  if (person !== null) film.show(person.farAway)
  const album = new Album()
  const host = await startHost('chromium', person === null ? {} : { browserFlags: film.camera })
  try {
    const scene = { album, host, film, person }
    const number = await atTheScreen(scene)
    await atTheDesk(scene, number)
    await keepPapers(scene)
    openedByTheIssuer(scene)
    const reached = person === null ? 'left to the staff, who take the photo' : 'received, packed, opened by the issuer'
    console.log(`\nA resident applied for a card: ${number}, ${reached}. Everything is in ${album.folder}`)
  } finally {
    await host.close()
    film.close()
  }
}

async function atTheScreen({ album, host, film, person }: Scene): Promise<string> {
  const page = host.resident
  const resident = new ResidentScreen(page)
  const application = new ResidentApplication(resident)
  album.chapter('住民側 (resident screen)')
  await resident.shows('attract')
  await album.picture(page, 'resident-attract', 'what can be done here')
  await resident.press((words) => words.domain.services.cardApplication.name)
  await resident.shows('applicationKind')
  await album.picture(page, 'resident-kind', 'why a new card')
  await application.chooseKind('renewal')
  await application.typeForm(form)
  await album.picture(page, 'resident-form', '申請書ID, from the QR code or typed')
  await application.submitForm()
  await resident.shows('applicationMoved')
  await album.picture(page, 'resident-moved', 'a form from before a move is void')
  await application.hasNotMoved()
  await application.type(birthDate)
  await album.picture(page, 'resident-birth-date', 'the birth date as people write it')
  await resident.press((words) => words.screens.application.birthDate.next)
  await album.picture(page, 'resident-wishes', 'certificates, braille, 旧氏')
  await application.wishes()
  await album.picture(page, 'resident-collection', 'how the card comes')
  await application.collection('atDelivery')
  if (person === null) {
    await application.hasNoCamera()
    await album.picture(page, 'resident-no-camera', 'no camera: it goes on all the same')
    await application.withoutPhoto()
  } else {
    await application.isTold((words) => words.screens.application.photo.guidance.tooFar)
    await album.picture(page, 'resident-photo-far', 'one thing at a time: come nearer')
    await application.back()
    film.show(person.ready)
    await application.collection('atDelivery')
    await application.isTold((words) => words.screens.application.photo.ready)
    await album.picture(page, 'resident-photo-ready', 'all is well: the photo can be taken')
    await application.shoot()
    await album.picture(page, 'resident-photo-taken', 'taken, cut to 35×45, and nothing against it')
    await application.usePhoto()
    await album.picture(page, 'resident-photo-asked', 'what no machine can tell is left to a clerk')
    await application.photoAsked()
  }
  await album.picture(page, 'resident-confirm', 'what is applied for')
  const number = await application.submit()
  await album.picture(page, 'resident-slip', `the application is in: ${number}, and what happens next`)
  await application.finish()
  await album.picture(page, 'resident-forgotten', 'the resident side has forgotten everything')
  return number
}

async function atTheDesk({ album, host, person }: Scene, number: string): Promise<void> {
  const page = host.staff
  const desk = new ApplicationDesk(page)
  album.chapter('職員側 (staff screen)')
  await new StaffScreen(page).signIn(clerk.accountId, password)
  await desk.openPage()
  await desk.select(number)
  if (person === null) {
    await album.picture(page, 'staff-application', 'what is there, and that the photo is missing')
    await desk.lookAtPaper('printForm')
    await album.picture(page, 'staff-form', '個人番号カード交付申請書')
    await desk.printPaper()
    return
  }
  await desk.photoShown()
  await album.picture(page, 'staff-application', 'the application, its photo, and what is still missing')
  await desk.findPerson('見本　花子', 'S62.7.15')
  await album.picture(page, 'staff-link', 'whose application it is, by the resident record')
  await desk.linkPerson()
  await desk.askPhoto()
  await album.picture(page, 'staff-photo', 'what no machine can tell: hat, mask, hair, a photo of a photo')
  await desk.answerPhoto('yes')
  await desk.lookAtPaper('printForm')
  await album.picture(page, 'staff-form', '個人番号カード交付申請書')
  await desk.printPaper()
  await desk.lookAtPaper('printPhoto')
  await album.picture(page, 'staff-photo-sheet', 'the photo in its true size, for paper forms')
  await desk.printPaper()
  await desk.receive()
  await album.picture(page, 'staff-received', '申請受付')
  await desk.makePacket()
  await album.picture(page, 'staff-packet', 'one signed, encrypted file for the issuer')
  await desk.handOverPacket()
  await desk.turnTo('applications')
  await desk.select(number)
  for (const step of ['shipped', 'prepared', 'notified'] as const) await desk.step(step)
  await album.picture(page, 'staff-notified', '発送, 交付前設定, 交付通知: each on its day')
  await desk.turnTo('statistics')
  await desk.countersShown()
  await album.picture(page, 'staff-statistics', 'the four counters, their averages, the chart')
}

async function keepPapers({ album, host }: Scene): Promise<void> {
  album.chapter('紙 (papers)')
  const folder = join(host.dataFolder, 'papers')
  const sheets = ['application-form', 'photo-sheet']
  const printedAt = (file: string): number => statSync(join(folder, file)).mtimeMs
  for (const file of readdirSync(folder).sort((one, other) => printedAt(one) - printedAt(other))) {
    const ending = file.slice(file.lastIndexOf('.'))
    const name = ending === '.pdf' ? (sheets.shift() ?? 'paper') : 'reception-slip'
    const kept = album.keep(join(folder, file), `${name}${ending}`, file)
    if (ending === '.pdf' && (await run('pdftoppm', ['-png', '-r', '110', kept, join(album.folder, name)])) !== 0) throw new Error(`${name} could not be drawn`)
  }
}

/** As the issuer does it, on the command line: the packet's signature first, then each application and photo, once. */
function openedByTheIssuer({ album, host, person }: Scene): void {
  if (person === null) return
  album.chapter('発行元 (issuer)')
  const [packet] = readdirSync(join(host.dataFolder, 'packets')).filter((name) => name.endsWith('.mdgp'))
  if (packet === undefined) throw new Error('there is no packet')
  const file = album.keep(join(host.dataFolder, 'packets', packet), packet, 'the packet')
  const folder = join(album.folder, 'opened')
  madoguchi(['packet', 'verify', file])
  madoguchi(['packet', 'open', file, '--key', out('training', 'pki', 'packet-issuer.key.pem'), '--out', folder])
  const photo = readdirSync(folder).find((name) => name.endsWith('.jpg'))
  if (photo === undefined) throw new Error('the packet has no photo in it')
  album.keep(join(folder, photo), 'photo.jpg', `the photo, as the issuer gets it (${basename(photo)})`)
}

function madoguchi(words: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [out('main', 'cli.js'), ...words], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`madoguchi ${words.join(' ')} ended with ${String(status)}: ${stderr}`)
  console.log(`  $ madoguchi ${words.slice(0, 2).join(' ')} …`)
  for (const line of stdout.trimEnd().split('\n')) console.log(`    ${line}`)
}

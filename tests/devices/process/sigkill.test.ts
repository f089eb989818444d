import { createPublicKey } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { verifyPdf } from '../../../src-main/documents/verification/verify-document.ts'
import type { RequestRow, RequestState } from '../../../src-preload/contract.ts'
import { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import { KioskProcess, root } from '../../fixtures/kiosk/kiosk-process.ts'
import { addStaff, clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'

const kills = 100

/** Whose card, and a word that only that household's paper has. */
const people = [
  { profile: 'adult', marks: ['見本　花子'] },
  { profile: 'eight', marks: ['大家　一'] },
  { profile: 'single', marks: ['独　静香'] },
] as const

const order: RequestState[] = ['received', 'printing', 'uncertain', 'printed', 'paid', 'handedOver', 'voided']

/** What this side of the glass was told, and may therefore rely on. */
interface Known {
  readonly profile: string
  atLeast: RequestState
  /** How often somebody pressed print, or said that nothing had come out. */
  asked: number
}

class Counter {
  readonly requests = new Map<string, Known>()
  /** Whose card was on the reader when the request was made; a request that nobody was told of belongs to it. */
  #atReader = ''

  async resident(resident: GlassClient<'resident'>, training: GlassClient<'training'>, profile: string): Promise<void> {
    this.#atReader = profile
    await training.dispatch({ type: 'removeCard' })
    await resident.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })
    await resident.dispatch({ type: 'next' })
    await training.dispatch({ type: 'insertCard', profile })
    if (!(await resident.waitFor(({ screen }) => screen.kind === 'enterPin'))) return
    for (const digit of '1234') await resident.dispatch({ type: 'pinDigit', digit })
    await resident.dispatch({ type: 'pinSubmit' })
    if (!(await resident.waitFor(({ screen }) => screen.kind === 'confirm'))) return
    await resident.dispatch({ type: 'confirm' })
    if (!(await resident.waitFor(({ screen }) => screen.kind === 'slip'))) return
    await resident.dispatch({ type: 'next' })
    await resident.waitFor(({ screen }) => screen.kind === 'attract')
  }

  note(rows: readonly RequestRow[]): void {
    for (const row of rows) {
      const known = this.requests.get(row.requestId)
      if (!known) this.requests.set(row.requestId, { profile: this.#atReader, atLeast: row.state, asked: 0 })
    }
  }

  async staff(staff: GlassClient<'staff'>): Promise<void> {
    for (const row of staff.snapshot.requests) {
      const known = this.requests.get(row.requestId)
      if (!known) continue
      const { requestId } = row
      if (row.state === 'received') {
        known.asked += 1
        await this.#told(staff, known, { type: 'print', requestId }, 'printed')
      } else if (row.state === 'uncertain') {
        const paperCameOut = Math.random() < 0.5
        await staff.dispatch({ type: 'resolveUncertain', requestId, paperCameOut })
      } else if (row.state === 'printed') await this.#told(staff, known, { type: 'takeFee', requestId, receivedYen: 1000 }, 'paid')
      else if (row.state === 'paid') await this.#told(staff, known, { type: 'handOver', requestId }, 'handedOver')
    }
  }

  async #told(staff: GlassClient<'staff'>, known: Known, event: Parameters<GlassClient<'staff'>['dispatch']>[0], state: RequestState): Promise<void> {
    const reply = await staff.dispatch(event)
    if (reply.ok && order.indexOf(state) > order.indexOf(known.atLeast)) known.atLeast = state
  }
}

async function life(dataFolder: string, counter: Counter, milliseconds: number | null): Promise<void> {
  const kiosk = await KioskProcess.start(dataFolder)
  const state = { over: milliseconds === null }
  const killed = (async () => {
    if (milliseconds === null) return
    await pause(milliseconds)
    state.over = true
    await kiosk.kill()
  })()
  const staff = await GlassClient.open('staff', kiosk.addresses.staff)
  const resident = await GlassClient.open('resident', kiosk.addresses.resident)
  const training = await GlassClient.open('training', kiosk.addresses.training)
  if (staff && resident && training) {
    await staff.dispatch({ type: 'signIn', accountId: clerk.accountId, password })
    const opened = await staff.waitFor(({ session }) => session.state === 'signedIn')
    if (opened) {
      counter.note(staff.snapshot.requests)
      let turn = 0
      do {
        const person = people[turn % people.length] ?? people[0]
        turn += 1
        await counter.staff(staff)
        await counter.resident(resident, training, person.profile)
        if (!staff.lost) counter.note(staff.snapshot.requests)
      } while (!state.over)
      if (milliseconds === null) await counter.staff(staff)
    }
  }
  await killed
  if (milliseconds === null) await kiosk.stop()
}

it(
  `${kills} power cuts at random moments lose nothing, print nothing twice unasked, and hand nobody another person's paper`,
  { timeout: 1_500_000 },
  async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-sigkill-'))
    try {
      addStaff(dataFolder)
      const counter = new Counter()
      for (let kill = 0; kill < kills; kill += 1) await life(dataFolder, counter, 300 + Math.random() * 1500)
      await life(dataFolder, counter, null)

      const audit = spawnSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), '--data', dataFolder, '--json', 'audit', 'verify'], { encoding: 'utf8' })
      expect(audit.stderr + audit.stdout).toContain('"ok":true')
      expect(audit.status).toBe(0)

      const kiosk = await KioskProcess.start(dataFolder)
      const staff = await GlassClient.open('staff', kiosk.addresses.staff)
      await staff?.dispatch({ type: 'signIn', accountId: clerk.accountId, password })
      const rows = (await staff?.waitFor(({ session }) => session.state === 'signedIn'))?.requests ?? []
      staff?.close()
      await kiosk.stop()

      const byId = new Map(rows.map((row) => [row.requestId, row]))
      for (const [requestId, known] of counter.requests) {
        const row = byId.get(requestId)
        expect(row, 'a request that the staff had seen is still there').toBeDefined()
        if (row) expect(order.indexOf(row.state)).toBeGreaterThanOrEqual(order.indexOf(known.atLeast))
      }
      const numbers = rows.map((row) => row.number)
      expect(new Set(numbers).size).toBe(numbers.length)

      const publicKey = createPublicKey(readFileSync(join(root, 'out', 'training', 'pki', 'city-signing.pub.pem')))
      const papers = join(dataFolder, 'papers')
      const printed = new Map<string, number>()
      for (const name of existsSync(papers) ? readdirSync(papers).filter((file) => file.endsWith('.pdf')) : []) {
        const verified = await verifyPdf(readFileSync(join(papers, name)), [{ keyId: 'training', publicKey }])
        // A power cut may leave half a sheet; what is whole must be the right one.
        if (!verified.ok) continue
        const known = counter.requests.get(verified.value.requestId)
        expect(known, 'a paper belongs to a request').toBeDefined()
        const marks = people.find(({ profile }) => profile === known?.profile)?.marks ?? []
        for (const mark of marks) expect(JSON.stringify(verified.value.sheets)).toContain(mark)
        printed.set(verified.value.requestId, (printed.get(verified.value.requestId) ?? 0) + 1)
      }
      for (const [requestId, times] of printed) expect(times).toBeLessThanOrEqual(counter.requests.get(requestId)?.asked ?? 0)
      expect(printed.size).toBeGreaterThan(10)
    } finally {
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
)

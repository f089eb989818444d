import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { systemClock } from '../../../src-main/clock.ts'
import { composeStore } from '../../../src-main/composition/store.ts'
import { auditOf } from '../../fixtures/kiosk/audit-of.ts'
import { trainingSettings } from '../../fixtures/kiosk/configuration-file.ts'
import { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import { KioskProcess } from '../../fixtures/kiosk/kiosk-process.ts'
import { Durations, PowerCut, type Moment } from '../../fixtures/kiosk/power-cut.ts'
import { addStaff, clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'
import { Tray } from '../../fixtures/kiosk/tray.ts'
import { value } from '../../fixtures/pcscd/reader-states.ts'
import { CounterInDanger, reached } from './counter-in-danger.ts'

/** Where the power is cut, and how often: most where a record or a paper is being made. */
const plan = {
  starting: 8,
  'reading the card': 4,
  'proving the card': 6,
  receiving: 28,
  printing: 22,
  'a paper coming out': 10,
  'taking the fee': 14,
  'handing over': 8,
} satisfies Partial<Record<Moment | 'a paper coming out', number>>
type Planned = keyof typeof plan
const kills = Object.values(plan).reduce((sum, times) => sum + times, 0)

function shuffled<T>(values: readonly T[]): T[] {
  return values.map((each) => ({ each, at: Math.random() })).sort((one, other) => one.at - other.at).map(({ each }) => each)
}

/** Counts of things by name. */
class Tally {
  readonly #counts = new Map<string, number>()

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  toString(): string {
    return [...this.#counts].map(([name, count]) => `${name} ${count}`).join(', ')
  }
}

let dataFolder: string
let kiosk: KioskProcess | null = null

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'madoguchi-sigkill-'))
})

afterEach(async () => {
  if (kiosk && !kiosk.hasEnded) await kiosk.kill()
  rmSync(dataFolder, { recursive: true, force: true })
})

it(`${kills} power cuts in all moments lose nothing, print nothing twice unasked, and give nobody another person's paper`, { timeout: 1_500_000 }, async () => {
  await addStaff(dataFolder)
  const tray = new Tray(dataFolder)
  const counter = new CounterInDanger(tray)
  const durations = new Durations()
  const hits = new Tally()
  const found = new Tally()

  /** One life of the kiosk, to its violent end; or, without one, until nothing waits any more. */
  const live = async (planned: Exclude<Planned, 'starting'> | null): Promise<void> => {
    const began = performance.now()
    const running = await KioskProcess.start(dataFolder)
    kiosk = running
    durations.note('starting', performance.now() - began)
    const cut = new PowerCut(running, planned === 'a paper coming out' ? { during: 'printing', folder: join(dataFolder, 'papers') } : planned, durations)
    const [staff, resident, training] = await Promise.all([
      GlassClient.open('staff', running.addresses.staff),
      GlassClient.open('resident', running.addresses.resident),
      GlassClient.open('training', running.addresses.training),
    ])
    if (!staff || !resident || !training) throw new Error(`the kiosk let nobody in: ${running.complaints}`)
    await staff.dispatch({ type: 'signIn', accountId: clerk.accountId, password })
    await staff.waitFor(({ session }) => session.state === 'signedIn')
    const sides = { staff, resident, training, cut }
    expect(counter.note(staff.snapshot.requests), 'numbers that residents hold').toEqual([])
    for (const { requestId, state } of staff.snapshot.requests) {
      expect(reached(state, counter.requests.get(requestId)?.atLeast ?? 'received'), `${state} after what was acknowledged`).toBe(true)
      if (state === 'uncertain') found.add((await tray.papersOf(requestId)) > 0 ? 'paper in the tray, word lost' : 'no paper')
    }
    for (let round = 0; planned === null ? round < 8 : cut.hit === null; round += 1) {
      await counter.serve(sides)
      if (planned !== null || counter.requests.size === 0) await counter.visit(sides)
      if (!staff.lost) counter.note(staff.snapshot.requests)
    }
    await cut.over()
    if (cut.hit !== null) hits.add(cut.hit)
    // Its last words: a bug would be among them.
    expect(running.complaints).toBe('')
    if (planned === null) expect(await running.stop()).toEqual({ status: 0, stderr: '' })
  }

  // First undisturbed: how long everything takes here.
  await live(null)
  for (const moment of shuffled(Object.entries(plan).flatMap(([name, times]) => Array.from({ length: times }, () => name as Planned)))) {
    if (moment === 'starting') {
      await KioskProcess.startAndKill(dataFolder, durations.instantIn(moment))
      hits.add(moment)
    } else await live(moment)
  }
  await live(null)

  console.log(`${hits.total} power cuts while: ${hits.toString()}. Prints in doubt after a start: ${found.toString()}. Requests: ${counter.requests.size}.`)
  expect(hits.total).toBe(kills)
  expect(hits.of('receiving')).toBeGreaterThan(0)
  expect(hits.of('printing')).toBeGreaterThan(0)
  expect(found.total).toBeGreaterThan(0)

  const { entries } = auditOf(dataFolder)
  expect(entries.map(({ event }) => event.type)).not.toContain('internal-error')
  const begun = new Tally()
  for (const { event } of entries) if (event.type === 'print-begin') begun.add(String(event.requestId))

  // Nothing came in that nobody asked for, and everybody has exactly one paper, their own.
  expect(counter.requests.size).toBeLessThanOrEqual(counter.confirmed)
  const papers = await tray.papers()
  for (const paper of papers) expect(counter.requests.has(paper.requestId), 'a paper belongs to a request').toBe(true)
  const { store } = value(composeStore({ ...trainingSettings(), dataFolder }, systemClock, undefined))
  try {
    const certificateNumbers = new Set<string>()
    for (const [requestId, { person, asked }] of counter.requests) {
      expect(value(store.queue.get(requestId)).state).toBe('handedOver')
      expect(value(store.queue.openPersonal(requestId)).applicantName).toBe(person.applicant)
      const own = papers.filter((paper) => paper.requestId === requestId)
      expect(own).toHaveLength(1)
      expect(own.flatMap(({ sheets }) => sheets.flatMap(({ persons }) => persons.map(({ name }) => name)))).toEqual(person.household)
      expect(begun.of(requestId), 'prints begun for each time somebody pressed print').toBeLessThanOrEqual(asked)
      certificateNumbers.add(own[0]?.certificateNumber ?? '')
    }
    expect(certificateNumbers.size).toBe(counter.requests.size)
  } finally {
    store.close()
  }
})

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditOf } from '../../fixtures/kiosk/audit-of.ts'
import type { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import { hostileFrame } from '../../fixtures/kiosk/hostile-frames.ts'
import { ClerkHand, ResidentHand } from '../../fixtures/kiosk/screens.ts'
import { TrainingHouse } from '../../fixtures/kiosk/training-house.ts'

const frames = 10_000
const burst = 200

let house: TrainingHouse

beforeEach(async () => {
  house = await TrainingHouse.open()
})

afterEach(() => house.dispose())

/** Sends in bursts; after each, an honest message proves that all before it has been taken in. */
async function flood(glass: GlassClient<'resident'> | GlassClient<'staff'>, messages: readonly (string | Uint8Array)[]): Promise<void> {
  const honest = { kind: 'dispatch', event: { type: glass.snapshot.side === 'resident' ? 'touch' : 'active' } }
  for (let at = 0; at < messages.length; at += burst) {
    await Promise.all(messages.slice(at, at + burst).map((frame) => glass.sendFrame(frame)))
    expect(await glass.ask(honest)).toMatchObject({ ok: true })
  }
}

test(`${frames} random frames from pages that are let in: the kiosk lives, is at its start, and has counted in its log what it refused`, { timeout: 600_000 }, async () => {
  const messages = fc.sample(hostileFrame, { numRuns: frames })
  await Promise.all([flood(house.resident.glass, messages.slice(0, frames / 2)), flood(house.staff.glass, messages.slice(frames / 2))])

  expect(house.kiosk.hasEnded).toBe(false)
  expect(house.kiosk.complaints).toBe('')
  await house.resident.leaves()
  await house.staff.signsIn()
  expect(house.staff.glass.snapshot).toMatchObject({ requests: [], halted: false })
  await house.staff.seesState(await house.visit(), 'received')

  expect(await house.kiosk.stop()).toMatchObject({ status: 0 })
  const { entries } = auditOf(house.dataFolder)
  expect(entries.map(({ event }) => event.type)).not.toContain('internal-error')
  const refused = entries.filter(({ event }) => event.type === 'message-refused')
  expect(refused.reduce((sum, { event }) => sum + Number(event.times), 0)).toBeGreaterThan(frames / 4)
  // Counted, not listed: a page gone mad does not fill the disk.
  expect(refused.length).toBeLessThan(frames / 10)
})

test('a frame larger than any honest message costs the page its connection, and nothing else', async () => {
  const huge = 'x'.repeat(1024 * 1024)
  for (const glass of [house.resident.glass, house.staff.glass]) {
    // The connection may break while the frame is still on its way.
    await glass.sendFrame(huge).catch(() => undefined)
    await glass.waitFor(() => false)
    expect(glass.lost).toBe(true)
  }
  const resident = new ResidentHand(await house.resident.glass.reconnected())
  await resident.sees('attract')
  const staff = new ClerkHand(await house.staff.glass.reconnected())
  // Nobody was at the screen for a moment: whoever comes must show who they are.
  expect(staff.glass.snapshot.session.state).toBe('locked')
  await staff.signsIn()
  expect(house.kiosk.complaints).toBe('')
  resident.glass.close()
  staff.glass.close()
})

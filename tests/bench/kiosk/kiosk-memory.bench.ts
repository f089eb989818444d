import type { RequestState } from '../../../src-preload/contract.ts'
import type { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import { clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'
import type { BenchRow } from '../bench-row.ts'
import { done, openGlass, there, withKiosk } from './bench-kiosk.ts'
import { peakMemory } from './process-memory.ts'

const certificates = 50

/** 見本花子, one of the family of four. */
const profile = 'adult'

async function ask(resident: GlassClient<'resident'>, training: GlassClient<'training'>): Promise<void> {
  await done(resident.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' }))
  await done(resident.dispatch({ type: 'next' }))
  await done(training.dispatch({ type: 'insertCard', profile }))
  there(await resident.waitFor(({ screen }) => screen.kind === 'enterPin'))
  for (const digit of '1234') await done(resident.dispatch({ type: 'pinDigit', digit }))
  await done(resident.dispatch({ type: 'pinSubmit' }))
  there(await resident.waitFor(({ screen }) => screen.kind === 'confirm'))
  await done(resident.dispatch({ type: 'confirm' }))
  there(await resident.waitFor(({ screen }) => screen.kind === 'slip'))
  await done(training.dispatch({ type: 'removeCard' }))
  await done(resident.dispatch({ type: 'next' }))
  there(await resident.waitFor(({ screen }) => screen.kind === 'attract'))
}

/** As the staff page does it: opens the request, looks at the paper, prints, takes the fee, hands over. */
async function serve(staff: GlassClient<'staff'>, served: Set<string>): Promise<void> {
  const row = there(await staff.waitFor(({ requests }) => requests.some(({ requestId }) => !served.has(requestId)))).requests.find((each) => !served.has(each.requestId))
  const { requestId, fee } = there(row ?? null)
  served.add(requestId)
  const reaches = async (state: RequestState): Promise<void> => {
    there(await staff.waitFor(({ requests }) => requests.some((each) => each.requestId === requestId && each.state === state)))
  }
  await done(staff.ask({ kind: 'query', query: { type: 'requestDetail', requestId } }))
  await done(staff.ask({ kind: 'query', query: { type: 'preview', requestId } }))
  await done(staff.dispatch({ type: 'print', requestId }))
  await reaches('printed')
  await done(staff.dispatch({ type: 'takeFee', requestId, receivedYen: fee }))
  await reaches('paid')
  await done(staff.dispatch({ type: 'handOver', requestId }))
  await reaches('handedOver')
}

/**
 * Peak resident memory of the shipped kiosk process after 50 certificates for a family of four, each through
 * the whole flow: card, PIN, slip, preview, print, fee receipt, hand-over. Baseline: the same process, idle.
 */
export function benchKioskMemory(): Promise<BenchRow[]> {
  return withKiosk(async (kiosk) => {
    const resident = await openGlass(kiosk, 'resident')
    const staff = await openGlass(kiosk, 'staff')
    const training = await openGlass(kiosk, 'training')
    const idle = peakMemory(kiosk.pid)
    await done(staff.dispatch({ type: 'signIn', accountId: clerk.accountId, password }))
    const served = new Set<string>()
    for (let count = 0; count < certificates; count += 1) {
      await ask(resident, training)
      await serve(staff, served)
    }
    const peak = peakMemory(kiosk.pid)
    return [
      {
        name: `kiosk process, peak memory after ${certificates} certificates for a family of four`,
        median: peak,
        unit: 'MB',
        baseline: `the same process idle, ${Math.round(idle)} MB`,
        ratio: peak / idle,
        goal: { figure: 'median', atMost: 350 },
      },
    ]
  })
}

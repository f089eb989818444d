import type { ResidentEvent } from '../../../src-preload/contract.ts'
import type { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import type { BenchRow } from '../bench-row.ts'
import { slope } from '../figures.ts'
import { done, openGlass, there, withKiosk } from './bench-kiosk.ts'
import { residentMemory } from './process-memory.ts'

const events = 2000
/** Until caches are full and the young generation of the heap has grown to its size. */
const warmUpEvents = 2000

const choosing: readonly ResidentEvent[] = [
  { type: 'chooseService', service: 'residentRecordHousehold' },
  { type: 'setOption', option: 'relationship', wanted: true },
  { type: 'setOption', option: 'relationship', wanted: false },
  { type: 'setCopies', copies: 2 },
  { type: 'setDisplay', display: { largeText: true } },
  { type: 'setLanguage', language: 'en' },
  { type: 'touch' },
  { type: 'next' },
]
const entering: readonly ResidentEvent[] = [
  { type: 'pinDigit', digit: '1' },
  { type: 'pinDigit', digit: '2' },
  { type: 'pinErase' },
  { type: 'pinDigit', digit: '3' },
  { type: 'pinErase' },
  { type: 'pinErase' },
  { type: 'stop' },
]

/** A resident who chooses, places a card, enters half a PIN and goes away. Resolves with the number of events. */
async function visit(resident: GlassClient<'resident'>, training: GlassClient<'training'>): Promise<number> {
  for (const event of choosing) await done(resident.dispatch(event))
  await done(training.dispatch({ type: 'insertCard', profile: 'adult' }))
  there(await resident.waitFor(({ screen }) => screen.kind === 'enterPin'))
  for (const event of entering) await done(resident.dispatch(event))
  await done(training.dispatch({ type: 'removeCard' }))
  there(await resident.waitFor(({ screen }) => screen.kind === 'attract'))
  return choosing.length + entering.length
}

/** Growth of the kiosk's resident memory over 2,000 resident events: the straight line through one sample a visit. */
export function benchKioskSoak(): Promise<BenchRow[]> {
  return withKiosk(async (kiosk) => {
    const resident = await openGlass(kiosk, 'resident')
    const training = await openGlass(kiosk, 'training')
    for (let sent = 0; sent < warmUpEvents; ) sent += await visit(resident, training)
    const warm = residentMemory(kiosk.pid)
    const samples: number[] = []
    for (let sent = 0; sent < events; ) {
      sent += await visit(resident, training)
      samples.push(residentMemory(kiosk.pid))
    }
    const growth = slope(samples) * samples.length
    return [
      {
        name: `kiosk process, growth over ${events} resident events`,
        median: (growth / warm) * 100,
        unit: '%',
        baseline: `the same process after ${warmUpEvents} events, ${Math.round(warm)} MB`,
        ratio: (warm + growth) / warm,
        goal: { figure: 'median', atMost: 5 },
      },
    ]
  })
}

import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DeviceView, FailureCode } from '../../../src-preload/contract.ts'
import { auditOf } from '../../fixtures/kiosk/audit-of.ts'
import { supervisor } from '../../fixtures/kiosk/staff-accounts.ts'
import { TrainingHouse } from '../../fixtures/kiosk/training-house.ts'

/** All in the life of one kiosk, which is at its start again after each. */
describe('one kiosk and what others give it', () => {
  let house: TrainingHouse
  const at = (name: string): string => join(house.folder, name)

  beforeAll(async () => {
    house = await TrainingHouse.open({
      furnish: ({ folder, settings }) => {
        const own = (file: string, name: string): string => {
          cpSync(file, join(folder, name))
          return join(folder, name)
        }
        const { residents, certificateStatus } = settings
        mkdirSync(join(folder, 'lists'))
        const list = (file: string): string => own(file, join('lists', basename(file)))
        return {
          ...settings,
          residents: { ...residents, file: own(residents.file, 'registry.sqlite') },
          certificateStatus: {
            ...certificateStatus,
            sources: certificateStatus.sources.map((source) => (source.driver === 'crl-file' ? { ...source, crls: source.crls.map(list) } : source)),
          },
        }
      },
    })
    // A supervisor sees why a record gave trouble.
    await house.staff.signsIn(supervisor.accountId)
  })

  afterEach(async () => {
    await house.resident.leaves()
    await house.takeCardOff()
    expect(house.kiosk.hasEnded).toBe(false)
    expect(house.kiosk.complaints).toBe('')
  })

  afterAll(async () => {
    try {
      expect(auditOf(house.dataFolder).entries.map(({ event }) => event.type)).not.toContain('internal-error')
      expect(await house.kiosk.stop()).toEqual({ status: 0, stderr: '' })
    } finally {
      await house.dispose()
    }
  })

  const troubles: readonly { what: string; upset: () => void; settle: () => void; light: DeviceView['device']; lit: FailureCode; code: FailureCode; next: 'again' | 'staff' }[] = [
    {
      what: 'the resident registry is taken away',
      upset: () => renameSync(at('registry.sqlite'), at('registry.away')),
      settle: () => renameSync(at('registry.away'), at('registry.sqlite')),
      light: 'registry',
      lit: 'REGISTRY-UNAVAILABLE',
      code: 'REGISTRY-UNAVAILABLE',
      next: 'again',
    },
    {
      what: 'the resident registry becomes something else',
      upset: () => {
        renameSync(at('registry.sqlite'), at('registry.away'))
        writeFileSync(at('registry.sqlite'), 'no database '.repeat(1000))
      },
      settle: () => renameSync(at('registry.away'), at('registry.sqlite')),
      light: 'registry',
      lit: 'REGISTRY-UNAVAILABLE',
      code: 'REGISTRY-UNAVAILABLE',
      next: 'again',
    },
    {
      what: 'the revocation list is taken away',
      upset: () => renameSync(at('lists'), at('lists.away')),
      settle: () => renameSync(at('lists.away'), at('lists')),
      light: 'certificateStatus',
      lit: 'CERT-UNREACHABLE',
      code: 'CERT-UNREACHABLE',
      next: 'again',
    },
    {
      what: 'the revocation list is damaged',
      upset: () => {
        renameSync(at('lists'), at('lists.away'))
        mkdirSync(at('lists'))
        for (const name of readdirSync(at('lists.away'))) writeFileSync(join(at('lists'), name), Buffer.from('30820010020101', 'hex'))
      },
      settle: () => {
        rmSync(at('lists'), { recursive: true })
        renameSync(at('lists.away'), at('lists'))
      },
      light: 'certificateStatus',
      lit: 'CERT-UNREACHABLE',
      code: 'CERT-UNKNOWN',
      next: 'staff',
    },
  ]

  test.each(troubles)('$what: the screens say so, and it needs no restart', async ({ upset, settle, light, lit, code, next }) => {
    await house.resident.asksForRecord()
    await house.place('single')
    await house.resident.sees('enterPin')
    upset()
    await house.staff.seesLight(light, lit)
    await house.resident.entersPin()
    expect(await house.resident.failed(code)).toMatchObject({ next })
    settle()
    await house.staff.seesLight(light, null)
    await house.resident.does({ type: 'next' })
    if (next === 'staff') await house.resident.asksForRecord()
    await house.resident.goesOnToSlip()
  })

  test('a record has a hole: a sentence that says nothing to the resident, the reason to the staff', async () => {
    await house.resident.asksForRecord()
    await house.place('incomplete')
    await house.resident.entersPin()
    expect(await house.resident.failed('RESIDENT-BLOCKED')).toMatchObject({ next: 'staff' })
    await house.staff.sees('the true reason', ({ resident, alerts }) => resident.failure === 'RESIDENT-INCOMPLETE' && alerts.some(({ kind, failure }) => kind === 'recordProblem' && failure === 'RESIDENT-INCOMPLETE'))
    expect(JSON.stringify(house.resident.glass.snapshot)).not.toContain('INCOMPLETE')
  })

  test('a card speaks garbage, and the next one is read', async () => {
    await house.resident.asksForRecord()
    await house.place('garbage')
    expect((await house.resident.sees('failed')).failure).toMatch(/^CARD-/)
    await house.takeCardOff()
    await house.resident.sees('failed', ({ cardPresent }) => !cardPresent)
    await house.resident.leaves()
    await house.visit()
  })

  test.each(['mute', 'vanishing'])('a card is %s, and the next one is read', async (profile) => {
    await house.resident.asksForRecord()
    await house.place(profile)
    // It may have enough answers in it to come to the PIN.
    const { screen } = (await house.resident.glass.waitFor(({ screen: { kind } }) => kind === 'failed' || kind === 'enterPin')) ?? house.resident.glass.snapshot
    if (screen.kind === 'enterPin') await house.resident.entersPin()
    expect((await house.resident.sees('failed')).failure).toMatch(/^CARD-(TIMEOUT|REMOVED)$/)
    await house.resident.leaves()
    await house.takeCardOff()
    await house.visit()
  })
})

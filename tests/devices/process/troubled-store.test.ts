import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../fixtures/kiosk/audit-of.ts'
import { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import { KioskProcess } from '../../fixtures/kiosk/kiosk-process.ts'
import { ClerkHand } from '../../fixtures/kiosk/screens.ts'
import { addStaff } from '../../fixtures/kiosk/staff-accounts.ts'
import { TrainingHouse } from '../../fixtures/kiosk/training-house.ts'
import { refusingDisk, smallDisk } from '../../fixtures/kiosk/troubled-disks.ts'
import { mountNamespace } from '../../fixtures/mount-namespace.ts'

const namespace = mountNamespace()
if (namespace === null) console.warn('This machine allows no mount namespace: the full disk is not covered by this run, only the one that refuses writes.')

describe.each([...(namespace === null ? [] : [smallDisk(namespace)]), refusingDisk()])('a disk that $what while a resident confirms', (disk) => {
  let house: TrainingHouse

  afterEach(() => house.dispose())

  test('is told on both screens and loses nothing; the terminal closes, and opens by itself when the disk is well', async () => {
    house = await TrainingHouse.open(disk.options)
    const { resident, staff } = house
    const first = await house.visit('single')
    const { requestId } = await staff.seesState(first, 'received')
    await resident.asksForRecord()
    await house.place('adult')
    await resident.entersPin()
    await resident.sees('confirm')

    disk.upset(house)
    await resident.does({ type: 'confirm' })
    expect(await resident.failed(disk.code)).toMatchObject({ next: 'staff' })
    await resident.does({ type: 'stop' })
    await resident.sees('outOfService', ({ failure }) => failure === disk.code)
    await staff.seesLight('store', disk.code)
    expect(staff.glass.snapshot.requests.map(({ number, state }) => ({ number, state }))).toEqual([{ number: first, state: 'received' }])
    await staff.isRefused({ type: 'print', requestId }, disk.code)
    expect(await resident.glass.dispatch({ type: 'start' })).toEqual({ ok: false, failure: { code: disk.code } })
    await house.takeCardOff()

    disk.settle(house)
    await resident.sees('attract')
    await staff.seesLight('store', null)
    await staff.does({ type: 'print', requestId })
    await staff.seesState(first, 'printed')
    const second = await house.visit('adult')
    // What was refused took no number and left no trace.
    expect(staff.glass.snapshot.requests.map(({ number }) => number)).toEqual([first, second])
    expect(second).not.toBe(first)
    expect(readdirSync(join(disk.dataFolder(house), 'papers')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
    const types = auditOf(house.dataFolder, disk.beside(house)).entries.map(({ event }) => event.type)
    expect(types.filter((type) => type === 'request-received')).toHaveLength(2)
    expect((await house.kiosk.stop()).status).toBe(0)
  })
})

describe('a store that can not be had', () => {
  let folder: string | null = null
  let house: TrainingHouse | null = null

  afterEach(async () => {
    await house?.dispose()
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
    house = folder = null
  })

  test('belongs to a kiosk that runs: the second ends with STORE-IN-USE, the first goes on', async () => {
    house = await TrainingHouse.open()
    const second = await KioskProcess.refusal(['--data', house.dataFolder])
    expect(second).toMatchObject({ status: 1, stderr: expect.stringContaining('STORE-IN-USE') as string })
    await house.staff.seesState(await house.visit(), 'received')
  })

  test('may only be read: the start ends with STORE-READ-ONLY and changes nothing; once it may be written, everything is there', async () => {
    const data = (folder = mkdtempSync(join(tmpdir(), 'madoguchi-readonly-')))
    await addStaff(data)
    const files = (): string[] => readdirSync(data).sort().map((name) => `${name} ${createHash('sha256').update(readFileSync(join(data, name))).digest('hex')}`)
    const before = files()
    const modes = (file: number, directory: number): void => {
      for (const name of readdirSync(data)) chmodSync(join(data, name), file)
      chmodSync(data, directory)
    }
    modes(0o400, 0o500)
    // Root may write whatever the permissions say, unless it has given that power up.
    const powerless = process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] : []
    expect(await KioskProcess.refusal(['--data', data], {}, powerless)).toMatchObject({ status: 1, stderr: expect.stringContaining('STORE-READ-ONLY') as string })
    expect(files()).toEqual(before)

    modes(0o600, 0o700)
    const kiosk = await KioskProcess.start(data)
    try {
      const staff = await GlassClient.open('staff', kiosk.addresses.staff)
      if (!staff) throw new Error(kiosk.complaints)
      await new ClerkHand(staff).signsIn()
    } finally {
      await kiosk.kill()
    }
  })
})

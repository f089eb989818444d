import { test } from '@playwright/test'
import { clerk, password } from '../../fixtures/kiosk/staff-accounts.ts'
import { startHost, type HostName, type KioskHost } from '../support/kiosk-host.ts'
import { expect } from '../support/patient.ts'
import { ResidentScreen } from '../support/resident-screen.ts'
import { StaffScreen } from '../support/staff-screen.ts'

let host: KioskHost

test.beforeAll(async () => {
  host = await startHost(test.info().project.metadata.host as HostName)
})

test.afterAll(() => host.close())

test('the resident’s page goes on where it was, at once and later, when what opened it is spent and gone from its address', async () => {
  const resident = new ResidentScreen(host.resident)
  await resident.page.reload()
  await resident.shows('attract')
  await resident.button(resident.words.screens.attract.start).click()
  await resident.chooseService('residentRecordHousehold')
  await expect.poll(() => new URL(resident.page.url()).hash).toBe('')
  await resident.page.reload()
  await resident.shows('chooseOptions')
})

test('the staff’s page opens again locked: whoever loads it may be somebody else', async () => {
  const staff = new StaffScreen(host.staff)
  await staff.signIn(clerk.accountId, password)
  await host.staff.reload()
  await staff.unlock(password)
})

import { expect, test } from 'vitest'
import { loadPcsc } from '../../../../src-main/card/drivers/koffi/koffi-pcsc.ts'
import { loadPcsclite } from '../../../../src-main/card/drivers/pcsclite/pcsclite-package.ts'
import { DriverUnusableError } from '../../../../src-main/card/drivers/reader-driver.ts'

test('names the npm package that is missing', async () => {
  const loading = loadPcsclite('pcsclite-that-is-not-there')
  await expect(loading).rejects.toThrow(DriverUnusableError)
  await expect(loading).rejects.toThrow('npm package pcsclite-that-is-not-there is not installed')
})

test('names the library of the system that is missing', async () => {
  const elsewhere = process.platform === 'win32' ? 'linux' : 'win32'
  const loading = loadPcsc(elsewhere)
  await expect(loading).rejects.toThrow(DriverUnusableError)
  await expect(loading).rejects.toThrow(/(?:winscard\.dll|libpcsclite\.so\.1) is missing: smart card service not installed/u)
})

test('says so on a system that has no PC/SC', async () => {
  await expect(loadPcsc('aix')).rejects.toThrow('no PC/SC on aix')
})

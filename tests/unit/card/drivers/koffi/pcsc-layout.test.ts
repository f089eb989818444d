import koffi from 'koffi'
import { expect, test } from 'vitest'
import { pcscLayout, pcscStructures } from '../../../../../src-main/card/drivers/koffi/pcsc-layout.ts'

// Offsets of SCARD_READERSTATE as a C compiler lays it out on a 64-bit system.
test.each([
  ['linux', 80, { dwCurrentState: 16, dwEventState: 24, cbAtr: 32, rgbAtr: 40 }, 16],
  ['darwin', 61, { dwCurrentState: 16, dwEventState: 20, cbAtr: 24, rgbAtr: 28 }, 8],
  ['win32', 64, { dwCurrentState: 16, dwEventState: 20, cbAtr: 24, rgbAtr: 28 }, 8],
] as const)('structures on %s have the size and the offsets of the C headers', (platform, size, offsets, ioRequestSize) => {
  const layout = pcscLayout(platform)!
  // `unsigned long` has the width of this machine's; the test is for 64-bit Linux and macOS hosts.
  const { readerState, ioRequest } = pcscStructures(koffi, layout)
  expect(koffi.sizeof(readerState)).toBe(size)
  for (const [field, offset] of Object.entries(offsets)) expect(koffi.offsetof(readerState, field)).toBe(offset)
  expect(koffi.sizeof(ioRequest)).toBe(ioRequestSize)
})

test('text functions are the ANSI ones on Windows alone', () => {
  expect(pcscLayout('win32')?.textSuffix).toBe('A')
  expect(pcscLayout('linux')?.textSuffix).toBe('')
})

test('a system without PC/SC has no layout', () => {
  expect(pcscLayout('aix')).toBeUndefined()
})

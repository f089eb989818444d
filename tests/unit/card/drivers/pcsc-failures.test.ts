import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pcscFailure } from '../../../../src-main/card/drivers/pcsc-failures.ts'

test.each([
  ['SCardConnect', 0x8010001d, 'CARD-NO-SERVICE'],
  ['SCardConnect', 0x80100009, 'CARD-NO-READER'],
  ['SCardConnect', 0x8010000b, 'CARD-READER-BUSY'],
  ['SCardConnect', 0x8010000c, 'CARD-REMOVED'],
  ['SCardConnect', 0x80100066, 'CARD-MUTE'],
  ['SCardTransmit', 0x80100069, 'CARD-REMOVED'],
  // A card reset by somebody, or not transacted: its security status is unknown.
  ['SCardTransmit', 0x80100068, 'CARD-REMOVED'],
  ['SCardTransmit', 0x80100016, 'CARD-REMOVED'],
  ['SCardTransmit', 0x80100013, 'CARD-NO-SERVICE'],
  ['SCardEstablishContext', 0x80100006, 'CARD-NO-SERVICE'],
] as const)('%s 0x%x is %s', (operation, code, failure) => {
  expect(pcscFailure(operation, code).failure.code).toBe(failure)
})

test('every code is a failure of the card, and its detail is the call and the number alone', () => {
  fc.assert(
    fc.property(fc.constantFrom('SCardConnect' as const, 'SCardTransmit' as const), fc.integer({ min: 1, max: 0xffffffff }), (operation, code) => {
      const { failure } = pcscFailure(operation, code)
      expect(failure.code).toMatch(/^CARD-/u)
      expect(failure.detail).toMatch(/^SCard\w+ 0x[0-9a-f]{8}$/u)
    }),
  )
})

import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { basicAttributesLength, parseBasicAttributes } from '../../../../src-main/card/client/records/basic-attributes.ts'
import { encodeTlv } from '../../../../src-main/training/card/chip/tlv-encoder.ts'
import { codeOf, open, opened, pin, testCard } from '../../../fixtures/card/observed-card.ts'

const field = {
  offsets: new Uint8Array(8),
  name: Buffer.from('見本　花子'),
  address: Buffer.from('架空県見本市'),
  birthDate: Buffer.from('19870715'),
  sex: Buffer.from('2'),
}

function file(changes: Partial<Record<keyof typeof field, Uint8Array | null>> = {}): Uint8Array {
  const entries = Object.entries({ ...field, ...changes })
  const objects = entries.flatMap(([, value], index) => (value === null ? [] : [encodeTlv(0xdf21 + index, value)]))
  return Buffer.concat([encodeTlv(0xff20, Buffer.concat(objects)), new Uint8Array(20).fill(0xff)])
}

describe('the basic four attributes', () => {
  it.each(['adult', 'non-minimal', 'gaiji', 'long-name'])('are read from the card %s', async (name) => {
    const bench = await open(testCard(name))
    const attributes = await opened(bench).readBasicAttributes(pin('1234'))
    expect(attributes.ok && Object.keys(attributes.value)).toEqual(['name', 'address', 'birthDate', 'sex'])
    if (name === 'adult')
      expect(attributes).toEqual({
        ok: true,
        value: { name: '見本　花子', address: '架空県見本市中央一丁目２番３号', birthDate: '1987-07-15', sex: '2' },
      })
    if (name === 'gaiji') expect(attributes).toMatchObject({ value: { name: '髙﨑　𠮷郎' } })
    // SELECT and label; SELECT, tries, VERIFY, READ.
    expect(bench.card.commands.length).toBeLessThanOrEqual(7)
  })

  it('need their own PIN, and a wrong one costs a try of that PIN alone', async () => {
    const bench = await open()
    const card = opened(bench)
    expect(codeOf(await card.readBasicAttributes(pin('0000')))).toBe('PIN-WRONG')
    expect(await card.userAuthenticationPinTries()).toMatchObject({ value: { left: 3 } })
    expect(codeOf(await card.readBasicAttributes(pin('0000')))).toBe('PIN-WRONG')
    expect(codeOf(await card.readBasicAttributes(pin('0000')))).toBe('PIN-BLOCKED')
    expect(codeOf(await card.readBasicAttributes(pin('1234')))).toBe('PIN-BLOCKED')
  })

  it('end the verified state of the other applet', async () => {
    const card = opened(await open())
    await card.verifyUserAuthenticationPin(pin('1234'))
    expect(codeOf(await card.signWithUserAuthenticationKey(pin('m')))).toBe('ok')
    await card.readBasicAttributes(pin('1234'))
    expect(codeOf(await card.signWithUserAuthenticationKey(pin('m')))).toBe('CARD-REFUSED')
  })

  it('are read behind the offset table, with filler after them', () => {
    expect(parseBasicAttributes(file())).toEqual({
      ok: true,
      value: { name: '見本　花子', address: '架空県見本市', birthDate: '1987-07-15', sex: '2' },
    })
  })

  it.each([
    ['without a name', file({ name: null })],
    ['without an offset table', file({ offsets: null })],
    ['with an offset table of another length', file({ offsets: new Uint8Array(7) })],
    ['with a name that is not UTF-8', file({ name: Uint8Array.of(0xe8, 0xa6) })],
    ['born on 30 February', file({ birthDate: Buffer.from('19870230') })],
    ['born in month 13', file({ birthDate: Buffer.from('19871301') })],
    ['born on letters', file({ birthDate: Buffer.from('1987071x') })],
    ['with two sexes', file({ sex: Buffer.from('12') })],
    ['cut short', file().subarray(0, 40)],
    ['empty', new Uint8Array(0)],
    ['erased', new Uint8Array(40).fill(0xff)],
  ])('%s are malformed', (_what, bytes) => {
    expect(codeOf(parseBasicAttributes(bytes))).toBe('CARD-MALFORMED')
  })

  it('never make the reader of the file throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, headed) => {
        const content = headed ? encodeTlv(0xff20, bytes) : bytes
        expect(['ok', 'CARD-MALFORMED']).toContain(codeOf(parseBasicAttributes(content)))
        expect(['ok', 'CARD-MALFORMED']).toContain(codeOf(basicAttributesLength(content)))
      }),
      { numRuns: 5_000 },
    )
  })
})

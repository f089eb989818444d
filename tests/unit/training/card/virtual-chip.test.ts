import { createHash, createPublicKey, createVerify, constants, verify, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parseBasicAttributes } from '../../../../src-main/card/client/records/basic-attributes.ts'
import { readTlvs, type Tlv } from '../../../../src-main/card/codec/tlv.ts'
import { testCertificates, userPublicKey } from '../../../fixtures/card/certificates.ts'
import { testCard } from '../../../fixtures/card/observed-card.ts'
import { powered, selectJpki, send, sendData, sendWord } from '../../../fixtures/card/apdu-talk.ts'

const aid = {
  jpki: 'D392F000260100000001',
  face: 'D3921000310001010402',
  inputSupport: 'D3921000310001010408',
  register: 'D3921000310001010401',
  common: 'D3921000310001010100',
  manager: 'A0000001510000',
}
const select = (id: string): string => `00A4040C${(id.length / 2).toString(16).padStart(2, '0')}${id}`
const inApplet = async (id: string): Promise<ReturnType<typeof powered>> => {
  const card = powered(testCard())
  await send(card, select(id))
  return card
}
const value = (objects: readonly Tlv[], tag: number): Buffer => Buffer.from(objects.find((object) => object.tag === tag)?.value ?? [])
const parse = (bytes: Uint8Array): Tlv[] => {
  const read = readTlvs(bytes)
  if (!read.ok) throw new Error(read.failure.detail)
  return read.value
}

describe('selecting', () => {
  it.each(Object.entries(aid))('reaches the applet %s by full and by partial AID', async (_name, id) => {
    const card = powered(testCard())
    expect([await sendWord(card, select(id)), await sendWord(card, select(id.slice(0, -2)))]).toEqual(['9000', '9000'])
  })

  it('knows no other applet, file or master file', async () => {
    const card = powered(testCard())
    expect(await sendWord(card, '00A40000')).toBe('6A86')
    expect(await sendWord(card, select('A0000002480300'))).toBe('6A82')
    await selectJpki(card)
    expect(await sendWord(card, '00A40000')).toBe('9000')
    expect(await sendWord(card, '00A4000C023F00')).toBe('6A82')
    expect(await sendWord(card, '00A4020C020003')).toBe('6A82')
    expect(await sendWord(card, '00A4090C020006')).toBe('6A86')
    expect(await sendWord(card, '00A4020C03000600')).toBe('6700')
  })

  it('finds nothing but the card manager on a foreign card', async () => {
    const card = powered(testCard('foreign-card'))
    for (const [name, id] of Object.entries(aid)) expect(await sendWord(card, select(id))).toBe(name === 'manager' ? '9000' : '6A82')
  })
})

describe('status words of the operating system', () => {
  it.each([
    ['no current file', '00B0000010', '6986'],
    ['unknown instruction', '00110000', '6D00'],
    ['unknown class', 'A0B0000010', '6E00'],
    ['logical channel', '01B0000010', '6881'],
    ['secure messaging at SELECT', '08A4040C0AD392F000260100000001', '6882'],
    ['secure messaging at READ', '08B0860010', '69FC'],
    ['lengths that do not add up', '00A4040C0AD392', '6700'],
    ['READ of a key file', '00B0980010', '6981'],
    ['READ of a file nobody could open', '00B0890010', '6982'],
    ['READ of an unknown file', '00B0830010', '6A82'],
    ['READ past the end', '00B086A010', '6B00'],
    ['READ of the signature certificate', '00B0810010', '6982'],
    ['VERIFY of a file that is no key', '0020008601' + '31', '6981'],
    ['VERIFY with a long secret', '0020009811' + '31'.repeat(17), '6700'],
    ['VERIFY with P1', '00200198', '6A86'],
    ['READ RECORD of a file without records', '00B2013400', '6981'],
    ['INTERNAL AUTHENTICATE outside the common applet', '0088009901AA00', '6D00'],
    ['signature with an unknown scheme', '802A069701AA00', '6A86'],
    ['signature before VERIFY', '802A009701AA00', '6982'],
    ['signature with a file that is no key', '802A008601AA00', '6981'],
    ['SET SESSION KEY', '80AE000001AA', '6982'],
    ['terminal authentication', '80A200C101AA', '6700'],
    ['challenge of 8 bytes', '0084000008', '9000'],
    ['challenge in extended form', '00840000000200', '6985'],
    ['GET DATA inside an applet', '00CA00F000', '6A88'],
  ])('%s', async (_what, command, expected) => {
    expect(await sendWord(await inApplet(aid.jpki), command)).toBe(expected)
  })

  it('come for any bytes: two at least, and never an exception', async () => {
    const card = powered(testCard())
    const command = fc.tuple(
      fc.constantFrom(0x00, 0x80),
      fc.constantFrom(0x20, 0x24, 0x32, 0x2a, 0x84, 0x88, 0xa4, 0xb0, 0xb2, 0xca),
      fc.uint8Array({ maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 20 }),
          command.map(([cla, ins, rest]) => Uint8Array.of(cla, ins, ...rest)),
        ),
        async (bytes) => {
          const answer = await card.transmit(bytes)
          expect(answer === 'mute' ? 0 : answer.length).toBeGreaterThanOrEqual(2)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  it('do not come from a chip without power', async () => {
    expect(await testCard().transmit(Buffer.from('00A40000', 'hex'))).toBe('mute')
  })
})

describe('JPKI applet', () => {
  it('has certificate files of 3,808 bytes: the certificate, then filler', async () => {
    const card = await inApplet(aid.jpki)
    const file = await sendData(card, '00B08A00000000')
    const der = Buffer.from(testCertificates.userAuthentication?.certificate ?? [])
    expect(file.length).toBe(3_808)
    expect(file.subarray(0, der.length).equals(der)).toBe(true)
    expect(file.subarray(der.length).every((byte) => byte === 0xff)).toBe(true)
    expect((await sendData(card, '00B00E0000')).length).toBe(224)
    expect((await sendData(card, '00B08B0000')).subarray(0, 2).toString('hex')).toBe('3082')
  })

  it('shows the signature certificate after its password', async () => {
    const card = await inApplet(aid.jpki)
    await send(card, '0020009B 06 414243313233')
    expect((await sendData(card, '00B0810000')).length).toBe(256)
  })

  it('describes itself in 160 bytes', async () => {
    const info = await sendData(await inApplet(aid.jpki), '00B0860000')
    expect([info.length, info.subarray(0, 32).toString(), info.readUInt32BE(96), info.readUInt32BE(116), info.subarray(140, 144).toString()]).toEqual(
      [160, 'JPKIAPICCTOKEN2'.padEnd(32), 0x40d, 16, '0301'],
    )
  })

  it.each([
    ['adult', '8f8f00'],
    ['no-certificate', '000000'],
  ])('says which certificates card %s has', async (name, expected) => {
    const card = powered(testCard(name))
    await selectJpki(card)
    expect((await sendData(card, '00B0880003')).toString('hex')).toBe(expected)
  })

  it('signs by each scheme of P1', async () => {
    const card = await inApplet(aid.jpki)
    await send(card, '00200098 04 31323334')
    const message = Buffer.from('message')
    const digest = createHash('sha256').update(message).digest()
    const call = (p1: string, data: Buffer): Promise<Buffer> =>
      sendData(card, `802A${p1}97${data.length.toString(16).padStart(2, '0')}${data.toString('hex')}00`)
    const digestInfo = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), digest])
    for (const [p1, data] of [
      ['00', digestInfo],
      ['02', digest],
      ['03', message],
    ] as const) {
      expect(
        createVerify('sha256')
          .update(message)
          .verify(userPublicKey, await call(p1, data)),
      ).toBe(true)
    }
    for (const [p1, data] of [
      ['04', digest],
      ['05', message],
    ] as const) {
      expect(verify('sha256', message, { key: userPublicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, await call(p1, data))).toBe(
        true,
      )
    }
    expect((await call('01', message)).length).toBe(256)
    expect(await sendWord(card, '802A029701AA00')).toBe('6985')
    expect(await sendWord(card, `802A009700 00F6 ${'00'.repeat(246)} 0100`)).toBe('6985')
  })
})

describe('input support applet', () => {
  const pin = '00200091 04 31323334'

  it('opens its files by PIN, verification number A or B as reference §2.2 says', async () => {
    const readable = async (verifyCommand: string | null): Promise<string> => {
      const card = await inApplet(aid.inputSupport)
      if (verifyCommand !== null) expect(await sendWord(card, verifyCommand)).toBe('9000')
      let files = ''
      for (let file = 1; file <= 8; file += 1) if ((await sendWord(card, `00B0${(0x80 | file).toString(16)}0001`)) === '9000') files += String(file)
      return files
    }
    const individualNumber = (await sendDataAfter(pin, '00B0810011')).subarray(3, 15)
    // Born 昭和62-07-15, card valid until 2031, security code 0102.
    const numberB = Buffer.from('62071520310102')
    expect(await readable(null)).toBe('458')
    expect(await readable(pin)).toBe('12345678')
    expect(await readable(`00200094 0C ${individualNumber.toString('hex')}`)).toBe('1345678')
    expect(await readable(`00200095 0E ${numberB.toString('hex')}`)).toBe('2345678')
  })

  const sendDataAfter = async (verifyCommand: string, command: string): Promise<Buffer> => {
    const card = await inApplet(aid.inputSupport)
    await send(card, verifyCommand)
    return sendData(card, command)
  }

  it('has the sizes of reference §2.2 and §5.1', async () => {
    const sizes: Record<string, number> = { '81': 17, '83': 336, '84': 568, '85': 164, '88': 16 }
    for (const [file, size] of Object.entries(sizes)) expect((await sendDataAfter(pin, `00B0${file}00000000`)).length).toBe(size)
  })

  it('points with its offset table at the four objects', async () => {
    const file = await sendDataAfter(pin, '00B08200000000')
    const table = value(parse(value(parse(file), 0xff20)), 0xdf21)
    const pointed = [0, 2, 4, 6].map((at) => file.readUInt16BE(table.readUInt16BE(at)))
    expect(pointed).toEqual([0xdf22, 0xdf23, 0xdf24, 0xdf25])
    expect(parseBasicAttributes(file)).toMatchObject({ ok: true })
  })

  it('holds digests and a signature that the key in its CV certificate verifies', async () => {
    const card = await inApplet(aid.inputSupport)
    await send(card, pin)
    const [numberFile, attributes, digests, cv] = [
      await sendData(card, '00B08100000000'),
      await sendData(card, '00B08200000000'),
      await sendData(card, '00B08300000000'),
      await sendData(card, '00B08400000000'),
    ]
    const signed = parse(value(parse(digests), 0xff30))
    expect(value(signed, 0xdf31).equals(createHash('sha256').update(numberFile).digest())).toBe(true)
    const inner = value(parse(attributes), 0xff20)
    const from = parse(inner).find(({ tag }) => tag === 0xdf22)?.start ?? 0
    expect(value(signed, 0xdf32).equals(createHash('sha256').update(inner.subarray(from)).digest())).toBe(true)
    const modulus = value(parse(value(parse(value(parse(cv), 0x7f21)), 0x5f4e).subarray(32)), 0x91)
    const key = createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: modulus.toString('base64url'), e: 'AQAB' } })
    const covered = value(parse(digests), 0xff30).subarray(0, 70)
    expect(createVerify('sha256').update(covered).verify(key, value(signed, 0xdf33))).toBe(true)
  })

  it('has a key that was issued blocked', async () => {
    const card = await inApplet(aid.inputSupport)
    expect([await sendWord(card, '00200092'), await sendWord(card, '00200092 04 31323334')]).toEqual(['63C0', '6984'])
  })

  it('signs without a PIN by its default key', async () => {
    const card = await inApplet(aid.inputSupport)
    expect((await sendData(card, '802A0000 01 AA 00')).length).toBe(256)
  })
})

describe('the other applets', () => {
  it('tell serial, municipality and expiry of the card without a PIN', async () => {
    const record = await sendData(await inApplet(aid.common), '00B2010C00')
    expect(record.toString('hex').slice(0, 4)).toBe('011c')
    expect(record.subarray(2).toString()).toMatch(/^\d{15}99999\d{8}$/)
    expect(await sendWord(await inApplet(aid.common), '00B2020C00')).toBe('6A83')
    expect((await sendData(await inApplet(aid.common), '00880099 10 00112233445566778899AABBCCDDEEFF 00')).length).toBe(256)
    const manager = powered(testCard())
    expect((await sendData(manager, '00CA00F000')).toString()).toBe('99999')
    expect(await sendWord(manager, '00CA123400')).toBe('6A88')
  })

  it('keep the birth-date record behind its key, and the free files free', async () => {
    const card = await inApplet(aid.face)
    expect([await sendWord(card, '00B0810000'), await sendWord(card, '00B0830000'), await sendWord(card, '00B0840000')]).toEqual([
      '6982',
      '9000',
      '9000',
    ])
    expect(await sendWord(card, `00200091 06 ${Buffer.from('620715').toString('hex')}`)).toBe('9000')
    expect((await sendData(card, '00B08100000000')).length).toBe(547)
  })

  it('leave certificates readable as X.509', () => {
    expect(new X509Certificate(testCertificates.userAuthenticationCa).subject).toContain('MIHON')
  })
})

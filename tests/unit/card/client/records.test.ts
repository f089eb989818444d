import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseIndividualNumber } from '../../../../src-main/card/client/records/individual-number.ts'
import type { CardFaceOpener, InputSupportOpener } from '../../../../src-main/card/individual-number-card.ts'
import { openPatiently, secretsOf, testIssuerKeys } from '../../../fixtures/card/card-operations.ts'
import { testRecordIssuers, testSupplies } from '../../../fixtures/card/certificates.ts'
import { codeOf, opened, pin, testCard, type Answer, type Bench } from '../../../fixtures/card/observed-card.ts'

const secrets = secretsOf('adult')
const byPin = (): InputSupportOpener => ({ by: 'pin', secret: secrets.pin() })
const byA = (): CardFaceOpener => ({ by: 'verificationNumberA', secret: secrets.a() })
const byB = (): CardFaceOpener => ({ by: 'verificationNumberB', secret: secrets.b() })

/** A card whose answers to READ BINARY of one file, by short identifier in that applet, are altered at one place. */
async function altered(aid: string, shortIdentifier: number, at: number): Promise<Bench> {
  const genuine = testCard()
  let applet = ''
  let file = -1
  return openPatiently({
    atr: genuine.atr,
    powerOn: () => genuine.powerOn(),
    powerOff: () => genuine.powerOff(),
    reset: () => genuine.reset(),
    async transmit(command): Promise<Answer> {
      const hex = Buffer.from(command).toString('hex')
      if (hex.startsWith('00a4040c')) applet = hex.slice(10)
      const byIdentifier = command[1] === 0xb0 && ((command[2] ?? 0) & 0x80) !== 0
      if (byIdentifier) file = (command[2] ?? 0) & 0x1f
      const answer = await genuine.transmit(command)
      if (typeof answer === 'string' || command[1] !== 0xb0 || applet !== aid || file !== shortIdentifier) return answer
      const offset = byIdentifier ? 0 : ((command[2] ?? 0) << 8) | (command[3] ?? 0)
      const place = at - offset
      if (place < 0 || place >= answer.length - 2) return answer
      const changed = answer.slice()
      changed[place] = (changed[place] ?? 0) ^ 0x01
      return changed
    },
  })
}

const inputSupport = 'd3921000310001010408'
const cardFace = 'd3921000310001010402'

describe('records under the issuer’s signature', () => {
  it('give the four attributes by PIN and by 照合番号B, checked where a key fits', async () => {
    const card = opened(await openPatiently(testCard()))
    const expected = { name: '見本　花子', address: '架空県見本市中央一丁目２番３号', birthDate: '1987-07-15', sex: '2' }
    expect(await card.readAttributes(byPin(), testIssuerKeys)).toEqual({ ok: true, value: { value: expected, signature: 'valid' } })
    expect(await card.readAttributes(byB(), testIssuerKeys)).toEqual({ ok: true, value: { value: expected, signature: 'valid' } })
    expect(await card.readAttributes(byPin(), [])).toEqual({ ok: true, value: { value: expected, signature: 'unchecked' } })
  })

  it('give the number by PIN and by 照合番号A', async () => {
    const card = opened(await openPatiently(testCard()))
    for (const opener of [byPin(), byA()]) {
      const read = await card.readIndividualNumber(opener, 'tax', testIssuerKeys)
      if (!read.ok) throw new Error(read.failure.code)
      expect([Buffer.from(read.value.value).toString(), read.value.signature]).toEqual([Buffer.from(secrets.a()).toString(), 'valid'])
    }
  })

  it('give the face by either 照合番号, with its pictures and its key', async () => {
    const card = opened(await openPatiently(testCard()))
    const pictures = testSupplies.pictures()
    for (const opener of [byA(), byB()]) {
      const read = await card.readCardFace(opener, testIssuerKeys)
      if (!read.ok) throw new Error(read.failure.code)
      const { publicKey, ...face } = read.value.value
      expect(read.value.signature).toBe('valid')
      expect({ ...face, namePicture: Buffer.from(face.namePicture), addressPicture: Buffer.from(face.addressPicture), photo: Buffer.from(face.photo), securityCodePicture: Buffer.from(face.securityCodePicture) }).toEqual({
        birthDate: '1987-07-15',
        sex: '2',
        expiry: '2031-03-31',
        namePicture: Buffer.from(pictures.name),
        addressPicture: Buffer.from(pictures.address),
        photo: Buffer.from(pictures.photo),
        securityCodePicture: Buffer.from(pictures.securityCode),
      })
      expect(publicKey.equals(createPublicKey(testSupplies.keys.cardFace()))).toBe(true)
    }
  })

  it('give the birth date to whoever knows it, and the number’s picture by 照合番号A', async () => {
    const card = opened(await openPatiently(testCard()))
    expect(await card.readCardFaceBirthDate(secrets.birthDate(), testIssuerKeys)).toEqual({ ok: true, value: { value: '1987-07-15', signature: 'valid' } })
    const picture = await card.readIndividualNumberPicture(secrets.a(), 'tax', testIssuerKeys)
    expect(picture.ok && [Buffer.from(picture.value.value).equals(testSupplies.pictures().individualNumber), picture.value.signature]).toEqual([true, 'valid'])
  })

  it('with lengths that are not minimal read the same', async () => {
    const card = opened(await openPatiently(testCard('non-minimal')))
    const other = secretsOf('non-minimal')
    expect(await card.readAttributes({ by: 'pin', secret: other.pin() }, testIssuerKeys)).toMatchObject({ ok: true, value: { signature: 'valid' } })
    expect(await card.readCardFace({ by: 'verificationNumberB', secret: other.b() }, testIssuerKeys)).toMatchObject({ ok: true, value: { signature: 'valid' } })
  })

  it('may be checked with the signer’s own key as well as with the root’s', async () => {
    const card = opened(await openPatiently(testCard()))
    const signers = testRecordIssuers.map(({ signer }) => ({ id: signer.keyId, key: createPublicKey(signer.key) }))
    expect(await card.readAttributes(byPin(), signers)).toMatchObject({ value: { signature: 'valid' } })
    expect(await card.readCardFace(byB(), signers)).toMatchObject({ value: { signature: 'valid' } })
  })

  it('stay unchecked, and say so, where no given key is the issuer’s', async () => {
    const card = opened(await openPatiently(testCard()))
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const strangers = [{ id: new Uint8Array(16), key: publicKey }]
    expect(await card.readAttributes(byPin(), strangers)).toMatchObject({ value: { signature: 'unchecked' } })
    expect(await card.readCardFace(byB(), strangers)).toMatchObject({ value: { signature: 'unchecked' } })
  })

  it('are refused when the root is another one under the same name', async () => {
    const card = opened(await openPatiently(testCard()))
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const impostors = testIssuerKeys.map(({ id }) => ({ id, key: publicKey }))
    expect(codeOf(await card.readAttributes(byPin(), impostors))).toBe('CARD-SIGNATURE-WRONG')
    expect(codeOf(await card.readIndividualNumber(byPin(), 'tax', impostors))).toBe('CARD-SIGNATURE-WRONG')
    expect(codeOf(await card.readCardFace(byB(), impostors))).toBe('CARD-SIGNATURE-WRONG')
  })
})

describe('a record changed by one bit is never taken as the issuer’s', () => {
  const refusals = ['CARD-SIGNATURE-WRONG', 'CARD-MALFORMED']
  it.each([
    ['the name', 20],
    ['the address', 60],
  ])('attributes: %s', async (_what, at) => {
    const bench = await altered(inputSupport, 0x02, at)
    expect(refusals).toContain(codeOf(await opened(bench).readAttributes(byPin(), testIssuerKeys)))
  })

  it.each([
    ['a digit', 6],
    ['the filler', 16],
  ])('number: %s', async (_what, at) => {
    const bench = await altered(inputSupport, 0x01, at)
    expect(refusals).toContain(codeOf(await opened(bench).readIndividualNumber(byPin(), 'tax', testIssuerKeys)))
  })

  it.each([
    ['the digest of the number', 10],
    ['the digest of the attributes', 60],
    ['the signature', 200],
  ])('digests: %s', async (_what, at) => {
    const bench = await altered(inputSupport, 0x03, at)
    expect(refusals).toContain(codeOf(await opened(bench).readAttributes(byPin(), testIssuerKeys)))
  })

  it.each([
    ['the key', 100],
    ['the signature', 400],
  ])('CV certificate: %s', async (_what, at) => {
    const bench = await altered(inputSupport, 0x04, at)
    expect(refusals).toContain(codeOf(await opened(bench).readAttributes(byPin(), testIssuerKeys)))
  })

  it.each([
    ['the birth date', 37],
    ['the key of the card', 120],
    ['a picture', 420],
  ])('face: %s', async (_what, at) => {
    const bench = await altered(cardFace, 0x02, at)
    expect(refusals).toContain(codeOf(await opened(bench).readCardFace(byB(), testIssuerKeys)))
  })

  it.each([
    ['birth date', 0x01],
    ['number picture', 0x05],
  ])('the %s', async (_what, file) => {
    const bench = await altered(cardFace, file, file === 0x01 ? 15 : 90)
    const card = opened(bench)
    const read = file === 0x01 ? await card.readCardFaceBirthDate(secrets.birthDate(), testIssuerKeys) : await card.readIndividualNumberPicture(secrets.a(), 'tax', testIssuerKeys)
    expect(refusals).toContain(codeOf(read))
  })
})

describe('the digits of the number', () => {
  it('are a copy, also when the file came in a Buffer, so that zeroing the file leaves them', () => {
    const file = Buffer.concat([Buffer.from('ff100c', 'hex'), pin('012345678901'), Buffer.from('ffff', 'hex')])
    const number = parseIndividualNumber(file)
    file.fill(0)
    expect(number.ok && Buffer.from(number.value).toString()).toBe('012345678901')
  })
})

describe('what opens a record', () => {
  it('is looked at before the card is touched', async () => {
    const bench = await openPatiently(testCard())
    const card = opened(bench)
    const before = bench.card.commands.length
    const codes = [
      await card.readAttributes({ by: 'pin', secret: pin('12a4') }, []),
      await card.readAttributes({ by: 'verificationNumberA', secret: secrets.a() }, []),
      await card.readAttributes({ by: 'verificationNumberB', secret: secrets.a() }, []),
      await card.readIndividualNumber({ by: 'verificationNumberB', secret: secrets.b() }, 'tax', []),
      await card.readIndividualNumber({ by: 'verificationNumberA', secret: secrets.b() }, 'tax', []),
      await card.readCardFace({ by: 'verificationNumberA', secret: secrets.b() }, []),
      await card.readCardFace({ by: 'verificationNumberB', secret: pin('6207152031010') }, []),
      await card.readCardFaceBirthDate(pin('19870715'), []),
      await card.readIndividualNumberPicture(pin('12345678901x'), 'tax', []),
    ].map(codeOf)
    expect(new Set(codes)).toEqual(new Set(['PIN-FORMAT']))
    expect(bench.card.commands.length).toBe(before)
  })

  it('costs a try of its own key when it is wrong, and of no other', async () => {
    const card = opened(await openPatiently(testCard()))
    const wrong = secrets.b()
    wrong[13] = (wrong[13] ?? 0) === 0x30 ? 0x31 : 0x30
    expect(codeOf(await card.readAttributes({ by: 'verificationNumberB', secret: wrong }, []))).toBe('PIN-WRONG')
    expect(await card.verificationNumberTries()).toEqual({ ok: true, value: { a: { left: 10, max: 10 }, b: { left: 9, max: 10 } } })
    expect(await card.pinTries('inputSupport')).toEqual({ ok: true, value: { left: 3, max: 3 } })
  })

  it('does not open the number without a purpose that the law knows', async () => {
    const bench = await openPatiently(testCard())
    const before = bench.card.commands.length
    const purpose = JSON.parse('"curiosity"') as never
    expect(() => void opened(bench).readIndividualNumber(byPin(), purpose, [])).toThrow()
    expect(() => void opened(bench).readIndividualNumberPicture(secrets.a(), purpose, [])).toThrow()
    expect(bench.card.commands.length).toBe(before)
  })
})

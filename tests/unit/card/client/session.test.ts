import { describe, expect, it } from 'vitest'
import { openIndividualNumberCard } from '../../../../src-main/card/client/open-individual-number-card.ts'
import { sameCard, type CardIdentity } from '../../../../src-main/card/individual-number-card.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { TrainingReader } from '../../../../src-main/training/card/training-reader.ts'
import { isVerify, openPatiently, secretsOf } from '../../../fixtures/card/card-operations.ts'
import { codeOf, ObservedCard, opened, pin, sw, testCard, type Answer, type Bench } from '../../../fixtures/card/observed-card.ts'

const isLongRead = (command: Uint8Array): boolean => command[1] === 0xb0 && command.length === 7
const identityOf = async (bench: Bench): Promise<CardIdentity> => {
  const identity = await opened(bench).identity()
  if (!identity.ok) throw new Error(identity.failure.code)
  return identity.value
}

describe('the overview of a card', () => {
  it('counts all PINs in ten commands after the opening, and learns on the way what lengths the card takes', async () => {
    const bench = await openPatiently(testCard('adult', { triesLeft: { signature: 2, residentRegister: 1 } }))
    expect(await opened(bench).overview()).toEqual({
      ok: true,
      value: {
        pins: { userAuthentication: { left: 3, max: 3 }, signature: { left: 2, max: 5 }, inputSupport: { left: 3, max: 3 }, residentRegister: { left: 1, max: 3 } },
        certificates: { userAuthentication: true, signature: true },
        faceAuthenticationOnly: false,
      },
    })
    expect(bench.card.commands.length - 2).toBe(10)
    expect(bench.card.commands.filter((command) => isVerify(Buffer.from(command, 'hex')))).toEqual([])
  })

  it('knows a child’s card: no 署名用 certificate, no PIN for it, and no 顔認証 card', async () => {
    const overview = await opened(await openPatiently(testCard('signature-only-missing'))).overview()
    expect(overview).toMatchObject({ value: { pins: { signature: null, userAuthentication: { left: 3 } }, certificates: { signature: false, userAuthentication: true }, faceAuthenticationOnly: false } })
  })

  it('knows a 顔認証 card', async () => {
    const overview = await opened(await openPatiently(testCard('face-authentication'))).overview()
    expect(overview).toMatchObject({ value: { faceAuthenticationOnly: true } })
  })

  it('does not take a card with all PINs locked for a 顔認証 card while it has its 署名用 certificate', async () => {
    const overview = await opened(await openPatiently(testCard('all-blocked'))).overview()
    expect(overview).toMatchObject({ value: { faceAuthenticationOnly: false, pins: { residentRegister: { left: 0, max: 3 } } } })
  })
})

describe('which card it is', () => {
  it('stays the same over power, and differs between two cards of one person', async () => {
    const first = testCard()
    const identity = await identityOf(await openPatiently(first))
    expect(sameCard(identity, await identityOf(await openPatiently(first)))).toBe(true)
    expect(sameCard(identity, await identityOf(await openPatiently(testCard('second-card'))))).toBe(false)
    expect(sameCard(identity, await identityOf(await openPatiently(testCard('single'))))).toBe(false)
  })

  it('is asked of the card with two commands and keeps a verified PIN', async () => {
    const bench = await openPatiently(testCard())
    const card = opened(bench)
    await card.verifyPin('userAuthentication', pin('1234'))
    const before = bench.card.commands.length
    await card.identity()
    expect(bench.card.commands.length - before).toBe(2)
    expect(codeOf(await card.sign('userAuthentication', pin('m')))).toBe('ok')
  })

  it('has no certificate in it where the card has none', async () => {
    expect((await identityOf(await openPatiently(testCard('no-certificate')))).certificate).toBeNull()
  })

  it('decides whether a card that was put back is taken: another one is refused and loses its power', async () => {
    const reader = new TrainingReader({ training: true, timeoutMilliseconds: 120_000 })
    const first = testCard()
    reader.insert(first)
    const begun = await openIndividualNumberCard(reader)
    const identity = begun.ok ? await begun.value.identity() : begun
    if (!begun.ok || !identity.ok) throw new Error('not opened')
    await begun.value.release()

    const other = new ObservedCard(testCard('single'))
    reader.insert(other)
    expect(codeOf(await openIndividualNumberCard(reader, identity.value))).toBe('CARD-SWAPPED')
    expect(other.powered).toBe(false)

    reader.insert(first)
    expect(codeOf(await openIndividualNumberCard(reader, identity.value))).toBe('ok')
  })

  it('changes under the same power when a card is slipped in behind the first, whose PIN then does not open it', async () => {
    const [first, second] = [testCard(), testCard('single')]
    let current = first
    const bench = await openPatiently({
      atr: first.atr,
      powerOn: () => [first, second].forEach((card) => card.powerOn()),
      powerOff: () => [first, second].forEach((card) => card.powerOff()),
      reset: () => current.reset(),
      transmit: (command) => current.transmit(command),
    })
    const card = opened(bench)
    const before = await identityOf(bench)
    await card.verifyPin('userAuthentication', pin('1234'))
    current = second
    expect(codeOf(await card.sign('userAuthentication', pin('m')))).toBe('CARD-REFUSED')
    const after = await card.identity()
    expect(after.ok && sameCard(before, after.value)).toBe(false)
  })
})

describe('a card lent to the issuer', () => {
  it('is nobody else’s meanwhile, and afterwards nothing is taken for known', async () => {
    const bench = await openPatiently(testCard())
    const card = opened(bench)
    await card.pinTries('userAuthentication')
    let free: () => void = () => undefined
    const held = new Promise<void>((resolve) => (free = resolve))
    const lent = card.forIssuer(async (channel) => {
      await held
      await channel.transmit(Buffer.from('00a4040c0ad3921000310001010408', 'hex'))
      return channel
    })
    const waiting = card.pinTries('userAuthentication')
    const before = bench.card.commands.length
    await new Promise((resolve) => setImmediate(resolve))
    expect(bench.card.commands.length).toBe(before)
    free()
    const channel = await lent
    expect(await waiting).toEqual({ ok: true, value: { left: 3, max: 3 } })
    // SELECT of JPKI-AP and the question once more, although both were answered before.
    expect(bench.card.commands.slice(before + 1)).toEqual(['00a4040c0ad392f000260100000001', '00200098'])
    // A channel that somebody has kept leads nowhere.
    expect(codeOf(await channel.transmit(Buffer.from('00200098', 'hex')))).toBe('CARD-REMOVED')
  })

  it('comes back when the work throws', async () => {
    const card = opened(await openPatiently(testCard()))
    await expect(card.forIssuer(() => Promise.reject(new Error('broken terminal')))).rejects.toThrow('broken terminal')
    expect(codeOf(await card.readCardData())).toBe('ok')
  })
})

describe('other things the chip says', () => {
  it('are the card’s own data and its key identifiers', async () => {
    const card = opened(await openPatiently(testCard()))
    expect(await card.readCardData()).toEqual({ ok: true, value: { serial: '999999910000102', municipalityCode: '99999', expiry: '2031-03-31' } })
    const details = await card.readChipDetails()
    expect(details).toMatchObject({ ok: true, value: { managerObjects: { '00F0': Buffer.from('99999').toString('hex') } } })
    expect(details.ok && details.value.keyIds.common !== null && details.value.keyIds.common === details.value.keyIds.residentRegister).toBe(true)
    expect(card.token).toMatchObject({ label: 'JPKIAPICCTOKEN2', serialNumber: '0999999910000102', flags: 0x40d, pinLength: { min: 6, max: 16 }, hardwareVersion: '03', firmwareVersion: '01' })
  })
})

describe('long answers', () => {
  const read = async (bench: Bench): Promise<{ code: string; commands: number; long: number }> => {
    const before = bench.card.commands.length
    const code = codeOf(await opened(bench).readCertificate('userAuthentication'))
    const sent = bench.card.commands.slice(before).map((command) => Buffer.from(command, 'hex'))
    return { code, commands: sent.length, long: sent.filter(isLongRead).length }
  }

  it('bring a certificate in two commands', async () => {
    expect(await read(await openPatiently(testCard()))).toEqual({ code: 'ok', commands: 2, long: 1 })
  })

  it.each([0x6700, 0x6a86, 0x6d00, 0x6f00, 0x6985, 0x6b00])('that the card refuses with %i are asked for once, and then no more', async (word) => {
    const bench = await openPatiently(testCard(), (command) => (isLongRead(command) ? sw(word) : null))
    expect(await read(bench)).toEqual({ code: 'ok', commands: 8, long: 1 })
    expect(await read(bench)).toEqual({ code: 'ok', commands: 7, long: 0 })
  })

  it('are not asked of a card that says it has none', async () => {
    // FF40 with DF41: specification 1, no extended lengths.
    const bench = await openPatiently(testCard(), (command) => (command[1] === 0xb0 && command[2] === 0x85 ? sw(0x9000, [0xff, 0x40, 0x07, 0xdf, 0x41, 0x04, 1, 0, 0x0e, 1]) : null))
    await opened(bench).overview()
    const before = bench.card.commands.length
    expect(codeOf(await opened(bench).readCertificate('userAuthentication'))).toBe('ok')
    expect(bench.card.commands.slice(before).filter((command) => isLongRead(Buffer.from(command, 'hex')))).toEqual([])
  })

  it('that lose the card twice in a row are not asked for in this reader again; once may be a card pulled', async () => {
    const reader = new TrainingReader({ training: true, timeoutMilliseconds: 120_000 })
    const fragile = (genuine: SimulatedCard): SimulatedCard => ({
      atr: genuine.atr,
      powerOn: () => genuine.powerOn(),
      powerOff: () => genuine.powerOff(),
      reset: () => genuine.reset(),
      transmit: (command): Promise<Answer> => (isLongRead(command) ? Promise.resolve('removed') : genuine.transmit(command)),
    })
    const codes: string[] = []
    for (let time = 0; time < 3; time += 1) {
      reader.insert(fragile(testCard()))
      const card = await openIndividualNumberCard(reader)
      codes.push(card.ok ? codeOf(await card.value.readCertificate('userAuthentication')) : codeOf(card))
    }
    expect(codes).toEqual(['CARD-REMOVED', 'CARD-REMOVED', 'ok'])
  })

  it('bring the face in few commands', async () => {
    const bench = await openPatiently(testCard())
    const before = bench.card.commands.length
    expect(codeOf(await opened(bench).readCardFace({ by: 'verificationNumberB', secret: secretsOf('adult').b() }, []))).toBe('ok')
    // SELECT, tries, VERIFY, applet information, the face's start and the rest.
    expect(bench.card.commands.length - before).toBe(6)
  })
})

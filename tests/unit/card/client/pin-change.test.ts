import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { IndividualNumberCard, PinChangeResult, ResidentRegisterKey } from '../../../../src-main/card/individual-number-card.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { isChange, isVerify, openPatiently } from '../../../fixtures/card/card-operations.ts'
import { codeOf, opened, pin, sw, testCard, type Answer, type Interceptor } from '../../../fixtures/card/observed-card.ts'

const old = '1234'
const fresh = '8263'
const keys = ['common', 'residentRegister'] as const
const aid = { common: 'd3921000310001010100', residentRegister: 'd3921000310001010401' } as const
const open = async (simulated: SimulatedCard, intercept?: Interceptor): Promise<IndividualNumberCard> => opened(await openPatiently(simulated, intercept))

/** Which value a key really holds: a VERIFY past the client, on a card that has lost its power before. */
async function held(simulated: SimulatedCard, key: ResidentRegisterKey): Promise<'old' | 'new'> {
  const card = await open(simulated)
  const word = await card.forIssuer(async (channel) => {
    await channel.transmit(Buffer.from(`00a4040c0a${aid[key]}`, 'hex'))
    const answer = await channel.transmit(Buffer.from([0x00, 0x20, 0x00, 0x9c, 4, ...pin(old)]))
    return answer.ok ? Buffer.from(answer.value).toString('hex') : ''
  })
  // The right one again, so that the count is full for whoever comes next.
  if (word !== '9000') await card.forIssuer((channel) => channel.transmit(Buffer.from([0x00, 0x20, 0x00, 0x9c, 4, ...pin(fresh)])))
  await card.release()
  return word === '9000' ? 'old' : 'new'
}

/** Lets the card do what command `step` says and then loses the answer, the card with it. */
function losingAnswer(simulated: SimulatedCard, step: number): SimulatedCard {
  let index = -1
  return {
    atr: simulated.atr,
    powerOn: () => simulated.powerOn(),
    powerOff: () => simulated.powerOff(),
    reset: () => simulated.reset(),
    async transmit(command): Promise<Answer> {
      index += 1
      const answer = await simulated.transmit(command)
      return index === step ? 'removed' : answer
    },
  }
}

const keysOf = (result: PinChangeResult): Exclude<PinChangeResult, { ok: true }>['keys'] => (result.ok ? null : result.keys)
const change = (card: IndividualNumberCard): Promise<PinChangeResult> => card.changePin('residentRegister', pin(old), pin(fresh))

describe('a change of PIN', () => {
  it.each(['userAuthentication', 'inputSupport', 'residentRegister'] as const)('of %s makes the new one count and the old one fail', async (kind) => {
    const simulated = testCard()
    const card = await open(simulated)
    expect(codeOf(await card.changePin(kind, pin(old), pin(fresh)))).toBe('ok')
    await card.release()
    const again = await open(simulated)
    expect(codeOf(await again.verifyPin(kind, pin(old)))).toBe('PIN-WRONG')
    expect(codeOf(await again.verifyPin(kind, pin(fresh)))).toBe('ok')
  })

  it('of 署名用 takes letters and digits', async () => {
    const simulated = testCard()
    const card = await open(simulated)
    expect(codeOf(await card.changePin('signature', pin('ABC123'), pin('KX92PT')))).toBe('ok')
    await card.release()
    const again = await open(simulated)
    expect(codeOf(await again.verifyPin('signature', pin('KX92PT')))).toBe('ok')
    expect(codeOf(await again.readCertificate('signature'))).toBe('ok')
  })

  it.each([
    ['userAuthentication', '123', fresh, 'PIN-FORMAT'],
    ['userAuthentication', old, '82633', 'PIN-FORMAT'],
    ['userAuthentication', old, old, 'PIN-SAME-AS-OLD'],
    ['signature', 'abc123', 'KX92PT', 'PIN-FORMAT'],
    ['signature', 'ABC123', 'kx92pt', 'PIN-FORMAT'],
    ['signature', 'ABC123', 'KXQWPT', 'PIN-FORMAT'],
    ['signature', 'ABC123', '829364', 'PIN-FORMAT'],
    ['signature', 'ABC123', 'KX92P', 'PIN-FORMAT'],
    ['signature', 'ABC123', 'KX92PTKX92PTKX92P', 'PIN-FORMAT'],
    ['residentRegister', old, '82', 'PIN-FORMAT'],
    ['residentRegister', 'ABCD', fresh, 'PIN-FORMAT'],
    ['residentRegister', old, old, 'PIN-SAME-AS-OLD'],
  ] as const)('of %s from %s to %s ends before the card is touched: %s', async (kind, before, after, code) => {
    const bench = await openPatiently(testCard())
    const commands = bench.card.commands.length
    expect(codeOf(await opened(bench).changePin(kind, pin(before), pin(after)))).toBe(code)
    expect(bench.card.commands.length).toBe(commands)
  })

  it('with a wrong old PIN costs one try and changes nothing', async () => {
    for (const kind of ['userAuthentication', 'inputSupport', 'residentRegister'] as const) {
      const bench = await openPatiently(testCard())
      const card = opened(bench)
      expect(codeOf(await card.changePin(kind, pin('9753'), pin(fresh)))).toBe('PIN-WRONG')
      expect(await card.pinTries(kind)).toEqual({ ok: true, value: { left: 2, max: 3 } })
      expect(bench.card.commands.filter((command) => isChange(Buffer.from(command, 'hex')))).toEqual([])
      expect(codeOf(await card.verifyPin(kind, pin(old)))).toBe('ok')
    }
  })

  it('of a blocked PIN sends no secret at all', async () => {
    for (const kind of ['userAuthentication', 'inputSupport', 'residentRegister'] as const) {
      const bench = await openPatiently(testCard('adult', { triesLeft: { [kind]: 0 } }))
      expect(codeOf(await opened(bench).changePin(kind, pin(old), pin(fresh)))).toBe('PIN-BLOCKED')
      expect(bench.card.commands.map((command) => Buffer.from(command, 'hex')).filter((command) => isVerify(command) || isChange(command))).toEqual([])
    }
  })

  it('leaves the caller’s buffers to the caller and zeroes every copy', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('userAuthentication' as const, 'inputSupport' as const, 'residentRegister' as const), fc.nat(14), fc.boolean(), async (kind, step, right) => {
        const bench = await openPatiently(testCard(), (_command, index) => (index === step ? sw(0x6f00) : null))
        if (!bench.opened.ok) return
        const [before, after] = [pin(right ? old : '9753'), pin(fresh)]
        await bench.opened.value.changePin(kind, before, after)
        expect([Buffer.from(before).toString(), Buffer.from(after).toString()]).toEqual([right ? old : '9753', fresh])
        for (const [index, hex] of bench.card.commands.entries()) {
          const command = Buffer.from(hex, 'hex')
          if (isVerify(command) || isChange(command)) expect([...(bench.card.buffers[index] ?? [])].every((byte) => byte === 0)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('whose answer is lost is called open, and one VERIFY that the holder asks for tells', async () => {
    for (const executed of [false, true]) {
      const simulated = testCard()
      // SELECT, token, tries, VERIFY, CHANGE.
      const changeAt = 4
      const card = executed ? await open(losingAnswer(simulated, changeAt)) : await open(simulated, (_command, index) => (index === changeAt ? 'removed' : null))
      expect(codeOf(await card.changePin('userAuthentication', pin(old), pin(fresh)))).toBe('PIN-CHANGE-UNCERTAIN')
      const again = await open(simulated)
      expect(codeOf(await again.verifyPin('userAuthentication', pin(fresh)))).toBe(executed ? 'ok' : 'PIN-WRONG')
    }
  })
})

describe('住民基本台帳用 with its two keys', () => {
  const steps = Array.from({ length: 16 }, (_, step) => step)

  it.each(['before', 'after'] as const)('tells the truth about both when the card goes just %s the card has acted, at any step, and can be repaired', async (moment) => {
    let reached = 0
    for (const step of steps) {
      const simulated = testCard()
      const bench =
        moment === 'after'
          ? await openPatiently(losingAnswer(simulated, step))
          : await openPatiently(simulated, (_command, index) => (index === step ? 'removed' : null))
      if (!bench.opened.ok) continue
      const result = await change(bench.opened.value)
      if (result.ok) continue
      reached += 1
      const truth = { common: await held(simulated, 'common'), residentRegister: await held(simulated, 'residentRegister') }
      const told = keysOf(result)
      for (const key of keys) if (told !== null && told[key] !== 'unknown') expect(told[key], `${key} at ${step}`).toBe(truth[key])
      const changed = truth.common === 'new' || truth.residentRegister === 'new'
      if (told === null || told.common === told.residentRegister) expect(changed && result.failure.code === 'CARD-REMOVED', `silent at ${step}`).toBe(false)
      if (truth.common !== truth.residentRegister) expect(['PIN-PARTLY-CHANGED', 'PIN-CHANGE-UNCERTAIN'], `at ${step}`).toContain(result.failure.code)

      const again = await open(simulated)
      const value = { old: pin(old), new: pin(fresh) }
      const repaired = await again.repairResidentRegisterPin({ common: value[truth.common], residentRegister: value[truth.residentRegister] }, pin(fresh))
      expect(codeOf(repaired), `repair at ${step}`).toBe('ok')
      await again.release()
      expect([await held(simulated, 'common'), await held(simulated, 'residentRegister')]).toEqual(['new', 'new'])
      const last = await open(simulated)
      expect(await last.pinTries('residentRegister')).toEqual({ ok: true, value: { left: 3, max: 3 } })
    }
    expect(reached).toBeGreaterThanOrEqual(11)
  })

  it('puts the first key back when the card refuses to change the second', async () => {
    let changes = 0
    const simulated = testCard()
    const card = await open(simulated, (command) => (isChange(command) && (changes += 1) === 2 ? sw(0x6985) : null))
    const result = await change(card)
    expect([codeOf(result), keysOf(result)]).toEqual(['CARD-REFUSED', { common: 'old', residentRegister: 'old' }])
    await card.release()
    expect([await held(simulated, 'common'), await held(simulated, 'residentRegister')]).toEqual(['old', 'old'])
  })

  it('says what is where when the first key cannot be put back either', async () => {
    let changes = 0
    const simulated = testCard()
    const card = await open(simulated, (command) => (isChange(command) && (changes += 1) >= 2 ? sw(0x6985) : null))
    const result = await change(card)
    expect([codeOf(result), keysOf(result)]).toEqual(['PIN-PARTLY-CHANGED', { common: 'new', residentRegister: 'old' }])
    await card.release()
    expect([await held(simulated, 'common'), await held(simulated, 'residentRegister')]).toEqual(['new', 'old'])
  })

  it('that hold different values are noticed by a PIN that only one of them takes, and nothing is changed', async () => {
    let changes = 0
    const simulated = testCard()
    const first = await open(simulated, (command) => (isChange(command) && (changes += 1) >= 2 ? sw(0x6985) : null))
    await change(first)
    await first.release()
    const card = await open(simulated)
    expect(codeOf(await card.verifyPin('residentRegister', pin(fresh)))).toBe('PIN-PARTLY-CHANGED')
    const result = await card.changePin('residentRegister', pin(old), pin('7391'))
    expect([codeOf(result), keysOf(result)]).toEqual(['PIN-PARTLY-CHANGED', { common: 'unknown', residentRegister: 'old' }])
  })

  it('are not tried at all when either is blocked', async () => {
    for (const key of keys) {
      const bench = await openPatiently(testCard())
      const card = opened(bench)
      await card.forIssuer(async (channel) => {
        await channel.transmit(Buffer.from(`00a4040c0a${aid[key]}`, 'hex'))
        for (let count = 0; count < 3; count += 1) await channel.transmit(Buffer.from([0x00, 0x20, 0x00, 0x9c, 4, ...pin('0000')]))
      })
      const sent = bench.card.commands.length
      expect(codeOf(await card.changePin('residentRegister', pin(old), pin(fresh)))).toBe('PIN-BLOCKED')
      expect(codeOf(await card.verifyPin('residentRegister', pin(old)))).toBe('PIN-BLOCKED')
      expect(bench.card.commands.slice(sent).filter((command) => isVerify(Buffer.from(command, 'hex')))).toEqual([])
    }
  })

  it('show the count of the one that has fewer tries left', async () => {
    const card = await open(testCard())
    await card.forIssuer(async (channel) => {
      await channel.transmit(Buffer.from(`00a4040c0a${aid.residentRegister}`, 'hex'))
      await channel.transmit(Buffer.from([0x00, 0x20, 0x00, 0x9c, 4, ...pin('0000')]))
    })
    expect(await card.pinTries('residentRegister')).toEqual({ ok: true, value: { left: 2, max: 3 } })
  })
})

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { IssuerCardChannel } from '../../../../src-main/issuer/issuer-terminal.ts'
import { cardMemory } from '../../../../src-main/training/card/chip/card-memory.ts'
import { cardMemoryFile } from '../../../../src-main/training/card/chip/card-memory-file.ts'
import { applets, cardKey, IssuingSession, nonceLength, operation, proof } from '../../../../src-main/training/card/issuing/protocol.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { virtualCardFrom } from '../../../../src-main/training/card/virtual-card.ts'
import { cardProfiles } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import { certificateObjects, pinObjects } from '../../../../src-main/training/issuer/terminal/card-objects.ts'
import { IssuingCard } from '../../../../src-main/training/issuer/terminal/issuing-card.ts'
import { powered, selectJpki, send, sendData, sendWord } from '../../../fixtures/card/apdu-talk.ts'
import { testSupplies } from '../../../fixtures/card/certificates.ts'
import { codeOf, pin, testCard } from '../../../fixtures/card/observed-card.ts'
import { value } from '../../../fixtures/pcscd/reader-states.ts'
import { channelTo } from '../../../fixtures/training/issuer-bench.ts'

const terminalKey = testSupplies.terminalKey ?? new Uint8Array(0)
const [userPin] = pinObjects.userAuthentication
const never = (): Promise<void> => Promise.resolve()
const open = (card: SimulatedCard, key = terminalKey) => IssuingCard.open(channelTo(card), key, never)
const triesOfBlockedPin = '63C0'
const query = async (card: SimulatedCard): Promise<string> => {
  await selectJpki(card)
  return sendWord(card, '00200098')
}

/** The commands of a terminal, for a listener to say again. */
function overheard(card: SimulatedCard): { readonly channel: IssuerCardChannel; readonly commands: Uint8Array[] } {
  const [channel, commands] = [channelTo(card), [] as Uint8Array[]]
  return {
    commands,
    channel: {
      transmit(command) {
        commands.push(Uint8Array.from(command))
        return channel.transmit(command)
      },
    },
  }
}

async function said(card: SimulatedCard, command: Uint8Array): Promise<string> {
  return (await send(card, Buffer.from(command).toString('hex'))).subarray(-2).toString('hex').toUpperCase()
}

describe('opening a session', () => {
  it('is refused to a terminal with another key, and to one that was given no challenge', async () => {
    const card = testCard()
    expect(await open(card, randomBytes(32))).toMatchObject({ ok: false, failure: { code: 'ISSUER-REFUSED', detail: 'the card answered 6982 to OPEN' } })
    powered(card)
    expect(await sendWord(card, `80F6010020 ${'00'.repeat(32)} 10`)).toBe('6982')
  })

  it('is refused the second time with the same words: a challenge is used up', async () => {
    const card = testCard('pin-blocked')
    const { channel, commands } = overheard(card)
    const session = value(await IssuingCard.open(channel, terminalKey, never))
    value(await session.setSecret(userPin ?? new Uint8Array(0), pin('8263')))
    value(await session.commit('one'))
    for (const replay of commands.slice(-3)) expect(['6982', '6988']).toContain(await said(card, replay))
    expect(await send(card, '0084000010')).toHaveLength(18)
    const [opening] = commands.filter((command) => command[1] === 0xf6)
    expect(await said(card, opening ?? new Uint8Array(0))).toBe('6982')
  })

  it('is refused by a card that was given no key of its issuer, as by a real one', async () => {
    const profile = cardProfiles().profiles.adult
    if (profile === undefined) throw new Error('no adult')
    const real = virtualCardFrom(profile, { ...testSupplies, terminalKey: null })
    expect(await open(real)).toMatchObject({ failure: { code: 'ISSUER-REFUSED', detail: 'the card answered 6D00 to OPEN' } })
    expect(codeOf(await open(testCard('foreign-card')))).toBe('ISSUER-REFUSED')
  })

  it('is given up by the terminal when it is not the card that answers', async () => {
    const card = channelTo(testCard())
    const impostor: IssuerCardChannel = {
      async transmit(command) {
        const answer = await card.transmit(command)
        return command[1] === 0xf6 && answer.ok ? { ok: true, value: Buffer.concat([randomBytes(16), Uint8Array.of(0x90, 0x00)]) } : answer
      },
    }
    expect(await IssuingCard.open(impostor, terminalKey, never)).toMatchObject({ failure: { code: 'ISSUER-REFUSED', detail: 'the card does not know its key' } })
  })
})

describe('a session', () => {
  it.each([
    ['changed in one bit', (command: Uint8Array) => command.with(10, (command[10] ?? 0) ^ 1)],
    ['under the name of another command', (command: Uint8Array) => command.with(2, operation.blockSecret)],
  ])('ends with a command %s, and nothing of it counts', async (_, change) => {
    const card = testCard('pin-blocked')
    const channel = channelTo(card)
    const answers: string[] = []
    const meddled: IssuerCardChannel = {
      async transmit(command) {
        const changed = command[1] === 0xf6 && command[2] === operation.setSecret ? change(command) : command
        const answer = await channel.transmit(changed)
        answers.push(Buffer.from(value(answer).subarray(-2)).toString('hex'))
        return answer
      },
    }
    const session = value(await IssuingCard.open(meddled, terminalKey, never))
    expect(codeOf(await session.setSecret(userPin ?? new Uint8Array(0), pin('8263')))).toBe('ISSUER-REFUSED')
    expect(answers.at(-1)).toBe('6988')
    expect(codeOf(await session.commit('one'))).toBe('ISSUER-REFUSED')
    expect(await query(card)).toBe(triesOfBlockedPin)
  })

  it.each(['reset', 'power'])('ends with %s, and with it what was not committed', async (how) => {
    const card = testCard('pin-blocked')
    const session = value(await open(card))
    value(await session.setSecret(userPin ?? new Uint8Array(0), pin('8263')))
    if (how === 'reset') card.reset()
    else {
      card.powerOff()
      card.powerOn()
    }
    expect(codeOf(await session.commit('one'))).toBe('ISSUER-REFUSED')
    expect(await query(card)).toBe(triesOfBlockedPin)
  })

  it('leaves nobody verified', async () => {
    const card = testCard()
    const session = value(await open(card))
    await selectJpki(card)
    expect(await sendWord(card, '00200098 04 31323334')).toBe('9000')
    value(await session.commit('one'))
    expect(await sendWord(card, '802A0097 01 00 00')).toBe('6982')
  })

  it('remembers the orders it has committed, and no others', async () => {
    const card = testCard()
    const session = value(await open(card))
    value(await session.commit('one'))
    expect([value(await session.knowsOrder('one')), value(await session.knowsOrder('two'))]).toEqual([true, false])
    expect(value(await value(await open(card)).knowsOrder('one'))).toBe(true)
  })

  it('refuses objects that are not there or of another kind, and goes on', async () => {
    const session = value(await open(testCard()))
    for (const object of [Uint8Array.of(9, 0, 1), Uint8Array.of(applets.indexOf('JPKI'), 0x7f, 0xff), certificateObjects.signature.key]) {
      expect(await session.setSecret(object, pin('1234'))).toMatchObject({ failure: { detail: 'the card answered 6A88 to setSecret' } })
    }
    expect(codeOf(await session.writeFile(certificateObjects.signature.certificate, new Uint8Array(60_000)))).toBe('ISSUER-REFUSED')
    expect(codeOf(await session.commit('one'))).toBe('ok')
  })

  it('commits nothing while a file or a key is unfinished', async () => {
    const card = testCard('adult', {}, { newKey: () => new Promise(() => undefined) })
    powered(card)
    const serial = (await sendData(card, '00CA004500')).toString('latin1')
    const key = cardKey(terminalKey, serial)
    const [challenge, own] = [await sendData(card, '0084000010'), Buffer.alloc(nonceLength, 7)]
    await send(card, `80F6010020${Buffer.concat([own, proof(key, 'terminal', challenge, own)]).toString('hex')}00`)
    const session = new IssuingSession(key, 'terminal', challenge, own)
    const command = async (p1: number, body: Uint8Array): Promise<string> => {
      session.next()
      const sealed = Buffer.from(session.seal(p1, body))
      return sendWord(card, `80F6${p1.toString(16).padStart(2, '0')}00${sealed.length.toString(16).padStart(2, '0')}${sealed.toString('hex')}00`)
    }
    const order = new Uint8Array(16)
    expect(await command(operation.makeKey, certificateObjects.signature.key)).toBe('9000')
    expect(await command(operation.commit, order)).toBe('6985')
    expect(await command(operation.eraseKey, certificateObjects.signature.key)).toBe('9000')
    expect(await command(operation.writeFile, Uint8Array.of(...certificateObjects.signature.certificate, 0, 4, 0, 0, 1, 2))).toBe('9000')
    expect(await command(operation.commit, order)).toBe('6985')
    expect(await command(operation.writeFile, Uint8Array.of(...certificateObjects.signature.certificate, 0, 4, 0, 3, 3, 4))).toBe('6A80')
    expect(await command(operation.writeFile, Uint8Array.of(...certificateObjects.signature.certificate, 0, 4, 0, 2, 3, 4))).toBe('9000')
    expect(await command(operation.commit, order)).toBe('9000')
  })

  it('waits for a chip that takes its time for a key, but not for ever', async () => {
    let polls = 0
    const card = testCard('adult', {}, { newKey: () => new Promise(() => undefined) })
    const session = value(
      await IssuingCard.open(channelTo(card), terminalKey, () => {
        polls += 1
        return Promise.resolve()
      }),
    )
    expect(codeOf(await session.makeKey(certificateObjects.signature.key))).toBe('CARD-TIMEOUT')
    expect(polls).toBeGreaterThan(100)
  })

  it('with a chip that makes its own key ends with a key that signs for the certificate\'s', async () => {
    const session = value(await IssuingCard.open(channelTo(testCard()), terminalKey))
    expect(value(await session.makeKey(certificateObjects.signature.key)).asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65_537n })
  })
})

describe('memory of a card', () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-card-memory-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('in a file is the card after a restart: PINs, records, keys and orders', async () => {
    const file = join(folder, 'adult.json')
    const first = testCard('adult', {}, { memory: value(cardMemoryFile(file)) })
    const session = value(await IssuingCard.open(channelTo(first), terminalKey))
    value(await session.setSecret(userPin ?? new Uint8Array(0), pin('8263')))
    value(await session.writeFile(certificateObjects.signature.certificate, Buffer.from('300100', 'hex')))
    value(await session.makeKey(certificateObjects.userAuthentication.key))
    value(await session.eraseKey(certificateObjects.signature.key))
    value(await session.commit('one'))
    const again = testCard('adult', {}, { memory: value(cardMemoryFile(file)) })
    const reopened = value(await open(again))
    expect(value(await reopened.knowsOrder('one'))).toBe(true)
    expect(Buffer.from(value(await reopened.readFile(certificateObjects.signature.certificate))).subarray(0, 4).toString('hex')).toBe('300100ff')
    await selectJpki(again)
    expect(await sendWord(again, '00200098 04 38323633')).toBe('9000')
    const signatures = await Promise.all([first, again].map(async (card) => {
      await selectJpki(card)
      await send(card, '00200098 04 38323633')
      return (await sendData(card, '802A0097 01 00 00')).toString('hex')
    }))
    expect(new Set(signatures).size).toBe(1)
    expect(await sendWord(again, '00A4020C02 001A')).toBe('6A82')
  })

  it('of a file that is none is refused with a reason', () => {
    expect(codeOf(cardMemoryFile(folder))).toBe('CONFIG-INVALID')
  })

  it('takes a change as a whole or, where it is not kept, not at all', async () => {
    let full = false
    const memory = cardMemory(undefined, () => {
      if (full) throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
    })
    const card = testCard('pin-blocked', {}, { memory })
    const session = value(await open(card))
    value(await session.setSecret(userPin ?? new Uint8Array(0), pin('8263')))
    full = true
    expect(await session.commit('one')).toMatchObject({ failure: { detail: 'the card answered 6581 to commit' } })
    expect(await query(card)).toBe(triesOfBlockedPin)
  })
})

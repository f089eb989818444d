import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cardMemory } from '../../../../src-main/training/card/chip/card-memory.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { testCard } from '../../../fixtures/card/observed-card.ts'
import { send, sendWord, powered, selectJpki } from '../../../fixtures/card/apdu-talk.ts'

const query = '00200098'
const right = '00200098 04 31323334'
const wrong = '00200098 04 39393939'
const wrongLength = '00200098 05 3132333435'

describe('retry counter of a secret', () => {
  it('never allows more than three wrong tries in a row, whatever else happens to the card', async () => {
    const step = fc.constantFrom('wrong', 'wrongLength', 'right', 'query', 'power', 'reset', 'select', 'other')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const card = powered(testCard())
        await selectJpki(card)
        let left = 3
        for (const name of steps) {
          switch (name) {
            case 'wrong':
            case 'wrongLength':
              expect(await sendWord(card, name === 'wrong' ? wrong : wrongLength)).toBe(left === 0 ? '6984' : `63C${left - 1}`)
              left = Math.max(left - 1, 0)
              break
            case 'right':
              expect(await sendWord(card, right)).toBe(left === 0 ? '6984' : '9000')
              if (left > 0) left = 3
              break
            case 'query':
              expect(await sendWord(card, query)).toBe(`63C${left}`)
              break
            case 'power':
              card.powerOff()
              card.powerOn()
              await selectJpki(card)
              break
            case 'reset':
              card.reset()
              await selectJpki(card)
              break
            case 'select':
              await selectJpki(card)
              break
            case 'other':
              expect(await sendWord(card, '00A4040C0A D3921000310001010408')).toBe('9000')
              await selectJpki(card)
          }
        }
        expect(await sendWord(card, query)).toBe(`63C${left}`)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same by short identifier and for the selected file', async () => {
    const card = powered(testCard('last-try'))
    await selectJpki(card)
    expect(await sendWord(card, query)).toBe('63C1')
    expect(await sendWord(card, '00A4020C02 0018')).toBe('9000')
    expect([await sendWord(card, '00200080'), await sendWord(card, '0020008000')]).toEqual(['63C1', '63C1'])
    expect(await sendWord(card, '00200080 04 30303030')).toBe('63C0')
  })

  it('stays 63Cx after success: the query tells no one that the PIN is verified', async () => {
    const card = powered(testCard())
    await selectJpki(card)
    expect([await sendWord(card, right), await sendWord(card, query)]).toEqual(['9000', '63C3'])
  })

  it('outlives the card object where a store keeps it', async () => {
    const memory = cardMemory()
    const first = powered(testCard('adult', {}, { memory }))
    await selectJpki(first)
    expect(await sendWord(first, wrong)).toBe('63C2')
    const second = powered(testCard('adult', {}, { memory }))
    await selectJpki(second)
    expect(await sendWord(second, query)).toBe('63C2')
  })

  it('answers a blocked secret with the word that the profile says', async () => {
    const card = powered(testCard('pin-blocked', { habits: { blockedWord: 0x6983 } }))
    await selectJpki(card)
    expect([await sendWord(card, query), await sendWord(card, right)]).toEqual(['63C0', '6983'])
  })

  it('has five tries for the signature password, which is compared byte by byte', async () => {
    const card = powered(testCard())
    await selectJpki(card)
    expect(await sendWord(card, '0020009B')).toBe('63C5')
    expect(await sendWord(card, '0020009B 06 616263313233')).toBe('63C4')
    expect(await sendWord(card, '0020009B 06 414243313233')).toBe('9000')
  })
})

describe('change of a secret', () => {
  const newPin = '00240198 04 35363738'

  it('needs the old one verified, and lasts', async () => {
    const card = powered(testCard())
    await selectJpki(card)
    expect(await sendWord(card, newPin)).toBe('6982')
    await send(card, right)
    expect(await sendWord(card, newPin)).toBe('9000')
    card.powerOff()
    card.powerOn()
    await selectJpki(card)
    expect([await sendWord(card, right), await sendWord(card, '00200098 04 35363738')]).toEqual(['63C2', '9000'])
  })

  it.each(['D3921000310001010100', 'D3921000310001010401'])('takes the JICSAP command in applet %s', async (aid) => {
    const card = powered(testCard())
    expect(await sendWord(card, `00A4040C0A ${aid}`)).toBe('9000')
    expect(await sendWord(card, '0020009C 04 31323334')).toBe('9000')
    expect(await sendWord(card, '0024019C 04 35363738')).toBe('6985')
    expect(await sendWord(card, '8032009C 04 35363738')).toBe('9000')
    expect(await sendWord(card, '0020009C 04 35363738')).toBe('9000')
  })
})

describe('security status', () => {
  const sign = '802A0097 01 00 00'
  const attempt = async (between: (card: SimulatedCard) => Promise<unknown> | undefined): Promise<string> => {
    const card = powered(testCard())
    await selectJpki(card)
    await send(card, right)
    await between(card)
    return sendWord(card, sign)
  }

  it('lets the key sign as often as asked', async () => {
    expect(await attempt((card) => send(card, sign))).toBe('9000')
  })

  it('survives selecting the same applet and a warm reset', async () => {
    expect(await attempt((card) => selectJpki(card))).toBe('9000')
    expect(
      await attempt((card) => {
        card.reset()
        return selectJpki(card)
      }),
    ).toBe('9000')
  })

  it('ends with power, with another applet, and with a wrong try', async () => {
    expect(
      await attempt((card) => {
        card.powerOff()
        card.powerOn()
        return selectJpki(card)
      }),
    ).toBe('6982')
    expect(
      await attempt(async (card) => {
        await send(card, '00A4040C0A D3921000310001010408')
        await selectJpki(card)
      }),
    ).toBe('6982')
    expect(await attempt((card) => send(card, wrong))).toBe('6982')
  })

  it('ends with a warm reset on a card of that habit', async () => {
    const card = powered(testCard('adult', { habits: { warmResetClearsStatus: true } }))
    await selectJpki(card)
    await send(card, right)
    card.reset()
    await selectJpki(card)
    expect(await sendWord(card, sign)).toBe('6982')
  })
})

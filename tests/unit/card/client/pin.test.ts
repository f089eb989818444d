import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { codeOf, open, opened, pin, testCard, type ObservedCard } from '../../../fixtures/card/observed-card.ts'

const verifies = (card: ObservedCard): string[] => card.commands.filter((command) => command.startsWith('0020') && command.length > 10)

describe('the PIN', () => {
  it('is not sent when it is not four digits, and costs no try', async () => {
    const wrongForm = fc.oneof(
      fc
        .string({ maxLength: 20 })
        .filter((text) => !/^\d{4}$/.test(text))
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ minLength: 4, maxLength: 4 }).filter((bytes) => bytes.some((byte) => byte < 0x30 || byte > 0x39)),
    )
    const bench = await open()
    const card = opened(bench)
    await fc.assert(
      fc.asyncProperty(wrongForm, async (bytes) => {
        expect(codeOf(await card.verifyUserAuthenticationPin(bytes))).toBe('PIN-FORMAT')
        expect(codeOf(await card.readBasicAttributes(bytes))).toBe('PIN-FORMAT')
      }),
    )
    expect(bench.card.commands.length).toBe(2)
    expect(await card.userAuthenticationPinTries()).toMatchObject({ value: { left: 3 } })
  })

  it('leaves no trace in the buffer that was transmitted', async () => {
    const bench = await open()
    await opened(bench).verifyUserAuthenticationPin(pin('1234'))
    const sent = bench.card.commands.findIndex((command) => command.startsWith('0020') && command.length > 10)
    expect(bench.card.commands[sent]).toBe('002000980431323334')
    expect(bench.card.buffers[sent]?.every((byte) => byte === 0)).toBe(true)
  })

  it('is wiped from the buffer even when the card leaves during the command', async () => {
    const bench = await open(undefined, (command) => (command[1] === 0x20 && command.length > 5 ? 'removed' : null))
    expect(codeOf(await opened(bench).verifyUserAuthenticationPin(pin('1234')))).toBe('CARD-REMOVED')
    expect(bench.card.buffers.at(-1)?.every((byte) => byte === 0)).toBe(true)
    expect(verifies(bench.card).length).toBe(1)
  })

  it('counts down to blocked, and a blocked PIN is not sent any more', async () => {
    const bench = await open()
    const card = opened(bench)
    const answers: string[] = []
    for (let attempt = 0; attempt < 5; attempt += 1) answers.push(codeOf(await card.verifyUserAuthenticationPin(pin('9999'))))
    expect(answers).toEqual(['PIN-WRONG', 'PIN-WRONG', 'PIN-BLOCKED', 'PIN-BLOCKED', 'PIN-BLOCKED'])
    expect(await card.userAuthenticationPinTries()).toMatchObject({ value: { left: 0 } })
    expect(verifies(bench.card).length).toBe(3)
  })

  it.each([0x6983, 0x6984] as const)('that is blocked is told from any other refusal (%i)', async (blockedWord) => {
    const bench = await open(testCard('adult', { habits: { blockedWord } }), (command) =>
      command[1] === 0x20 && command.length <= 5 ? Uint8Array.of(0x63, 0xc1) : null,
    )
    const card = opened(bench)
    for (let attempt = 0; attempt < 3; attempt += 1) await card.verifyUserAuthenticationPin(pin('9999'))
    const again = await open(bench.card, (command) => (command[1] === 0x20 && command.length <= 5 ? Uint8Array.of(0x63, 0xc1) : null))
    expect(codeOf(await opened(again).verifyUserAuthenticationPin(pin('1234')))).toBe('PIN-BLOCKED')
  })

  it('has all its tries again after the right one', async () => {
    const bench = await open(testCard('last-try'))
    const card = opened(bench)
    expect(await card.userAuthenticationPinTries()).toMatchObject({ value: { left: 1 } })
    expect(codeOf(await card.verifyUserAuthenticationPin(pin('1234')))).toBe('ok')
    expect(await card.userAuthenticationPinTries()).toMatchObject({ value: { left: 3 } })
  })

  it('is asked about anew after an answer that says nothing about the tries', async () => {
    let odd = true
    const bench = await open(undefined, (command) => (odd && command[1] === 0x20 && command.length > 5 ? Uint8Array.of(0x6a, 0x80) : null))
    const card = opened(bench)
    expect(codeOf(await card.verifyUserAuthenticationPin(pin('1234')))).toBe('CARD-REFUSED')
    odd = false
    expect(await card.userAuthenticationPinTries()).toMatchObject({ value: { left: 3 } })
    expect(bench.card.commands.at(-1)).toBe('00200098')
  })
})

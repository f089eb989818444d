import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { failureCodes } from '../../../../src-preload/contract/failure-codes.ts'
import type { IndividualNumberCard } from '../../../../src-main/card/individual-number-card.ts'
import { codeOf, open, opened, pin, sw, testCard, type Answer, type Bench } from '../../../fixtures/card/observed-card.ts'

const known = new Set<string>(['ok', ...failureCodes])
const withData = (command: string): boolean => command.startsWith('0020') && command.length > 10

/** A whole visit to the card without its PIN, whatever fails on the way. */
async function visit(card: IndividualNumberCard): Promise<string[]> {
  return [
    codeOf(await card.userAuthenticationPinTries()),
    codeOf(await card.readUserAuthenticationCertificate()),
    codeOf(await card.readUserAuthenticationCaCertificate()),
    codeOf(await card.signWithUserAuthenticationKey(pin('message'))),
  ]
}

function expectHarmless(bench: Bench, codes: readonly string[], verifiesAtMost: number): void {
  expect(codes.filter((code) => !known.has(code))).toEqual([])
  expect(bench.card.commands.filter(withData).length).toBeLessThanOrEqual(verifiesAtMost)
  // Two files of at most 72 pieces, each asked for in up to five commands by a card that lets itself be begged, and the rest.
  expect(bench.card.commands.length).toBeLessThan(800)
}

const statusBytes = fc.constantFrom(
  [0x90, 0x00],
  [0x90, 0x00],
  [0x63, 0xc2],
  [0x6a, 0x86],
  [0x69, 0x86],
  [0x61, 0x00],
  [0x6c, 0x20],
  [0x62, 0x82],
  [0x6b, 0x00],
)
const derHead = fc.constantFrom([0x30, 0x82], [0x30, 0x83], [0x30, 0x84], [0x30, 0x80], [0x30, 0x81], [0xff, 0x20, 0x82], [0xff], [])
const hostileAnswer = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(derHead, fc.uint8Array({ maxLength: 256 }), statusBytes)
      .map(([head, body, status]) => Uint8Array.from([...head, ...body, ...status])),
  },
)

describe('a hostile card', () => {
  it('that answers with any bytes brings a coded failure and no PIN try', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileAnswer, { minLength: 1, maxLength: 12 }), async (answers) => {
        const bench = await open(testCard(), (_command, index): Answer => answers[index % answers.length] ?? sw(0x9000))
        expectHarmless(bench, bench.opened.ok ? await visit(bench.opened.value) : [codeOf(bench.opened)], 0)
      }),
      { numRuns: 1_500 },
    )
  })

  it('that is genuine until its label is read brings a coded failure and no PIN try', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileAnswer, { minLength: 1, maxLength: 12 }), async (answers) => {
        const bench = await open(testCard(), (_command, index): Answer | null => (index < 2 ? null : (answers[index % answers.length] ?? null)))
        expectHarmless(bench, await visit(opened(bench)), 0)
      }),
      { numRuns: 1_500 },
    )
  })

  it('that garbles one byte of a genuine answer spends at most the one try that was asked for', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.nat(300), fc.integer({ min: 1, max: 255 }), async (at, place, change) => {
        const genuine = testCard()
        const bench = await open({
          atr: genuine.atr,
          powerOn: () => genuine.powerOn(),
          powerOff: () => genuine.powerOff(),
          reset: () => genuine.reset(),
          transmit: garbling(genuine.transmit.bind(genuine), at, place, change),
        })
        const codes = [codeOf(bench.opened)]
        if (bench.opened.ok) {
          codes.push(codeOf(await bench.opened.value.verifyUserAuthenticationPin(pin('1234'))))
          codes.push(...(await visit(bench.opened.value)))
        }
        expectHarmless(bench, codes, 1)
      }),
      { numRuns: 600 },
    )
  })

  it.each([
    ['claims a certificate of 65,535 bytes', sw(0x9000, [0x30, 0x82, 0xff, 0xff, ...new Array<number>(252).fill(1)])],
    ['claims one of 16 MB', sw(0x9000, [0x30, 0x83, 0xff, 0xff, 0xff, ...new Array<number>(251).fill(1)])],
    ['gives a length without end', sw(0x9000, [0x30, 0x80, ...new Array<number>(254).fill(1)])],
    ['gives a certificate byte by byte', sw(0x9000, [0x30])],
  ])('that %s is given up on soon', async (_what, answer) => {
    const bench = await open(testCard(), (command) => (command[1] === 0xb0 && command[2] !== 0x86 ? answer : null))
    expect(codeOf(await opened(bench).readUserAuthenticationCertificate())).toBe('CARD-MALFORMED')
    expect(bench.card.commands.length).toBeLessThan(70)
  })

  it('that always has more data is given up on', async () => {
    const bench = await open(testCard(), (command) =>
      (command[1] === 0xb0 && command[2] !== 0x86) || command[1] === 0xc0 ? sw(0x6100, new Array<number>(256).fill(0x30)) : null,
    )
    expect(codeOf(await opened(bench).readUserAuthenticationCertificate())).toBe('CARD-MALFORMED')
    expect(bench.card.commands.length).toBeLessThan(10)
  })

  it.each([0, 1])('that answers with %i bytes counts as removed', async (length) => {
    const bench = await open(testCard(), () => new Uint8Array(length))
    expect(codeOf(bench.opened)).toBe('CARD-REMOVED')
  })

  it('that gives more than was asked for is not believed beyond it', async () => {
    const long = sw(0x9000, [0x30, 0x05, ...new Array<number>(400).fill(7)])
    const bench = await open(testCard(), (command) => (command[1] === 0xb0 && command[2] === 0x8a ? long : null))
    expect(await opened(bench).readUserAuthenticationCertificate()).toEqual({ ok: true, value: Uint8Array.of(0x30, 0x05, 7, 7, 7, 7, 7) })
  })
})

function garbling(
  transmit: (command: Uint8Array) => Promise<Answer>,
  at: number,
  place: number,
  change: number,
): (command: Uint8Array) => Promise<Answer> {
  let index = 0
  return async (command) => {
    const answer = await transmit(command)
    if (index++ !== at || typeof answer === 'string') return answer
    const garbled = answer.slice()
    garbled[place % garbled.length] = (garbled[place % garbled.length] ?? 0) ^ change
    return garbled
  }
}

import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../../../src-preload/contract/failure-codes.ts'
import type { CardConnection, CardReader } from '../../../../src-main/card/card-reader.ts'
import { openIndividualNumberCard } from '../../../../src-main/card/client/open-individual-number-card.ts'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import { cardOperations, isChange, isVerify, openPatiently, secretsOf, testIssuerKeys, type CardOperation } from '../../../fixtures/card/card-operations.ts'
import { codeOf, opened, sw, testCard } from '../../../fixtures/card/observed-card.ts'

/** Set MADOGUCHI_FUZZ_SEED to see a run again, and MADOGUCHI_FUZZ_CASES for a longer one. */
const seed = Number(process.env.MADOGUCHI_FUZZ_SEED ?? 20_261_121)
const cases = Number(process.env.MADOGUCHI_FUZZ_CASES ?? 104_400)
const casesOfEach = Math.ceil(cases / cardOperations.length)
/** The longest file is read in two times 128 pieces and some, each perhaps asked for again. */
const commandsMax = 1_500
const known = new Set<string>(['ok', ...failureCodes])
const secrets = secretsOf('adult')

/** Mulberry32: 32 bits of state, the same numbers for the same seed. */
function randomFrom(start: number): (below: number) => number {
  let state = start >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What a good card answers, command by command. */
async function transcript(operation: CardOperation): Promise<readonly Uint8Array[]> {
  const answers: Uint8Array[] = []
  const genuine = testCard()
  const bench = await openPatiently({
    atr: genuine.atr,
    powerOn: () => genuine.powerOn(),
    powerOff: () => genuine.powerOff(),
    reset: () => genuine.reset(),
    async transmit(command) {
      const answer = await genuine.transmit(command)
      if (typeof answer !== 'string') answers.push(answer)
      return answer
    },
  })
  expect(codeOf(await operation.run(opened(bench), secrets, testIssuerKeys)), operation.name).toBe('ok')
  return answers
}

const statusWords = [0x9000, 0x9000, 0x6282, 0x6b00, 0x6a82, 0x6a86, 0x6986, 0x6700, 0x63c0, 0x63c2, 0x6983, 0x6984, 0x6982, 0x6f00, 0x6100, 0x61ff, 0x6c00, 0x6c11, 0x6300]
const heads: readonly (readonly number[])[] = [[], [0x30, 0x82, 0xff, 0xff], [0x30, 0x80], [0x30, 0x84], [0xff, 0x20, 0x82, 0x7f, 0xff], [0xff, 0x20, 0x83], [0xff, 0x40, 0x82], [0x7f, 0x21, 0x82], [0x01, 0xff], [0xff], [0x5f]]

function mutated(answer: Uint8Array, random: (below: number) => number): Uint8Array {
  const copy = Uint8Array.from(answer)
  switch (random(7)) {
    case 0:
      for (let flips = 1 + random(4); flips > 0; flips -= 1) copy[random(copy.length)] = random(256)
      return copy
    case 1:
      return copy.subarray(0, random(copy.length))
    case 2:
      return sw(statusWords[random(statusWords.length)] ?? 0, copy.subarray(0, -2))
    case 3:
      return sw(statusWords[random(statusWords.length)] ?? 0)
    case 4:
      return sw(0x9000, [...(heads[random(heads.length)] ?? []), ...Array.from({ length: random(300) }, () => random(256))])
    case 5:
      return sw(0x9000, [...copy.subarray(0, -2), ...Array.from({ length: random(80) }, () => random(256))])
    default:
      return sw(random(0x10000), Array.from({ length: random(8) }, () => random(256)))
  }
}

interface Hostile {
  readonly reader: CardReader
  readonly commands: Uint8Array[]
  /** The arrays that were transmitted, to see that secrets were zeroed. */
  readonly buffers: Uint8Array[]
}

/** A reader whose card follows the transcript up to a place and then answers as it likes, or goes. */
function hostile(answers: readonly Uint8Array[], random: (below: number) => number): Hostile {
  const commands: Uint8Array[] = []
  const buffers: Uint8Array[] = []
  const wrongAt = random(answers.length)
  const goesOn = random(2) === 0
  const connection: CardConnection = {
    transmit(command) {
      const index = commands.push(Uint8Array.from(command)) - 1
      buffers.push(command)
      if (index > commandsMax) throw new Error('the client does not stop asking')
      const answer = answers[index % answers.length] ?? sw(0x9000)
      if (index === wrongAt || (index > wrongAt && goesOn && random(3) === 0)) {
        const strange = mutated(answer, random)
        return Promise.resolve(strange.length < 2 ? fail('CARD-REMOVED') : ok(strange))
      }
      return Promise.resolve(ok(Uint8Array.from(answer)))
    },
    powerOff: () => Promise.resolve(),
  }
  const reader: CardReader = {
    description: 'fuzz',
    state: () => ({ kind: 'noService' }),
    subscribe: () => () => undefined,
    connect: () => Promise.resolve(ok(connection)),
    close: () => Promise.resolve(),
  }
  return { reader, commands, buffers }
}

describe(`fuzzed answers, ${casesOfEach} to each operation from seed ${seed}`, () => {
  it.each(cardOperations)('$name: a code, an end, and no secret more than was asked for', { timeout: 600_000 }, async (operation) => {
    const answers = await transcript(operation)
    const putBack = operation.changes === 2 ? 1 : 0
    for (let number = 0; number < casesOfEach; number += 1) {
      const random = randomFrom(seed + number * 7_919)
      const { reader, commands, buffers } = hostile(answers, random)
      let verifies = 0
      let changes = 0
      let code = ''
      try {
        const card = await openIndividualNumberCard(reader)
        code = card.ok ? codeOf(await operation.run(card.value, secrets, testIssuerKeys)) : codeOf(card)
      } catch (error) {
        throw new Error(`case ${number} threw`, { cause: error })
      }
      let leftBehind = false
      for (const [index, command] of commands.entries()) {
        const secret = isVerify(command) || isChange(command)
        if (isVerify(command)) verifies += 1
        if (isChange(command)) changes += 1
        if (secret && (buffers[index]?.some((byte) => byte !== 0) ?? true)) leftBehind = true
      }
      const fine = known.has(code) && verifies <= operation.verifies + putBack && changes <= operation.changes + putBack && !leftBehind
      if (!fine) expect.fail(`case ${number}: ${code}, ${verifies} verified, ${changes} changed, secret left behind: ${leftBehind}`)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../../../src-preload/contract/failure-codes.ts'
import { formatStatusWord, statusWord } from '../../../../src-main/card/codec/status-word.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { cardOperations, isChange, isVerify, openPatiently, secretsOf, testIssuerKeys, type CardOperation } from '../../../fixtures/card/card-operations.ts'
import { codeOf, opened, sw, testCard, type Answer, type Bench, type Interceptor } from '../../../fixtures/card/observed-card.ts'

/** Every word of reference card.md §3.3, the families with a number in them, and words that nobody has seen. */
const words = [...Object.values(statusWord), 0x63c0, 0x63c1, 0x63c3, 0x63cf, 0x6110, 0x6100, 0x6c10, 0x6581, 0x1234, 0x6999, 0x9001, 0xffff]
const secrets = secretsOf('adult')
const known = new Set<string>(['ok', ...failureCodes])
const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, 'hex')

interface Visit {
  readonly simulated: SimulatedCard
  readonly bench: Bench
  readonly code: string
}

async function visit(operation: CardOperation, intercept?: Interceptor): Promise<Visit> {
  const simulated = testCard()
  const bench = await openPatiently(simulated, intercept)
  return { simulated, bench, code: bench.opened.ok ? codeOf(await operation.run(bench.opened.value, secrets, testIssuerKeys)) : codeOf(bench.opened) }
}

/** At one command, whichever it is, the card says something else. */
const answerAt =
  (step: number, answer: Answer): Interceptor =>
  (_command, index) =>
    index === step ? answer : null

function expectDiscreet({ bench, code }: Visit, operation: CardOperation, what: string): void {
  const { commands, buffers } = bench.card
  expect(known.has(code), `${what}: ${code}`).toBe(true)
  const sent = commands.map(bytesOf)
  const verifies = sent.filter(isVerify).length
  // One more to open the first key of 住民基本台帳用 again, which has the new value by then, and put it back.
  const putBack = operation.changes === 2 ? 1 : 0
  expect(verifies, `${what}: secrets sent`).toBeLessThanOrEqual(operation.verifies + putBack)
  expect(sent.filter(isChange).length, `${what}: changes sent`).toBeLessThanOrEqual(operation.changes + putBack)
  for (const [index, buffer] of buffers.entries()) {
    const command = sent[index]
    if (command !== undefined && (isVerify(command) || isChange(command))) expect(buffer.every((byte) => byte === 0), `${what}: secret left behind`).toBe(true)
  }
}

/** What the chip itself counts, asked by a new session. */
async function triesOfCard({ simulated, bench }: Visit): Promise<unknown> {
  if (bench.opened.ok) await bench.opened.value.release()
  const card = opened(await openPatiently(simulated))
  const overview = await card.overview()
  const numbers = await card.verificationNumberTries()
  return { pins: overview.ok && overview.value.pins, numbers: numbers.ok && numbers.value }
}

const fullTries = {
  pins: { userAuthentication: { left: 3, max: 3 }, signature: { left: 5, max: 5 }, inputSupport: { left: 3, max: 3 }, residentRegister: { left: 3, max: 3 } },
  numbers: { a: { left: 10, max: 10 }, b: { left: 10, max: 10 } },
}

describe.each(cardOperations)('$name', (operation) => {
  it('works on a good card, with no more secrets than it needs', async () => {
    const good = await visit(operation)
    expect(good.code).toBe('ok')
    const sent = good.bench.card.commands.map(bytesOf)
    expect([sent.filter(isVerify).length, sent.filter(isChange).length]).toEqual([operation.verifies, operation.changes])
    expectDiscreet(good, operation, 'good card')
    expect(await triesOfCard(good)).toEqual(fullTries)
  })

  it('meets every status word at every step with a code, no second secret and no try lost', { timeout: 300_000 }, async () => {
    const steps = (await visit(operation)).bench.card.commands
    for (const step of steps.keys()) {
      for (const word of words) {
        const what = `${formatStatusWord(word)} at ${step} (${steps[step]?.slice(0, 8) ?? ''})`
        const met = await visit(operation, answerAt(step, sw(word)))
        expectDiscreet(met, operation, what)
        const sent = met.bench.card.commands
        const refusedSecret = sent[step]
        if (word === statusWord.success || refusedSecret === undefined) continue
        // A command that carried a secret and was answered with anything but success is never sent again.
        if (isVerify(bytesOf(refusedSecret))) {
          expect(met.code, what).not.toBe('ok')
          const applet = sent.slice(0, step).findLast((command) => command.startsWith('00a404'))
          const repeated = sent.slice(step + 1).filter((command, later) => {
            const there = sent.slice(0, step + 1 + later).findLast((each) => each.startsWith('00a404'))
            return command === refusedSecret && there === applet
          })
          expect(repeated, what).toEqual([])
          expect(sent.slice(step + 1).filter((command) => isChange(bytesOf(command)) && !command.endsWith('31323334')), what).toEqual([])
        }
        if (isChange(bytesOf(refusedSecret))) expect(met.code, what).not.toBe('ok')
      }
      const spent = await visit(operation, answerAt(step, sw(0x6f00)))
      expect(await triesOfCard(spent)).toEqual(fullTries)
    }
  })

  it('ends with CARD-REMOVED, or says that a change is open, when the card goes at any step', async () => {
    const { commands } = (await visit(operation)).bench.card
    for (const step of commands.keys()) {
      const gone = await visit(operation, answerAt(step, 'removed'))
      const expected = isChange(bytesOf(commands[step] ?? '')) ? ['PIN-CHANGE-UNCERTAIN'] : ['CARD-REMOVED', 'PIN-PARTLY-CHANGED']
      expect(expected, `gone at ${step}`).toContain(gone.code)
      expectDiscreet(gone, operation, `gone at ${step}`)
      expect(gone.bench.card.commands.length).toBe(step + 1)
    }
  })
})

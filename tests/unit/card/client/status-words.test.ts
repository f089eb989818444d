import { describe, expect, it } from 'vitest'
import { formatStatusWord, statusWord } from '../../../../src-main/card/codec/status-word.ts'
import { codeOf, open, opened, pin, sw, type Interceptor } from '../../../fixtures/card/observed-card.ts'

/** Every word of reference card.md §3.3, the families with a number in them, and words that nobody has seen. */
const words = [...Object.values(statusWord), 0x63c0, 0x63c1, 0x63c3, 0x63cf, 0x6110, 0x6c10, 0x1234, 0x6999, 0x9001, 0xffff]

const select = (command: Uint8Array): boolean => command[1] === 0xa4 && command[2] === 0x04
const readOf =
  (file: number, later = false) =>
  (command: Uint8Array): boolean =>
    command[1] === 0xb0 && (later ? (command[2] ?? 0) < 0x80 : command[2] === (0x80 | file))
const selectFile = (command: Uint8Array): boolean => command[1] === 0xa4 && command[2] === 0x02
const query = (command: Uint8Array): boolean => command[1] === 0x20 && command.length <= 5
const verify = (command: Uint8Array): boolean => command[1] === 0x20 && command.length > 5
const sign = (command: Uint8Array): boolean => command[1] === 0x2a

function answering(word: number, ...steps: ((command: Uint8Array) => boolean)[]): Interceptor {
  return (command) => (steps.some((step) => step(command)) ? sw(word) : null)
}

const verifies = (commands: readonly string[]): number => commands.filter((command) => /^0020....04/.test(command)).length
const expectations = (special: Readonly<Record<string, string>>): [string, number, string][] =>
  words.map((word) => [formatStatusWord(word), word, special[formatStatusWord(word)] ?? 'CARD-REFUSED'])

describe('every status word at SELECT of the applet', () => {
  const foreign = Object.fromEntries(['6A82', '6A81', '6A86', '6A87', '6D00', '6E00'].map((word) => [word, 'CARD-FOREIGN']))
  // A card that says 9000 to everything has no label to show.
  it.each(expectations({ ...foreign, '9000': 'CARD-MALFORMED' }))('%s', async (_name, word, expected) => {
    const bench = await open(undefined, (command) => (select(command) || word === 0x9000 ? sw(word) : null))
    expect(codeOf(bench.opened)).toBe(expected)
    expect(bench.card.powered).toBe(false)
  })
})

describe('every status word at the token label', () => {
  const short = { '9000': 'CARD-MALFORMED', '6282': 'CARD-MALFORMED', '6B00': 'CARD-MALFORMED' }
  it.each(expectations(short))('%s', async (_name, word, expected) => {
    const bench = await open(undefined, answering(word, readOf(0x06), readOf(0, true)))
    expect(codeOf(bench.opened)).toBe(expected)
    expect(bench.card.commands.length).toBeLessThanOrEqual(4)
  })
})

describe('every status word at the query of the tries', () => {
  it.each(expectations({ '63C0': '0', '63C1': '1', '63C3': '3', '63CF': '3', '6983': '0', '6984': '0', '6A82': 'CARD-FACE-ONLY' }))('%s', async (_name, word, expected) => {
    const bench = await open(undefined, answering(word, query))
    const tries = await opened(bench).userAuthenticationPinTries()
    expect(tries.ok ? String(tries.value.left) : tries.failure.code).toBe(expected)
    expect(verifies(bench.card.commands)).toBe(0)
  })
})

describe('every status word at VERIFY', () => {
  const special = {
    '9000': 'ok',
    '6300': 'PIN-WRONG',
    '63C0': 'PIN-BLOCKED',
    '63C1': 'PIN-WRONG',
    '63C3': 'PIN-WRONG',
    '63CF': 'PIN-WRONG',
    '6983': 'PIN-BLOCKED',
    '6984': 'PIN-BLOCKED',
  }
  it.each(expectations(special))('%s', async (_name, word, expected) => {
    const bench = await open(undefined, answering(word, verify))
    expect(codeOf(await opened(bench).verifyUserAuthenticationPin(pin('1234')))).toBe(expected)
    expect(verifies(bench.card.commands)).toBe(1)
  })
})

describe('every status word at the certificate', () => {
  const first = { '9000': 'CARD-MALFORMED', '6282': 'CARD-MALFORMED', '6B00': 'CARD-MALFORMED', '6A82': 'CARD-NO-CERTIFICATE' }
  it.each(expectations(first))('%s to the first command', async (_name, word, expected) => {
    const bench = await open(undefined, answering(word, readOf(0x0a), readOf(0, true)))
    expect(codeOf(await opened(bench).readUserAuthenticationCertificate())).toBe(expected)
  })
  const later = { '9000': 'CARD-MALFORMED', '6282': 'CARD-MALFORMED', '6B00': 'CARD-MALFORMED' }
  it.each(expectations(later))('%s to a later command', async (_name, word, expected) => {
    const bench = await open(undefined, answering(word, readOf(0, true)))
    expect(codeOf(await opened(bench).readUserAuthenticationCertificate())).toBe(expected)
  })
})

describe('every status word at the signature', () => {
  it.each(expectations({ '9000': 'CARD-MALFORMED' }))('%s', async (_name, word, expected) => {
    const bench = await open(undefined, answering(word, sign))
    await opened(bench).verifyUserAuthenticationPin(pin('1234'))
    expect(codeOf(await opened(bench).signWithUserAuthenticationKey(pin('message')))).toBe(expected)
    expect(verifies(bench.card.commands)).toBe(1)
  })
})

describe('every status word at SELECT of a file', () => {
  it.each(expectations({ '6A82': 'CARD-FACE-ONLY' }))('%s', async (_name, word, expected) => {
    const bench = await open(undefined, (command) => (selectFile(command) ? sw(word) : query(command) ? sw(0x6a86) : null))
    expect(codeOf(await opened(bench).userAuthenticationPinTries())).toBe(expected)
  })
})

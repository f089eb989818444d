import type { PinKind, PinWeakness } from '../../../src-preload/contract/common.ts'
import { birthDateForms } from './birth-date-forms.ts'
import type { PinKindRules, PinRules } from './pin-rules.ts'

/** What others can find out about the holder or read off the card. Null: not known here, so not compared. */
export interface PinFacts {
  /** ISO date; unknown month or day as `??`. */
  readonly birthDate: string | null
  /** セキュリティコード, four ASCII digits. */
  readonly securityCode: Uint8Array | null
  /** Last day of validity of the card, ISO date. */
  readonly cardExpiry: string | null
  /** The PIN that is to be replaced. */
  readonly oldPin: Uint8Array | null
}

const expiryYearLength = 4

/**
 * Why this new PIN is not taken, or null when it is. `candidate`: ASCII, letters upper-cased by the caller; it is
 * looked at as bytes and never becomes text. Nothing here touches the card.
 */
export function checkNewPin(kind: PinKind, candidate: Uint8Array, facts: PinFacts, rules: PinRules): PinWeakness | null {
  const rule = rules[kind]
  if (!hasFormat(candidate, rule)) return 'format'
  if (facts.oldPin !== null && facts.oldPin.length === candidate.length && contains(candidate, facts.oldPin)) return 'sameAsOld'
  return rule.refuse.find((weakness) => isWeak[weakness](candidate, facts, rule)) ?? null
}

type OptionalWeakness = PinKindRules['refuse'][number]

/** A four-digit PIN contains only itself, so that the same question does for PINs and for the longer password. */
const isWeak: Readonly<Record<OptionalWeakness, (candidate: Uint8Array, facts: PinFacts, rule: PinKindRules) => boolean>> = {
  birthDate: (candidate, { birthDate }) => birthDate !== null && [...birthDateForms(birthDate)].some((form) => contains(candidate, ascii(form))),
  securityCode: (candidate, { securityCode }) => securityCode !== null && contains(candidate, securityCode),
  expiryYear: (candidate, { cardExpiry }) => cardExpiry !== null && contains(candidate, ascii(cardExpiry.slice(0, expiryYearLength))),
  run: (candidate, _facts, { runs }) => runs.steps.some((step) => hasStretch(candidate, runs.length, 1, (from, to) => follows(from, to, step, runs.wrapAround))),
  repeat: (candidate, _facts, { repeats }) => repeats.some(({ period, length }) => hasStretch(candidate, length, period, (from, to) => from === to)),
}

function hasFormat(candidate: Uint8Array, { length, characters }: PinKindRules): boolean {
  if (candidate.length < length.min || candidate.length > length.max) return false
  if (characters === 'digits') return candidate.every(isDigit)
  return candidate.every((byte) => isDigit(byte) || isLetter(byte)) && candidate.some(isDigit) && candidate.some(isLetter)
}

/** Are there `length` characters in a row, each related to the one `distance` before it? */
function hasStretch(candidate: Uint8Array, length: number, distance: number, related: (from: number, to: number) => boolean): boolean {
  let stretch = 0
  for (const [index, to] of candidate.entries()) {
    const from = candidate[index - distance]
    stretch = from !== undefined && related(from, to) ? stretch + 1 : 0
    if (stretch + distance >= length) return true
  }
  return false
}

function follows(from: number, to: number, step: number, wrapAround: boolean): boolean {
  if (isDigit(from) && isDigit(to)) return wrapAround ? (to - from - step) % 10 === 0 : to - from === step
  return isLetter(from) && isLetter(to) && to - from === step
}

function contains(candidate: Uint8Array, part: Uint8Array): boolean {
  if (part.length === 0) return false
  return Buffer.from(candidate.buffer, candidate.byteOffset, candidate.length).includes(Buffer.from(part.buffer, part.byteOffset, part.length))
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'ascii')
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isLetter(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a
}

import { fail, ok, type Result } from '../../../failures/result.ts'
import type { PinKind } from '../../../issuer/issuer-terminal.ts'

const signaturePassword = { min: 6, max: 16 } as const

/** Four ASCII digits: 利用者証明用, 券面事項入力補助用 and 住民基本台帳用 (reference card.md §4). Failure: PIN-FORMAT. */
export function checkFourDigits(pin: Uint8Array): Result<void> {
  return checkDigits(pin, 4)
}

export function checkDigits(secret: Uint8Array, length: number): Result<void> {
  return secret.length === length && secret.every(isDigit) ? ok() : fail('PIN-FORMAT')
}

/** What VERIFY may be given: the card compares bytes, so letters come upper-cased (reference card.md §4). Failure: PIN-FORMAT. */
export function checkPinFormat(kind: PinKind, pin: Uint8Array): Result<void> {
  if (kind !== 'signature') return checkFourDigits(pin)
  const { min, max } = signaturePassword
  return pin.length >= min && pin.length <= max && pin.every((byte) => isDigit(byte) || isUpperCaseLetter(byte)) ? ok() : fail('PIN-FORMAT')
}

/** What may be set: the 署名用 password has a letter and a digit at least (reference counter-procedures §B.1). Failure: PIN-FORMAT. */
export function checkNewPinFormat(kind: PinKind, pin: Uint8Array): Result<void> {
  const format = checkPinFormat(kind, pin)
  if (!format.ok || kind !== 'signature') return format
  return pin.some(isDigit) && pin.some(isUpperCaseLetter) ? ok() : fail('PIN-FORMAT')
}

export function sameSecret(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function isUpperCaseLetter(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a
}

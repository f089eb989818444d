import { fail, ok, type Result } from '../failures/result.ts'

export const minimumPasswordLength = 10
const maximumPasswordLength = 256

/** What people type first when ten characters are asked for. Compared without case. */
const common = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '1111111111',
  '0000000000',
  '1234567891',
  '12345678910',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'qwerty12345',
  'qwerty1234',
  'asdfghjkl;',
  'zaq12wsxcde3',
  'abcdefghij',
  'abc1234567',
  'password10',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'p@ssw0rd123',
  'administrator',
  'letmein1234',
  'welcome123',
  'iloveyou123',
  'changeme123',
  'madoguchi1',
  'madoguchi123',
  'shiyakusho',
  'shiyakusho1',
  'yakuba12345',
  'juminhyou1',
])

/** Failures: STAFF-WEAK-PASSWORD, with the rule that was broken (never the password). */
export function checkPassword(password: string, accountId: string): Result<void> {
  const normal = password.normalize('NFKC').toLowerCase()
  const characters = Array.from(normal)
  if (characters.length < minimumPasswordLength) return fail('STAFF-WEAK-PASSWORD', `shorter than ${minimumPasswordLength} characters`)
  if (characters.length > maximumPasswordLength) return fail('STAFF-WEAK-PASSWORD', `longer than ${maximumPasswordLength} characters`)
  if (normal.includes(accountId.normalize('NFKC').toLowerCase())) return fail('STAFF-WEAK-PASSWORD', 'contains the account id')
  if (common.has(normal)) return fail('STAFF-WEAK-PASSWORD', 'one of the passwords tried first')
  if (new Set(characters).size < 4) return fail('STAFF-WEAK-PASSWORD', 'fewer than four different characters')
  return ok()
}

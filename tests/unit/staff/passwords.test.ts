import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPasswordCost, hashPassword, verifyPassword } from '../../../src-main/staff/password-hash.ts'
import { checkPassword } from '../../../src-main/staff/password-rules.ts'
import { code, testPasswordCost } from '../queue/temporary-store.ts'

describe('password hashes', () => {
  it('verify the password they were made of and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (password, other) => {
        const hash = await hashPassword(password, testPasswordCost)
        expect(await verifyPassword(password, hash)).toBe(true)
        expect(await verifyPassword(other, hash)).toBe(other.normalize('NFKC') === password.normalize('NFKC'))
      }),
    )
  })

  it('carry their own parameters and a salt of their own', async () => {
    const hash = await hashPassword('見本のパスワード', defaultPasswordCost)
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/)
    expect(await verifyPassword('見本のパスワード', hash)).toBe(true)
    expect(await hashPassword('same', testPasswordCost)).not.toBe(await hashPassword('same', testPasswordCost))
  })

  it('are not mistaken for something else', async () => {
    await expect(verifyPassword('x', 'plain text')).rejects.toThrow('not a stored password hash')
  })
})

describe('password rules', () => {
  it.each([
    'ninechars',
    '',
    'あいうえおかきくけ',
    'tanaka-2026-xy',
    'ＴＡＮＡＫＡ-pass-word',
    'Password123',
    'qwertyuiop',
    '1234567890',
    'aaaaaaaaaaaaaa',
    'x'.repeat(300),
  ])('refuse case %#', (password) => {
    expect(code(checkPassword(password, 'tanaka'))).toBe('STAFF-WEAK-PASSWORD')
  })

  it.each(['correct horse battery', 'さくら咲く四月の窓口', 'x9#Lm2!pQ7'])('accept case %#', (password) => {
    expect(code(checkPassword(password, 'tanaka'))).toBe('ok')
  })

  it('never repeat the password in the refusal', () => {
    const refused = checkPassword('tanaka-2026-xy', 'tanaka')
    expect(JSON.stringify(refused)).not.toContain('2026')
  })
})

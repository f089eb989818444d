import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src-main/failures/result.ts'
import { confirmBySecondPerson } from '../../../src-main/staff/second-person.ts'
import type { StaffAccount } from '../../../src-main/staff/staff-accounts.ts'

const roles = ['clerk', 'supervisor', 'maintainer'] as const

/** Accounts that know people by small letters, whatever was typed. */
function accountsOf(role: StaffAccount['role'], passwordDue = false) {
  return {
    signIn: (typed: string, password: string) => {
      const accountId = typed.trim().toLowerCase()
      return Promise.resolve(password === 'right' ? ok({ accountId, displayName: accountId, role, disabled: false, passwordDue }) : fail('STAFF-BAD-CREDENTIALS'))
    },
  }
}

describe('a second person', () => {
  it('is never one who took part, however the account was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...roles), fc.constantFrom('otherClerk' as const, 'supervisor' as const), fc.subarray(['sato', 'suzuki', 'chief']), fc.constantFrom('sato', ' SATO', 'Suzuki', 'chief '), async (role, needed, took, typed) => {
        const confirmed = await confirmBySecondPerson(accountsOf(role), needed, new Set(took), { accountId: typed, password: 'right' })
        if (took.includes(typed.trim().toLowerCase())) expect(confirmed).toMatchObject({ ok: false, failure: { code: 'CASE-NEEDS-SECOND-PERSON' } })
        else expect(confirmed.ok).toBe(role === 'supervisor' || (needed === 'otherClerk' && role === 'clerk'))
      }),
    )
  })

  it('is not one with a one-time password, which somebody else knows', async () => {
    expect(await confirmBySecondPerson(accountsOf('supervisor', true), 'supervisor', new Set(), { accountId: 'chief', password: 'right' })).toMatchObject({ ok: false, failure: { code: 'CASE-NEEDS-SECOND-PERSON' } })
  })

  it('who gives a wrong password is told as at every sign-in', async () => {
    expect(await confirmBySecondPerson(accountsOf('supervisor'), 'supervisor', new Set(), { accountId: 'chief', password: 'wrong' })).toEqual(fail('STAFF-BAD-CREDENTIALS'))
  })
})

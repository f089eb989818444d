import { fail, type Result } from '../failures/result.ts'
import type { StaffAccount, StaffAccounts } from './staff-accounts.ts'

/**
 * 複数人確認: the password of somebody else, given at the same desk. The port counts and audits the attempt as every
 * sign-in. Failures: those of signIn, CASE-NEEDS-SECOND-PERSON for an account that took part already or may not confirm.
 */
export async function confirmBySecondPerson(
  accounts: Pick<StaffAccounts, 'signIn'>,
  needed: 'otherClerk' | 'supervisor',
  tookPart: ReadonlySet<string>,
  credentials: { readonly accountId: string; readonly password: string },
): Promise<Result<StaffAccount>> {
  const second = await accounts.signIn(credentials.accountId, credentials.password)
  if (!second.ok) return second
  const { accountId, role, passwordDue } = second.value
  // Compared as the store knows them: an account has many spellings at the keyboard.
  if (tookPart.has(accountId)) return fail('CASE-NEEDS-SECOND-PERSON', 'the same account')
  // Somebody else knows a one-time password: the very person, perhaps, who would then confirm alone.
  if (passwordDue) return fail('CASE-NEEDS-SECOND-PERSON', 'a one-time password')
  const may = role === 'supervisor' || (needed === 'otherClerk' && role === 'clerk')
  return may ? second : fail('CASE-NEEDS-SECOND-PERSON', `needs ${needed}`)
}

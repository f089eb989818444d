import { Option, type Command } from 'commander'
import { roleSchema, type Role } from '../../src-preload/contract.ts'
import { operator } from '../audit/actors.ts'
import { ok, type Result } from '../failures/result.ts'
import type { ListedAccount, StaffAccount, StaffAccounts } from '../staff/staff-accounts.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { newPassword } from './shell/password.ts'
import type { Streams } from './shell/streams.ts'
import { withStore } from './shell/terminal-store.ts'

interface PasswordOptions {
  readonly passwordStdin?: true
}

interface AddOptions extends PasswordOptions {
  readonly name: string
  readonly role: Role
}

const passwordFromStdin = ['--password-stdin', 'read the password from the first line of standard input, even on a terminal'] as const

const stateOf = ({ disabled, passwordDue, locked = false }: StaffAccount & Partial<ListedAccount>): string =>
  disabled ? 'disabled' : locked ? 'locked' : passwordDue ? 'one-time' : 'active'

const line = (account: StaffAccount): string => `${account.accountId.padEnd(20)} ${account.role.padEnd(11)} ${stateOf(account).padEnd(8)} ${account.displayName}`

async function add(streams: Streams, accounts: StaffAccounts, accountId: string, { name, role, passwordStdin }: AddOptions): Promise<Result<Reply>> {
  const password = await newPassword(streams, passwordStdin === true)
  if (!password.ok) return password
  const added = await accounts.add({ accountId, displayName: name, role }, password.value)
  return added.ok ? ok({ json: { account: added.value }, text: `Added: ${line(added.value)}` }) : added
}

function list(accounts: StaffAccounts): Result<Reply> {
  const listed = accounts.list()
  if (!listed.ok) return listed
  const text = listed.value.length === 0 ? 'There are no accounts.' : listed.value.map(line).join('\n')
  return ok({ json: { accounts: listed.value }, text })
}

function disable(accounts: StaffAccounts, accountId: string): Result<Reply> {
  const disabled = accounts.disable(accountId)
  return disabled.ok ? ok({ json: { account: disabled.value }, text: `Disabled: ${line(disabled.value)}` }) : disabled
}

function unlock(accounts: StaffAccounts, accountId: string): Result<Reply> {
  const unlocked = accounts.unlock(accountId, operator)
  return unlocked.ok ? ok({ json: { account: unlocked.value }, text: `Unlocked: ${line(unlocked.value)}` }) : unlocked
}

async function setPassword(streams: Streams, accounts: StaffAccounts, accountId: string, { passwordStdin }: PasswordOptions): Promise<Result<Reply>> {
  const password = await newPassword(streams, passwordStdin === true)
  if (!password.ok) return password
  const set = await accounts.setOneTimePassword(accountId, password.value, operator)
  return set.ok ? ok({ json: { account: set.value }, text: `To be changed at the next sign-in: ${line(set.value)}` }) : set
}

/** `staff add`, `list`, `disable`, `unlock` and `password`. The kiosk must not be running: it owns the store. */
export function addStaff(program: Command, context: CommandContext): void {
  const run = async (work: (accounts: StaffAccounts) => Promise<Result<Reply>> | Result<Reply>): Promise<void> => {
    const configuration = await context.configuration()
    return context.answer(configuration.ok ? withStore(configuration.value, (store) => work(store.staff)) : configuration)
  }
  const staff = program.command('staff').description('Accounts of the staff screen (while the kiosk is stopped)')
  withExamples(staff, 'staff add hanako --name "見本 花子" --role clerk', 'staff list')
  const adding = staff
    .command('add')
    .description('Make an account; asks for its password twice, without echo, or reads it from standard input')
    .argument('<accountId>', '2 to 32 of a-z, 0-9, ".", "_", "-"')
    .requiredOption('--name <name>', 'name on the staff screen')
    .addOption(new Option('--role <role>', 'what the account may do').choices(roleSchema.options).makeOptionMandatory())
    .option(...passwordFromStdin)
    .action((accountId: string, options: AddOptions) => run((accounts) => add(context.streams, accounts, accountId, options)))
  withExamples(adding, 'staff add hanako --name "見本 花子" --role clerk')
  withExamples(
    staff
      .command('list')
      .description('All accounts, with role and state')
      .action(() => run(list)),
    'staff list --json',
  )
  withExamples(
    staff
      .command('disable')
      .description('Close an account; what it did stays in the records')
      .argument('<accountId>')
      .action((accountId: string) => run((accounts) => disable(accounts, accountId))),
    'staff disable hanako',
  )
  withExamples(
    staff
      .command('unlock')
      .description('Open an account that wrong passwords have closed; its password stays')
      .argument('<accountId>')
      .action((accountId: string) => run((accounts) => unlock(accounts, accountId))),
    'staff unlock hanako',
  )
  withExamples(
    staff
      .command('password')
      .description('Set a one-time password, asked for as with `staff add`: it opens a closed account, and the next sign-in, within 24 hours, must replace it')
      .argument('<accountId>')
      .option(...passwordFromStdin)
      .action((accountId: string, options: PasswordOptions) => run((accounts) => setPassword(context.streams, accounts, accountId, options))),
    'staff password hanako',
  )
}

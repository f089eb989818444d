import { Option, type Command } from 'commander'
import { roleSchema, type Role } from '../../src-preload/contract.ts'
import { ok, type Result } from '../failures/result.ts'
import type { StaffAccount, StaffAccounts } from '../staff/staff-accounts.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { newPassword } from './shell/password.ts'
import type { Streams } from './shell/streams.ts'
import { withStore } from './shell/terminal-store.ts'

interface AddOptions {
  readonly name: string
  readonly role: Role
  readonly passwordStdin?: true
}

const line = ({ accountId, displayName, role, disabled }: StaffAccount): string =>
  `${accountId.padEnd(20)} ${role.padEnd(11)} ${disabled ? 'disabled' : 'active  '} ${displayName}`

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

/** `staff add`, `staff list`, `staff disable`. The kiosk must not be running: it owns the store. */
export function addStaff(program: Command, context: CommandContext): void {
  const run = (work: (accounts: StaffAccounts) => Promise<Result<Reply>> | Result<Reply>): Promise<void> => {
    const configuration = context.configuration()
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
    .option('--password-stdin', 'read the password from the first line of standard input, even on a terminal')
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
}

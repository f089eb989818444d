/** Entry: operator commands. `npm run madoguchi -- <command>`, or `node out/main/cli.js <command>`. */
import { join } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { addAudit } from './commands/audit.ts'
import { addConfig } from './commands/config.ts'
import { addDoctor } from './commands/doctor.ts'
import { addHandbook } from './commands/handbook.ts'
import { addRender } from './commands/render.ts'
import { CommandContext } from './commands/shell/command-context.ts'
import { reportBug } from './commands/shell/report-bug.ts'
import { usersLanguage } from './commands/shell/users-language.ts'
import { addStaff } from './commands/staff.ts'
import { addVerifyDocument } from './commands/verify-document.ts'
import { addVirtualCard } from './commands/virtual-card.ts'

/** 0 done, 1 an expected failure (its code, cause and remedy on stderr), 2 wrong usage. */
const wrongUsage = 2

function commandLine(): Command {
  const program = new Command('madoguchi')
  program
    .description('Operator commands of the kiosk 窓口. Without a configuration they work on the embedded training profile (見本市).')
    .option('--config <file>', 'configuration file; default: MADOGUCHI_CONFIG, else the training profile')
    .option('--data <folder>', "data folder, instead of the configuration's; default: MADOGUCHI_DATA")
    .option('--json', 'print one JSON object on stdout, and nothing else')
    .addOption(new Option('--language <language>', 'language of causes, remedies and manuals').choices(['ja', 'en']).default(usersLanguage(process.env)))
    .configureHelp({ showGlobalOptions: true, sortSubcommands: true })
    .showHelpAfterError('(--help says how the command is used)')
    .addHelpText('after', '\nThe whole flow on training devices, with pictures: npm run demo. The kiosk itself: npm start.')
    .exitOverride()
  const context = new CommandContext(program, process.env.MADOGUCHI_OUT ?? join(import.meta.dirname, '..'))
  for (const add of [addAudit, addConfig, addDoctor, addHandbook, addRender, addStaff, addVerifyDocument, addVirtualCard]) add(program, context)
  return program
}

// The reader of a pipe (head, less) went away: there is nobody to say anything to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await commandLine().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUsage
  else reportBug(error)
}

import { Command, CommanderError, Option } from 'commander'
import { addAudit } from './audit.ts'
import { addCheckCertificate } from './check-certificate.ts'
import { addConfig } from './config.ts'
import { addDoctor } from './doctor.ts'
import { addHandbook } from './handbook.ts'
import { addPacket } from './packet.ts'
import { addRender } from './render.ts'
import { reportBug } from './shell/answer.ts'
import { CommandContext } from './shell/command-context.ts'
import type { Streams } from './shell/streams.ts'
import { usersLanguage } from './shell/users-language.ts'
import { addStaff } from './staff.ts'
import { addVerifyDocument } from './verify-document.ts'
import { addVirtualCard } from './virtual-card.ts'

const wrongUsage = 2
const commands = [addAudit, addCheckCertificate, addConfig, addDoctor, addHandbook, addPacket, addRender, addStaff, addVerifyDocument, addVirtualCard]

/**
 * Runs one command to its end. Exit code: 0 done; 1 an expected failure (its code, cause and remedy are on stderr),
 * a check that found something bad, or a bug (INTERNAL); 2 wrong usage. Commands with more outcomes say so in their help.
 * @param words what stands after `madoguchi` on the command line
 */
export async function runCommandLine(words: readonly string[], parts: Streams & { readonly outFolder: string }): Promise<number> {
  const program = new Command('madoguchi')
  const context = new CommandContext(program, parts)
  program
    .description('Operator commands of the kiosk 窓口. Without a configuration they work on the embedded training profile (見本市).')
    .option('--config <file>', 'configuration file; default: MADOGUCHI_CONFIG, else the training profile')
    .option('--data <folder>', "data folder, instead of the configuration's; default: MADOGUCHI_DATA")
    .option('--json', 'print one JSON object on stdout, and nothing else')
    .addOption(new Option('--language <language>', 'language of causes, remedies and manuals').choices(['ja', 'en']).default(usersLanguage(process.env)))
    .configureHelp({ showGlobalOptions: true, sortSubcommands: true })
    .configureOutput({ writeOut: (text) => void parts.stdout.write(text), writeErr: (text) => void parts.stderr.write(text) })
    .showHelpAfterError('(--help says how the command is used)')
    .addHelpText('after', '\nThe whole flow on training devices, with pictures: npm run demo. The kiosk itself: npm start.')
    .exitOverride()
  for (const add of commands) add(program, context)
  try {
    await program.parseAsync(words, { from: 'user' })
    return context.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage
    reportBug(error, parts.stderr)
    return 1
  }
}

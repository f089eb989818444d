import type { Command } from 'commander'
import { failureCodes } from '../../src-preload/contract.ts'
import { failureCatalogue } from '../failures/catalogue.ts'
import { failureHandbook } from '../failures/handbook.ts'
import { ok } from '../failures/result.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'

/** `handbook`: cause and remedy of every failure code, in Markdown. */
export function addHandbook(program: Command, context: CommandContext): void {
  const command = program
    .command('handbook')
    .description('Print the failure handbook: cause and remedy of every code, in Markdown')
    .action(() => {
      const { language } = context
      const codes = failureCodes.map((code) => {
        const { cause, remedy, retriable, audience } = failureCatalogue[code]
        return { code, cause: cause[language], remedy: remedy[language], retriable, audience }
      })
      return context.answer(ok({ json: { language, codes }, text: failureHandbook(language).trimEnd() }))
    })
  withExamples(command, 'handbook --language ja > handbook.md')
}

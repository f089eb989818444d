import type { Command } from 'commander'
import { readConfiguration } from '../config.ts'
import { ok, type Result } from '../failures/result.ts'
import { exampleConfiguration } from './examples/production-configuration.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'

function check(file: string): Result<Reply> {
  const read = readConfiguration(file)
  if (!read.ok) return read
  const { profile, terminal, municipality, devices } = read.value
  const drivers = Object.fromEntries(Object.entries(devices).map(([device, settings]) => [device, settings?.driver ?? null]))
  const text = [
    `${file} is a valid configuration: profile ${profile.name}${profile.training ? ' (training)' : ''}, terminal ${terminal.number}, ${municipality.name.ja}.`,
    'Whether the files and devices it names are there: doctor --config FILE.',
  ].join('\n')
  return ok({ json: { file, profile: profile.name, training: profile.training, terminal: terminal.number, municipality: municipality.name, drivers }, text })
}

/** `config check` and `config example`. */
export function addConfig(program: Command, context: CommandContext): void {
  const config = program.command('config').description('Check a configuration file, or print a complete example')
  withExamples(config, 'config example > madoguchi.json', 'config check madoguchi.json')
  const checking = config
    .command('check')
    .description('Check a configuration file against the schema; names every place that is wrong')
    .argument('<file>', 'configuration file (JSON)')
    .action((file: string) => context.answer(check(file)))
  withExamples(checking, 'config check /etc/madoguchi/madoguchi.json')
  const example = config
    .command('example')
    .description('Print a production configuration with every setting; the README says what each is for')
    .action(() => context.answer(ok({ json: { configuration: exampleConfiguration }, text: JSON.stringify(exampleConfiguration, null, 2) })))
  withExamples(example, 'config example > madoguchi.json')
}

import type { Command } from 'commander'

/** How the command is called from a clone of the project. */
const call = 'npm run --silent madoguchi --'

/** Adds examples to a command's `--help`: words after `madoguchi`, one a line. */
export function withExamples(command: Command, ...examples: readonly string[]): Command {
  const title = examples.length === 1 ? 'Example' : 'Examples'
  return command.addHelpText('after', `\n${title}:\n${examples.map((example) => `  ${call} ${example}`).join('\n')}`)
}

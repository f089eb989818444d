/** Entry: operator commands. `npm run madoguchi -- <command>`, or `node out/main/cli.js <command>`. */
import { join } from 'node:path'
import { runCommandLine } from './commands/command-line.ts'

// The reader of a pipe (head, less) went away: there is nobody to say anything to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const { stdin, stdout, stderr } = process
process.exitCode = await runCommandLine(process.argv.slice(2), {
  outFolder: process.env.MADOGUCHI_OUT ?? join(import.meta.dirname, '..'),
  stdin,
  stdout,
  stderr,
})

import { ensureBuilt } from './bundle.ts'
import { out, run } from './project.ts'

const words = process.argv.slice(2)
// The demo drives a browser from outside, with tools that are not part of the product.
if (words[0] === 'demo') await import('./demo.ts')
else {
  await ensureBuilt({ quiet: true })
  process.exitCode = await run(process.execPath, [out('main', 'cli.js'), ...words], { cwd: process.env.INIT_CWD ?? process.cwd() })
}

import { showApplication } from './demo/application.ts'
import { showCertificate } from './demo/certificate.ts'
import { ensureBuilt } from './bundle.ts'

/** `demo [certificate | application]`: the work at the counter, headless, before the real program; papers and a picture of each step are left in out/demo. */
const shows: Readonly<Record<string, () => Promise<void>>> = { certificate: showCertificate, application: showApplication }

const [name = 'certificate'] = process.argv.slice(2).filter((word) => word !== 'demo')
const show = Object.hasOwn(shows, name) ? shows[name] : undefined
if (show === undefined) {
  console.error(`usage: npm run demo [-- ${Object.keys(shows).join(' | ')}]`)
  process.exitCode = 2
} else {
  await ensureBuilt()
  await show()
}

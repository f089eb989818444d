import { readFileSync } from 'node:fs'
import { createCertificateComposer } from '../../../src-main/documents/composer.ts'
import { familyOfFour } from '../../fixtures/documents/households.ts'
import { bizMincho, contextFor, ipamj, orderFor } from '../../fixtures/documents/issue.ts'

/** Run in a process of its own: `render-once.ts <certificates>`. Prints one line of JSON. */
export interface OnceReport {
  /** Milliseconds from no composer to the first PDF; null when none was asked for. */
  readonly first: number | null
  /** Peak resident memory of the whole process, MB. */
  readonly peak: number
}

/** VmHWM and not `resourceUsage().maxRSS`: the latter begins with what the parent process had when it forked. */
function peakMegabytes(): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

const order = orderFor(familyOfFour)
const context = contextFor(familyOfFour, order)
const certificates = Number(process.argv[2] ?? '1')
const start = performance.now()
let first: number | null = null
if (certificates > 0) {
  const composer = createCertificateComposer({ fonts: [ipamj, bizMincho] })
  for (let count = 0; count < certificates; count++) {
    const result = await composer.compose(familyOfFour, order, context)
    if (!result.ok) throw new Error(result.failure.code)
    first ??= performance.now() - start
  }
}
const report: OnceReport = { first, peak: peakMegabytes() }
process.stdout.write(`${JSON.stringify(report)}\n`)

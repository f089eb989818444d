import { rmSync } from 'node:fs'
import { ensureBuilt } from './bundle.ts'
import { electronBinary } from './electron-binary.ts'
import { nothing, plus, playwrightTally, vitestTally, type Tally } from './tally.ts'
import { nodeModule, out, run, runAside } from './project.ts'

/** Everything, once: rules of the house, unit, devices, screens and flows. Ends with one plain line. */
rmSync(out('test'), { recursive: true, force: true })
const started = Date.now()

interface Part {
  readonly name: string
  readonly run: () => Promise<Tally>
}

const check = (name: string, script: string, words: readonly string[]): Part => ({
  name,
  run: async () => ((await run(process.execPath, [nodeModule(script), ...words])) === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }),
})

const plainly = process.stdout.isTTY ? {} : { env: { ...process.env, NO_COLOR: '1' } }

const report = (project: string): string => out('test', `${project}.json`)
const vitest = (project: string): readonly string[] => [nodeModule('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report(project)}`]

const unit: Part = { name: 'tests: unit', run: async () => vitestTally(report('unit'), await run(process.execPath, vitest('unit'), plainly)) }

const endToEnd: Part = {
  name: 'tests: screens and flows',
  run: async () => {
    const hosts = electronBinary() === null ? 'system Chromium (Electron has no binary here, so its half was not run)' : 'system Chromium and Electron'
    console.log(`Hosts covered: ${hosts}`)
    const code = await run(process.execPath, [nodeModule('@playwright', 'test', 'cli.js'), 'test'])
    return playwrightTally(out('test', 'e2e.json'), code)
  },
}

/** pcscd, socat ptys and ippeveprinter are Linux programs; elsewhere the devices part says that it did not run. */
const devices: Part =
  process.platform === 'linux'
    ? {
        name: 'tests: devices (beside the parts above)',
        run: async () => {
          const { code, said } = await devicesRun
          process.stdout.write(said)
          return vitestTally(report('devices'), code)
        },
      }
    : {
        name: 'tests: devices',
        run: () => {
          console.log('The device tests need Linux (pcscd with vpcd, socat, ippeveprinter); they were not run here.')
          return Promise.resolve({ ...nothing, skipped: 1 })
        },
      }

const parts: Part[] = [
  check('types', 'typescript/bin/tsc', ['-p', 'tsconfig.json']),
  check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  unit,
  devices,
  endToEnd,
]

await ensureBuilt()
// They wait for daemons most of their time: the processor is free for the other parts.
const devicesRun = process.platform === 'linux' ? runAside(process.execPath, vitest('devices'), plainly) : Promise.resolve({ code: 0, said: '' })
let total = nothing
for (const part of parts) {
  const begun = Date.now()
  console.log(`\n== ${part.name}`)
  const tally = await part.run()
  total = plus(total, tally)
  console.log(`== ${part.name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped (${Math.round((Date.now() - begun) / 1000)} s)`)
}
console.log(`\nAll in ${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { pathToFileURL } from 'node:url'
import { goalWords, isMet, type BenchRow } from '../../tests/bench/bench-row.ts'
import { ensureBuilt } from './bundle.ts'
import { out, root } from './project.ts'

/** Every measurement of tests/bench, one after the other; a name on the command line picks those that contain it. */
await ensureBuilt()
const wanted = process.argv[2] ?? ''
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '', memoryMegabytes: Math.round(totalmem() / 2 ** 20), load: loadavg() }
console.log(`${machine.cpus} CPUs (${machine.model}), Node ${machine.node}, load ${machine.load.map((each) => each.toFixed(1)).join(' ')} before the start`)

const rows: BenchRow[] = []
for (const file of globSync('tests/bench/**/*.bench.ts', { cwd: root }).sort()) {
  if (!file.includes(wanted)) continue
  const module = (await import(pathToFileURL(`${root}/${file}`).href)) as Record<string, unknown>
  for (const [name, measure] of Object.entries(module)) {
    if (!name.startsWith('bench') || typeof measure !== 'function') continue
    console.log(`measuring ${file}`)
    rows.push(...(await (measure as () => Promise<BenchRow[]>)()))
  }
}

const verdict = (row: BenchRow): string => (row.goal === null ? '' : isMet(row.goal, row) ? 'goal met' : 'goal not met')
const shown = (row: BenchRow): Record<string, string | number> => ({
  median: Number(row.median.toPrecision(4)),
  unit: row.unit,
  ratio: Number(row.ratio.toPrecision(3)),
  goal: row.goal === null ? '' : goalWords(row.goal, row.unit),
  verdict: verdict(row),
  baseline: row.baseline,
})
console.table(Object.fromEntries(rows.map((row) => [row.name, shown(row)])))
// A goal that is not met is told and does not fail the run: a figure depends on the machine and on what else runs there.
const goals = rows.filter(({ goal }) => goal !== null)
console.log(`${goals.filter((row) => verdict(row) === 'goal met').length} of ${goals.length} goals met`)
mkdirSync(out(), { recursive: true })
writeFileSync(out('bench.json'), `${JSON.stringify({ at: new Date().toISOString(), machine, rows: rows.map((row) => ({ ...row, verdict: verdict(row) })) }, null, 2)}\n`)

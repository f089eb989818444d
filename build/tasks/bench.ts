import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { BenchRow } from '../../tests/bench/bench-row.ts'
import { ensureBuilt } from './bundle.ts'
import { out, root } from './project.ts'

/** Every measurement of tests/bench, one after the other; a name on the command line picks those that contain it. */
await ensureBuilt()
const wanted = process.argv[2] ?? ''
const rows: BenchRow[] = []
for (const file of globSync('tests/bench/*.ts', { cwd: root }).sort()) {
  if (!file.includes(wanted)) continue
  const module = (await import(pathToFileURL(`${root}/${file}`).href)) as Record<string, unknown>
  for (const [name, measure] of Object.entries(module)) {
    if (!name.startsWith('bench') || typeof measure !== 'function') continue
    console.log(`measuring ${file}`)
    rows.push(...(await (measure as () => Promise<BenchRow[]>)()))
  }
}
console.table(Object.fromEntries(rows.map(({ name, median, unit, baseline, ratio }) => [name, { median: Number(median.toPrecision(4)), unit, baseline, ratio: Number(ratio.toPrecision(3)) }])))
mkdirSync(out(), { recursive: true })
writeFileSync(out('bench.json'), `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`)

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createCertificateComposer } from '../../../src-main/documents/composer.ts'
import { familyOfFour } from '../../fixtures/documents/households.ts'
import { bizMincho, contextFor, ipamj, orderFor } from '../../fixtures/documents/issue.ts'
import type { BenchRow } from '../bench-row.ts'
import { median } from '../figures.ts'
import { chromiumPaper } from './chromium-paper.ts'
import type { OnceReport } from './render-once.ts'

const warmRounds = 41
const freshProcesses = 5
/** A day's work at a counter, in one process. */
const manyCertificates = 200

async function inFreshProcess(certificates: number): Promise<OnceReport> {
  const script = fileURLToPath(new URL('./render-once.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(certificates)])
  return JSON.parse(stdout) as OnceReport
}

async function warm(): Promise<number[]> {
  const composer = createCertificateComposer({ fonts: [ipamj, bizMincho] })
  const order = orderFor(familyOfFour)
  const context = contextFor(familyOfFour, order)
  const times: number[] = []
  for (let round = 0; round < warmRounds + 5; round++) {
    const start = performance.now()
    const result = await composer.compose(familyOfFour, order, context)
    if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`)
    times.push(performance.now() - start)
  }
  return times.slice(5)
}

/**
 * 住民票の写し of a family of four with IPAmj明朝, against Chromium printing the same content to PDF in the same run.
 * Goals: 80 ms warm, 250 ms the first time in a fresh process, 350 MB at the peak.
 */
export async function benchRenderCertificate(): Promise<BenchRow[]> {
  const chromium = await chromiumPaper(warmRounds)
  const warmMedian = median(await warm())
  const first: number[] = []
  for (let round = 0; round < freshProcesses; round++) first.push((await inFreshProcess(1)).first ?? Number.NaN)
  const firstMedian = median(first)
  const peak = (await inFreshProcess(manyCertificates)).peak
  const idle = (await inFreshProcess(0)).peak
  const chromiumWarm = median(chromium.warm)
  return [
    {
      name: '住民票, family of four, warm',
      median: warmMedian,
      unit: 'ms',
      baseline: `Chromium print-to-PDF, warm, ${Math.round(chromiumWarm)} ms`,
      ratio: warmMedian / chromiumWarm,
      goal: { figure: 'median', atMost: 80 },
    },
    {
      name: '住民票, family of four, first in a fresh process',
      median: firstMedian,
      unit: 'ms',
      baseline: `Chromium started and printing its first, ${Math.round(chromium.first)} ms`,
      ratio: firstMedian / chromium.first,
      goal: { figure: 'median', atMost: 250 },
    },
    {
      name: `住民票, peak memory of ${manyCertificates} in a row`,
      median: peak,
      unit: 'MB',
      baseline: `the same process before the first, ${Math.round(idle)} MB`,
      ratio: peak / idle,
      goal: { figure: 'median', atMost: 350 },
    },
  ]
}

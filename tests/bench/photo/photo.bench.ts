import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { people, servePhotoSite, withoutPeople } from '../../e2e/photo/photo-site.ts'
import type { BenchRow } from '../bench-row.ts'
import { median } from '../figures.ts'
import { measureGuidance } from './guidance-figures.ts'

/** What is loaded for the photo alone: library, WebAssembly and models, in megabytes of 10^6 bytes. */
function modelMegabytes(built: string): number {
  const files = ['photo-models', 'assets'].flatMap((folder) => readdirSync(join(built, folder)).map((file) => join(built, folder, file)))
  return files.filter((file) => /photo-models|human/.test(file)).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6
}

export async function benchPhoto(): Promise<BenchRow[]> {
  if (people === null) {
    console.log(`not measured: ${withoutPeople}`)
    return []
  }
  const site = await servePhotoSite('bench')
  try {
    const { warm, cold, rates, work } = await measureGuidance(site)
    const size = modelMegabytes(site.built)
    return [
      {
        name: 'photo: guidance, frames a second at 720p',
        median: median(rates),
        unit: 'frames/s',
        baseline: 'the 10 that were promised',
        ratio: median(rates) / 10,
        goal: { figure: 'median', atLeast: 10 },
      },
      {
        name: 'photo: processor time of the page a judged frame',
        median: median(work),
        unit: 'ms',
        baseline: 'the 100 that ten frames a second leave one core',
        ratio: median(work) / 100,
        goal: { figure: 'median', atMost: 100 },
      },
      {
        name: 'photo: camera open to first guidance',
        median: median(warm),
        unit: 'ms',
        baseline: 'the 2 s that were promised',
        ratio: median(warm) / 2000,
        goal: { figure: 'median', atMost: 2000 },
      },
      {
        name: 'photo: the same with the models not yet loaded',
        median: median(cold),
        unit: 'ms',
        baseline: 'models loaded ahead',
        ratio: median(cold) / median(warm),
        goal: null,
      },
      {
        name: 'photo: library, WebAssembly and models',
        median: size,
        unit: 'MB',
        baseline: 'the 12 MB that were promised',
        ratio: size / 12,
        goal: { figure: 'median', atMost: 12 },
      },
    ]
  } finally {
    site.close()
  }
}

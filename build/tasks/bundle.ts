import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { copyFonts } from './bundle-fonts.ts'
import { makeTrainingKit } from '../training-kit/make.ts'
import { fillCompileCache } from './compile-cache.ts'
import { out, root, run, nodeModule } from './project.ts'

const stamp = out('.built')

/** Names, sizes and times of everything that goes into the bundle: a changed tree is built anew, an unchanged one is not. */
function treeState(): string {
  const hash = createHash('sha256')
  for (const file of globSync(['src-*/**/*', 'resources/**/*', 'build/{training-kit,default-locale,interface-font,page-preload,photo-models}/**/*', 'electron.vite.config.ts', 'package-lock.json'], { cwd: root }).sort()) {
    const stat = statSync(`${root}/${file}`)
    if (stat.isFile()) hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** The production bundle and the training kit, made when they are missing or older than their sources. */
export async function ensureBuilt({ force = false, quiet = false } = {}): Promise<void> {
  const state = treeState()
  const isStale = force || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== state
  if (isStale) {
    if (!quiet) console.error('Building the bundle (electron-vite build)')
    const code = await run(process.execPath, [nodeModule('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'], quiet ? { stdio: ['ignore', 'ignore', 'inherit'] } : {})
    if (code !== 0) throw new Error('the build failed')
    copyFonts()
  }
  await makeTrainingKit(out('training'))
  if (!isStale) return
  await fillCompileCache()
  // Last: a build that was broken off is made anew.
  writeFileSync(stamp, state)
}

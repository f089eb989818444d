import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { drawPictures } from '../../../tests/e2e/photo/fake-people.ts'
import { servePhotoSite } from '../../../tests/e2e/photo/photo-site.ts'
import { suiteFile } from '../../../tests/devices/pki/support/suite-data.ts'
import { out } from '../project.ts'

/** Two portraits in the public domain, by NASA and the US Navy, and the Debian packages that bring them. */
export const portraits = [
  { file: 'astronaut.png', debian: 'python3-skimage', path: './usr/lib/python3/dist-packages/skimage/data/astronaut.png' },
  { file: 'grace_hopper.jpg', debian: 'python-matplotlib-data', path: './usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg' },
] as const

/** Takes a portrait out of its package, which is not installed. Whether it is there then. */
function takeFromDebian({ file, debian, path }: (typeof portraits)[number], folder: string): boolean {
  const kept = join(folder, file)
  if (existsSync(kept)) return true
  const work = mkdtempSync(join(tmpdir(), 'madoguchi-portrait-'))
  try {
    console.log(`Taking ${file} (public domain) out of Debian's package ${debian}`)
    if (spawnSync('apt-get', ['download', '-q', debian], { cwd: work, stdio: 'ignore' }).status !== 0) return false
    const archive = readdirSync(work).find((name) => name.endsWith('.deb'))
    if (archive === undefined) return false
    const files = spawnSync('dpkg-deb', ['--fsys-tarfile', archive], { cwd: work, maxBuffer: 1 << 28 })
    const picture = spawnSync('tar', ['xO', path], { input: files.stdout, maxBuffer: 1 << 24 })
    if (files.status !== 0 || picture.status !== 0) return false
    writeFileSync(`${kept}.part`, picture.stdout)
    renameSync(`${kept}.part`, kept)
    return true
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** The folder that has both portraits; null where they are not to be had. */
function portraitsFolder(): string | null {
  const shared = suiteFile('photo', portraits[0].file)
  if (shared !== null) return dirname(shared)
  const folder = out('people')
  mkdirSync(folder, { recursive: true })
  return portraits.every((portrait) => takeFromDebian(portrait, folder)) ? folder : null
}

/** A person before the camera: too far away at first, then as the photo needs it. JPEG pictures of 1280 x 720. */
export interface Person {
  readonly farAway: Buffer
  readonly ready: Buffer
}

/** Somebody who does not exist, blended from the portraits; null where there are none. */
export async function inventPerson(): Promise<Person | null> {
  const folder = portraitsFolder()
  if (folder === null) return null
  const site = await servePhotoSite('demo', folder)
  try {
    const { page, close } = await site.open()
    const drawn = await drawPictures(page, 'B3', ['far away', 'white wall'])
    await close()
    const [farAway, ready] = [drawn.get('far away'), drawn.get('white wall')]
    if (farAway === undefined || ready === undefined) throw new Error('the pictures were not drawn')
    return { farAway, ready }
  } finally {
    site.close()
  }
}

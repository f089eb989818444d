import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ipamj } from '../../fixtures/documents/issue.ts'

/** A page as a printer would see it: darkness 0 (paper) to 255 (ink), by millimetre. */
export interface RenderedPage {
  readonly width: number
  readonly height: number
  readonly pixelsPerMillimetre: number
  darkness(x: number, y: number): number
}

const resolution = 300

/** Fails, and says which Debian package is missing. */
export function requireTools(): void {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' })
  } catch {
    throw new Error('pdftoppm is missing: install the Debian package poppler-utils')
  }
  if (!existsSync(ipamj)) throw new Error('IPAmj明朝 is missing: install the Debian package fonts-ipamj-mincho')
}

export function renderPages(pdf: Uint8Array, pages: number): RenderedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-ink-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    // PGM, not PNG: nothing is packed only to be unpacked.
    execFileSync('pdftoppm', ['-r', String(resolution), '-gray', file, join(folder, 'page')])
    return Array.from({ length: pages }, (_, index) => pageOf(readFileSync(join(folder, `page-${index + 1}.pgm`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Netpbm's raw greymap (pgm(5)): a line of text with the size, then a byte for each pixel, 255 being white. */
function pageOf(greymap: Buffer): RenderedPage {
  const [head = '', ...size] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(greymap.toString('latin1', 0, 64)) ?? []
  const [width = 0, height = 0] = size.map(Number)
  if (width * height === 0 || greymap.length !== head.length + width * height) throw new Error('pdftoppm wrote no greymap of 8 bits')
  return {
    width,
    height,
    pixelsPerMillimetre: resolution / 25.4,
    darkness: (x, y) => (x < 0 || y < 0 || x >= width || y >= height ? 0 : 255 - (greymap[head.length + y * width + x] ?? 255)),
  }
}

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
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
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, pdf)
  execFileSync('pdftoppm', ['-r', String(resolution), '-gray', '-png', file, join(folder, 'page')])
  return Array.from({ length: pages }, (_, index) => {
    const image = PNG.sync.read(readFileSync(join(folder, `page-${index + 1}.png`)))
    return {
      width: image.width,
      height: image.height,
      pixelsPerMillimetre: resolution / 25.4,
      darkness: (x, y) => (x < 0 || y < 0 || x >= image.width || y >= image.height ? 0 : 255 - (image.data[(y * image.width + x) * 4] ?? 255)),
    }
  })
}

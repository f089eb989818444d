import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeModule } from './project.ts'

/** Electron's program where its package has it, or null. Never downloads: asking the package itself would. */
export function electronBinary(): string | null {
  const pathFile = nodeModule('electron', 'path.txt')
  if (!existsSync(pathFile)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? nodeModule('electron', 'dist')
  const program = join(folder, readFileSync(pathFile, 'utf8').trim())
  return existsSync(program) ? program : null
}

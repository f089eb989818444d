import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kioskProgram } from './kiosk-program.ts'

/**
 * Opens the built kiosk once, in training with a folder of its own, so that what Node compiles for a start lies beside the
 * program (src-main/serve.ts) from the first start on. Node writes it when the process ends, and keeps it apart by user:
 * another account than the one that builds gets its own at the end of its first run, where it may write there.
 */
export async function fillCompileCache(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'madoguchi-build-'))
  try {
    const kiosk = spawn(process.execPath, kioskProgram('--addresses', '--data', data), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    // Left alone it ends in order, on Windows too, but not before it is open: the first line is said earlier.
    kiosk.stdout?.once('data', () => kiosk.disconnect())
    const code = await new Promise<number | null>((done, reject) => kiosk.once('error', reject).once('exit', done))
    if (code !== 0) throw new Error(`the kiosk that was built does not open: it ended with ${String(code)}`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

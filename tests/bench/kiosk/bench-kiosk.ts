import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '../../../src-preload/contract.ts'
import { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import { KioskProcess } from '../../fixtures/kiosk/kiosk-process.ts'
import { addStaff } from '../../fixtures/kiosk/staff-accounts.ts'

/** Runs the shipped kiosk on a data folder of its own, with staff accounts, and leaves nothing behind. */
export async function withKiosk<T>(work: (kiosk: KioskProcess) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'))
  try {
    await addStaff(folder)
    const kiosk = await KioskProcess.start(folder)
    try {
      return await work(kiosk)
    } finally {
      await kiosk.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function openGlass<S extends 'resident' | 'staff' | 'training'>(kiosk: KioskProcess, side: S): Promise<GlassClient<S>> {
  return there(await GlassClient.open(side, kiosk.addresses[side]))
}

/** A kiosk that goes away while it is measured makes the measurement void. */
export function there<T>(answer: T | null): T {
  if (answer === null) throw new Error('the kiosk is gone')
  return answer
}

export async function done(reply: Promise<Reply<unknown>>): Promise<unknown> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.failure.code)
  return answer.value
}

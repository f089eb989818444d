import type { ReaderDriverName } from './driver-names.ts'
import { KoffiDriver } from './koffi/koffi-driver.ts'
import { loadPcsc } from './koffi/koffi-pcsc.ts'
import { PcscliteDriver } from './pcsclite/pcsclite-driver.ts'
import { loadPcsclite } from './pcsclite/pcsclite-package.ts'
import type { ReaderDriver } from './reader-driver.ts'

/** Throws DriverUnusableError. A binding is loaded only when it is the chosen one. */
export async function openDriver(name: ReaderDriverName): Promise<ReaderDriver> {
  switch (name) {
    case 'koffi':
      return new KoffiDriver(await loadPcsc())
    case 'pcsclite':
      return new PcscliteDriver(await loadPcsclite())
  }
}

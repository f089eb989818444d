import { makePki } from './make-pki.ts'
import { makeRegistry } from './make-registry.ts'

/** 研修キット: keys, certificates, CRL and the resident records of 見本市, made on this machine and never committed. */
export async function makeTrainingKit(kitFolder: string): Promise<void> {
  await makePki(kitFolder)
  await makeRegistry(kitFolder)
}

if (process.argv[1] === import.meta.filename) await makeTrainingKit(process.argv[2] ?? 'out/training')

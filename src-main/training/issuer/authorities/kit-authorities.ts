import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrainingAuthorityFile } from '../register/register-schema.ts'
import type { Hierarchy } from '../x509/training-profile.ts'

/** A key of the training authority, out of the kit. */
export interface IssuingAuthority {
  readonly hierarchy: Hierarchy
  readonly generation: number
  /** The one that issues. */
  readonly newest: boolean
  readonly key: KeyObject
  /** Self-signed, DER. */
  readonly certificate: Uint8Array
  readonly notAfter: Date
}

/** Throws when the kit is not whole. */
export const readAuthorities = (pkiDir: string, files: readonly TrainingAuthorityFile[]): Promise<IssuingAuthority[]> =>
  Promise.all(
    files.map(async ({ hierarchy, generation, newest, certificateFile, keyFile }) => {
      const certificate = await readFile(join(pkiDir, certificateFile))
      const key = createPrivateKey(await readFile(join(pkiDir, keyFile)))
      return { hierarchy, generation, newest, key, certificate, notAfter: new X509Certificate(certificate).validToDate }
    }),
  )

/** The one that issues today. Throws for a kit without. */
export function issuingAuthority(authorities: readonly IssuingAuthority[], hierarchy: Hierarchy): IssuingAuthority {
  const found = authorities.find((one) => one.hierarchy === hierarchy && one.newest)
  if (found === undefined) throw new Error(`no training authority issues certificates for ${hierarchy}`)
  return found
}

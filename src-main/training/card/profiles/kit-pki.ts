import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { ChipCertificate } from '../applets/jpki-applet.ts'
import { once } from '../chip/file-system.ts'

/** The part of pki/cards.json that goes on a chip; paths are relative to the pki folder. */
const kitCardSchema = z.object({
  profile: z.string(),
  certificateFile: z.string(),
  keyFile: z.string(),
  signCertificateFile: z.string().nullable(),
  signKeyFile: z.string().nullable(),
})

export interface KitCertificates {
  readonly userAuthentication: ChipCertificate | null
  readonly userAuthenticationCa: Uint8Array
  readonly signature: ChipCertificate | null
  readonly signatureCa: Uint8Array
}

/**
 * Certificates and keys of a profile from the training kit. A profile that the kit does not list has none.
 * Failure: CONFIG-INVALID when the kit is not there or not whole.
 */
export function readKitCertificates(kitDir: string, profile: string, authority: string): Result<KitCertificates> {
  const pki = join(kitDir, 'pki')
  try {
    const cards = z.array(kitCardSchema).parse(JSON.parse(readFileSync(join(pki, 'cards.json'), 'utf8')))
    const card = cards.find((candidate) => candidate.profile === profile)
    return ok({
      userAuthentication: card === undefined ? null : chipCertificate(pki, card.certificateFile, card.keyFile),
      userAuthenticationCa: readFileSync(join(pki, `${authority}.der`)),
      signature:
        card?.signCertificateFile == null || card.signKeyFile === null ? null : chipCertificate(pki, card.signCertificateFile, card.signKeyFile),
      signatureCa: readFileSync(join(pki, 'sign-ca.der')),
    })
  } catch (error) {
    return fail('CONFIG-INVALID', `training kit in ${kitDir}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function chipCertificate(pki: string, certificateFile: string, keyFile: string): ChipCertificate {
  const pem = readFileSync(join(pki, keyFile))
  return { certificate: readFileSync(join(pki, certificateFile)), key: once(() => createPrivateKey(pem)) }
}

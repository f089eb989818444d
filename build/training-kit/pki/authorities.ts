import { generateKeyPair, randomBytes, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { japaneseDay, lastSecondBefore } from './calendar.ts'
import { caExtensions, caName, type Hierarchy } from './training-profile.ts'
import { certificate } from './x509-writer.ts'

const generate = promisify(generateKeyPair)

/** RSA-2048, e = 65537, on the thread pool: many at once take seconds, not minutes. */
export const newRsaKey = async (): Promise<KeyObject> => (await generate('rsa', { modulusLength: 2048 })).privateKey

export interface Authority {
  readonly hierarchy: Hierarchy
  readonly key: KeyObject
  /** Self-signed certificate, DER. */
  readonly der: Uint8Array
  readonly notAfter: Date
}

/** A self-signed authority, valid from two years before `now` to eight years after. */
export async function newAuthority(hierarchy: Hierarchy, serial: bigint, now: Date): Promise<Authority> {
  const key = await newRsaKey()
  const subject = caName(hierarchy)
  const validity = { notBefore: japaneseDay(now, -2), notAfter: lastSecondBefore(now, 8) }
  const der = certificate({
    serial,
    issuer: subject,
    subject,
    subjectKey: key,
    issuerKey: key,
    extensions: caExtensions(key, hierarchy),
    ...validity,
  })
  return { hierarchy, key, der, notAfter: validity.notAfter }
}

/** Fourteen characters that mean nothing, as in the subject names of JPKI. */
export const opaqueText = (): string => randomBytes(7).toString('hex').toUpperCase()

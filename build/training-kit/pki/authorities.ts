import type { KeyObject } from 'node:crypto'
import type { TrainingAuthorityFile } from '../../../src-main/training/issuer/register/register-schema.ts'
import { japaneseDay, lastSecondBefore } from '../../../src-main/training/issuer/certificates/japanese-day.ts'
import { caExtensions, caName, responderExtensions, responderName, type Hierarchy } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { certificate } from '../../../src-main/training/issuer/x509/x509-writer.ts'

export interface Authority {
  readonly hierarchy: Hierarchy
  /** 1 is the oldest; they overlap, and the newest that has begun issues. */
  readonly generation: number
  readonly key: KeyObject
  /** Self-signed certificate, DER. */
  readonly der: Uint8Array
  readonly notBefore: Date
  /** Name of its files without ending. */
  readonly stem: string
}

export const newestGeneration = 3
/** A new key every four years, good for ten, as JPKI does (reference card.md §6); in years from the making of the kit. */
const beginnings: Readonly<Record<number, number>> = { 1: -11, 2: -7, 3: -3 }
const yearsOfAuthority = 10
/** Serial numbers in the style of JPKI's roots. */
const serials: Readonly<Record<Hierarchy, readonly bigint[]>> = {
  userAuthentication: [0x01n, 0x0133_c349n, 0x06d1_8006n],
  signature: [0x01n, 0x0132_c4abn, 0x067c_6a21n],
}
const otherSerial = 0x0133_c350n

const stems: Readonly<Record<Hierarchy, string>> = { userAuthentication: 'user-ca', signature: 'sign-ca' }
export const stemOf = (hierarchy: Hierarchy, generation: number): string => `${stems[hierarchy]}${generation === newestGeneration ? '' : `-${generation}`}`

export interface Authorities {
  readonly trusted: readonly Authority[]
  /** Same name as the authority for user authentication, and nobody trusts it. */
  readonly other: Authority
  /** The one of a generation. */
  of(hierarchy: Hierarchy, generation: number): Authority
}

/** Two roots with three generations of keys each, every one under the same name, and an impostor. */
export function newAuthorities(newKey: () => KeyObject, now: Date): Authorities {
  const make = (hierarchy: Hierarchy, generation: number, serial: bigint, stem: string): Authority => {
    const key = newKey()
    const subject = caName(hierarchy)
    const begin = beginnings[generation] ?? 0
    const validity = { notBefore: japaneseDay(now, begin), notAfter: lastSecondBefore(now, begin + yearsOfAuthority) }
    const der = certificate({ serial, issuer: subject, subject, subjectKey: key, issuerKey: key, extensions: caExtensions(key, hierarchy), ...validity })
    return { hierarchy, generation, key, der, notBefore: validity.notBefore, stem }
  }
  const trusted = (['userAuthentication', 'signature'] as const).flatMap((hierarchy) =>
    serials[hierarchy].map((serial, index) => make(hierarchy, index + 1, serial, stemOf(hierarchy, index + 1))),
  )
  return {
    trusted,
    other: make('userAuthentication', newestGeneration, otherSerial, 'other-ca'),
    of(hierarchy, generation) {
      const found = trusted.find((one) => one.hierarchy === hierarchy && one.generation === generation)
      if (found === undefined) throw new Error(`no generation ${generation} for ${hierarchy}`)
      return found
    },
  }
}

/** How the training issuer finds an authority again. */
export const authorityFile = ({ hierarchy, generation, stem }: Authority): TrainingAuthorityFile => ({
  hierarchy,
  generation,
  newest: generation === newestGeneration,
  certificateFile: `${stem}.der`,
  keyFile: `${stem}.key.pem`,
})

export interface Responder {
  readonly hierarchy: Hierarchy
  readonly key: KeyObject
  /** A certificate from each generation that still lives, for the one key. */
  readonly certificates: readonly { readonly stem: string; readonly der: Uint8Array }[]
}

/** A delegated OCSP responder for each root (RFC 6960 §4.2.2.2). */
export function newResponders(authorities: Authorities, newKey: () => KeyObject, now: Date): readonly Responder[] {
  return (['userAuthentication', 'signature'] as const).map((hierarchy, index) => {
    const key = newKey()
    const living = authorities.trusted.filter((one) => one.hierarchy === hierarchy && one.generation > 1)
    const certificates = living.map(({ generation, key: issuerKey, stem }) => ({
      stem: stem.replace(/^(user|sign)-ca/, 'ocsp-$1'),
      der: certificate({
        serial: BigInt(0x7000 + index * 16 + generation),
        issuer: caName(hierarchy),
        subject: responderName(hierarchy),
        subjectKey: key,
        issuerKey,
        extensions: responderExtensions({ subjectKey: key, issuerKey }),
        notBefore: japaneseDay(now, 0, -1),
        notAfter: lastSecondBefore(now, 1, 1),
      }),
    }))
    return { hierarchy, key, certificates }
  })
}

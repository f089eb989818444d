import type { KeyObject } from 'node:crypto'
import { authorityKey, caName, issuingDistributionPoint, municipalities, type Hierarchy } from '../x509/training-profile.ts'
import { integer } from '../x509/der-writer.ts'
import { extension, revocationList, type RevokedEntry } from '../x509/x509-writer.ts'
import { japaneseDay } from './japanese-day.ts'

/** CRLReason of RFC 5280 §5.3.1, as far as the training authority gives them. */
export const reasonNumbers = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
} as const
export type TrainingRevocationReason = keyof typeof reasonNumbers

export interface Revocation {
  readonly hierarchy: Hierarchy
  /** Number of the authority's key, 1 oldest. */
  readonly generation: number
  readonly municipalityCode: string
  /** Lower-case hex without leading zeros. */
  readonly serial: string
  readonly at: Date
  readonly reason: TrainingRevocationReason
}

export interface ListAuthority {
  readonly hierarchy: Hierarchy
  readonly generation: number
  /** Of the generation that issues today. */
  readonly newest: boolean
  readonly key: KeyObject
}

export interface ListFile {
  /** Relative to the pki folder. */
  readonly name: string
  readonly der: Uint8Array
}

const shortName: Readonly<Record<Hierarchy, string>> = { userAuthentication: 'user', signature: 'sign' }

/** Files of an authority's lists, relative to the pki folder. */
export function listNames({ hierarchy, generation, newest }: Pick<ListAuthority, 'hierarchy' | 'generation' | 'newest'>): {
  readonly complete: string
  readonly of: (municipalityCode: string) => string
} {
  const stem = `${shortName[hierarchy]}${newest ? '' : `-${generation}`}`
  return { complete: `crl-${stem}.der`, of: (code) => `crl/${stem}-${code}.crl` }
}

/**
 * All lists of an authority: a complete one (`crl-user.der`) and, as JPKI publishes them, one for each municipality
 * with a critical issuingDistributionPoint (`crl/user-99999.crl`). Both say the same of a certificate.
 */
export function revocationLists(authority: ListAuthority, revocations: readonly Revocation[], number: bigint, now: Date): ListFile[] {
  const { hierarchy, generation, key } = authority
  const own = revocations.filter((one) => one.hierarchy === hierarchy && one.generation === generation)
  const list = (entries: readonly Revocation[], scope: readonly Uint8Array[]): Uint8Array =>
    revocationList({
      issuer: caName(hierarchy),
      issuerKey: key,
      thisUpdate: now,
      nextUpdate: japaneseDay(now, 1),
      revoked: entries.map(entryOf),
      extensions: [authorityKey(key), extension('2.5.29.20', integer(number)), ...scope],
    })
  const names = listNames(authority)
  return [
    { name: names.complete, der: list(own, []) },
    ...Object.entries(municipalities).map(([code, municipality]) => ({
      name: names.of(code),
      der: list(
        own.filter(({ municipalityCode }) => municipalityCode === code),
        [issuingDistributionPoint(hierarchy, municipality)],
      ),
    })),
  ]
}

/** An unspecified reason is left out, as RFC 5280 §5.3.1 asks. */
const entryOf = ({ serial, at, reason }: Revocation): RevokedEntry => ({
  serial: BigInt(`0x${serial}`),
  at,
  reason: reason === 'unspecified' ? null : reasonNumbers[reason],
})

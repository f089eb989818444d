import { algorithmIdentifier, type AlgorithmIdentifier } from '../certificate/algorithm.ts'
import { serialContent } from '../certificate/certificate.ts'
import { distinguishedName, type DistinguishedName } from '../certificate/distinguished-name.ts'
import { authorityKeyIdentifier, EXTENSION, extensionList, type Extension } from '../certificate/extensions.ts'
import { contextTag, decode, DerCursor, DerError, openWhole, sameBytes, TAG, toHex, wholeElement, type Decoded } from '../der/der-reader.ts'
import { bitStringOctets, integerContent, smallInteger, takeTime, timeFollows } from '../der/primitives.ts'
import type { RevocationReason } from '../certificate-status.ts'

export interface Revocation {
  readonly at: Date
  readonly reason: RevocationReason
}

/** A parsed CertificateList (RFC 5280 §5.1). Parsed means well-formed; it says nothing about trust or freshness. */
export interface RevocationList {
  readonly signedBytes: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly issuer: DistinguishedName
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  /** By serial number as lower-case hex of the INTEGER's content octets (`toHex(certificate.serial)`). */
  readonly revocations: ReadonlyMap<string, Revocation>
  /** Lower-case hex, or null. */
  readonly authorityKeyIdentifier: string | null
  /** Extensions of the list by identifier. */
  readonly extensions: ReadonlyMap<string, Extension>
  /** Critical extensions of entries that this module does not evaluate; one makes the whole list unusable (§5.3). */
  readonly unknownCriticalEntryExtensions: ReadonlySet<string>
  /** Entries taken back in a delta list; a complete list has none. */
  readonly removals: ReadonlySet<string>
}

/** About a million entries; a list above it would not be one city's. */
const maxListOctets = 64 * 1024 * 1024

/** CRLReason of §5.3.1; 7 is not used and 8 takes an entry back. */
const reasons: Readonly<Record<number, RevocationReason>> = {
  0: 'unspecified',
  1: 'keyCompromise',
  2: 'caCompromise',
  3: 'affiliationChanged',
  4: 'superseded',
  5: 'cessationOfOperation',
  6: 'certificateHold',
  9: 'privilegeWithdrawn',
  10: 'aaCompromise',
}
const removeFromCrl = 8

const evaluatedInEntries = new Set<string>([EXTENSION.reasonCode, EXTENSION.invalidityDate])

const reasonNumber = (value: Uint8Array): number => smallInteger(wholeElement(value, TAG.enumerated, 'reasonCode').content, 'reasonCode')

/** What the extensions of an entry say. */
interface EntryMeaning {
  readonly reasonNumber: number
  readonly unknownCritical: readonly string[]
}

function entryMeaning(list: Uint8Array): EntryMeaning {
  const extensions = extensionList(new DerCursor(list, 'crlEntryExtensions'), 'crlEntryExtensions')
  const given = extensions.get(EXTENSION.reasonCode)
  const unknownCritical = [...extensions.values()].filter(({ id, critical }) => critical && !evaluatedInEntries.has(id)).map(({ id }) => id)
  return { reasonNumber: given === undefined ? 0 : reasonNumber(given.value), unknownCritical }
}

const noExtensions: EntryMeaning = { reasonNumber: 0, unknownCritical: [] }
const maxRememberedMeanings = 256

/** Gathers the entries of one list. Nearly all have one of ten extension lists, so equal bytes are read once. */
class EntryReader {
  readonly revocations = new Map<string, Revocation>()
  readonly removals = new Set<string>()
  readonly unknownCritical = new Set<string>()
  readonly #meanings = new Map<string, EntryMeaning>()

  read(cursor: DerCursor): void {
    const serial = toHex(serialContent(cursor))
    const at = takeTime(cursor, 'revocationDate')
    const list = cursor.takeOptional(TAG.sequence)
    cursor.end()
    const { reasonNumber: number, unknownCritical } = list === null ? noExtensions : this.#meaning(list.content)
    for (const id of unknownCritical) this.unknownCritical.add(id)
    if (number === removeFromCrl) {
      this.removals.add(serial)
      return
    }
    const reason = reasons[number]
    if (reason === undefined) throw new DerError('reasonCode is not one of RFC 5280')
    // A serial that is listed twice stays revoked since the first entry.
    if (!this.revocations.has(serial)) this.revocations.set(serial, { at, reason })
  }

  #meaning(list: Uint8Array): EntryMeaning {
    const key = toHex(list)
    const known = this.#meanings.get(key)
    if (known !== undefined) return known
    const meaning = entryMeaning(list)
    if (this.#meanings.size < maxRememberedMeanings) this.#meanings.set(key, meaning)
    return meaning
  }
}

function toBeSigned(encoding: Uint8Array) {
  const tbs = openWhole(encoding, TAG.sequence, 'tbsCertList')
  const version = tbs.takeOptional(TAG.integer)
  if (version !== null && smallInteger(version.content, 'version') !== 1) throw new DerError('version is not one of a revocation list')
  const innerAlgorithm = algorithmIdentifier(tbs.take(TAG.sequence), 'signature')
  const issuer = distinguishedName(tbs.take(TAG.sequence), 'issuer')
  const thisUpdate = takeTime(tbs, 'thisUpdate')
  const nextUpdate = timeFollows(tbs) ? takeTime(tbs, 'nextUpdate') : null
  const entries = new EntryReader()
  const list = tbs.openOptional(TAG.sequence, 'revokedCertificates')
  while (list !== null && !list.atEnd) entries.read(list.open(TAG.sequence, 'revokedCertificates'))
  const wrapper = tbs.openOptional(contextTag(0, 'constructed'), 'crlExtensions')
  tbs.end()
  if (wrapper !== null && version === null) throw new DerError('only a version 2 list has extensions')
  const extensions = wrapper === null ? new Map<string, Extension>() : extensionList(wrapper.open(TAG.sequence, 'crlExtensions'), 'crlExtensions')
  wrapper?.end()
  return { innerAlgorithm, issuer, thisUpdate, nextUpdate, entries, extensions }
}

function revocationList(der: Uint8Array): RevocationList {
  if (der.length > maxListOctets) throw new DerError(`revocation list has more than ${maxListOctets} octets`)
  const outer = openWhole(der, TAG.sequence, 'revocation list')
  const signedBytes = outer.take(TAG.sequence).encoding
  const signatureAlgorithm = algorithmIdentifier(outer.take(TAG.sequence), 'signatureAlgorithm')
  const signature = bitStringOctets(outer.take(TAG.bitString).content, 'signatureValue')
  outer.end()
  const { innerAlgorithm, entries, ...list } = toBeSigned(signedBytes)
  if (!sameBytes(innerAlgorithm.encoding, signatureAlgorithm.encoding)) throw new DerError('revocation list names two signature algorithms')
  const keyIdentifier = list.extensions.get(EXTENSION.authorityKeyIdentifier)
  const number = list.extensions.get(EXTENSION.crlNumber)
  if (number !== undefined) integerContent(wholeElement(number.value, TAG.integer, 'cRLNumber').content, 'cRLNumber')
  return {
    ...list,
    signedBytes,
    signatureAlgorithm,
    signature,
    revocations: entries.revocations,
    removals: entries.removals,
    unknownCriticalEntryExtensions: entries.unknownCritical,
    authorityKeyIdentifier: keyIdentifier === undefined ? null : authorityKeyIdentifier(keyIdentifier.value),
  }
}

/** CertificateList DER, exactly one, nothing after it. Keeps views into `der`, which must not change afterwards. */
export const parseRevocationList = (der: Uint8Array): Decoded<RevocationList> => decode(() => revocationList(der))

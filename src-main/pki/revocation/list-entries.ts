import { serialContent } from '../certificate/certificate.ts'
import { nameKey, type DistinguishedName } from '../certificate/distinguished-name.ts'
import { EXTENSION, extensionList } from '../certificate/extensions.ts'
import { generalNames } from '../certificate/extensions/general-names.ts'
import type { RevocationReason } from '../certificate-status.ts'
import { DerCursor, DerError, sameBytes, TAG, toHex, wholeElement } from '../der/der-reader.ts'
import { smallInteger, takeTime } from '../der/primitives.ts'
import { revocationReason } from '../revocation-reason.ts'

export interface Revocation {
  readonly at: Date
  readonly reason: RevocationReason
}

/** What a list says of the certificates of one issuer, by serial number: `toHex(certificate.serial)`. */
export interface ListedSerials {
  readonly revocations: ReadonlyMap<string, Revocation>
  /** Entries taken back in a delta list (removeFromCRL); a complete list has none. */
  readonly removals: ReadonlySet<string>
}

const removeFromCrl = 8

const evaluatedInEntries = new Set<string>([EXTENSION.reasonCode, EXTENSION.invalidityDate, EXTENSION.certificateIssuer])

const reasonNumber = (value: Uint8Array): number => smallInteger(wholeElement(value, TAG.enumerated, 'reasonCode').content, 'reasonCode')

/** The one directory name in CertificateIssuer (RFC 5280 §5.3.3). */
function issuerOfEntry(value: Uint8Array): DistinguishedName {
  const [name, ...more] = generalNames(wholeElement(value, TAG.sequence, 'certificateIssuer').content, 'certificateIssuer').flatMap((general) =>
    general.kind === 'directoryName' ? [general.name] : [],
  )
  if (name === undefined || more.length > 0) throw new DerError('certificateIssuer does not name one authority')
  return name
}

/** What the extensions of an entry say. */
interface EntryMeaning {
  readonly reasonNumber: number
  /** `nameKey` of the issuer that this entry and those after it speak of; null where it stays the same. */
  readonly issuer: string | null
  readonly unknownCritical: readonly string[]
}

function entryMeaning(list: Uint8Array): EntryMeaning {
  const extensions = extensionList(new DerCursor(list, 'crlEntryExtensions'), 'crlEntryExtensions')
  const reason = extensions.get(EXTENSION.reasonCode)
  const issuer = extensions.get(EXTENSION.certificateIssuer)
  return {
    reasonNumber: reason === undefined ? 0 : reasonNumber(reason.value),
    issuer: issuer === undefined ? null : nameKey(issuerOfEntry(issuer.value)),
    unknownCritical: [...extensions.values()].filter(({ id, critical }) => critical && !evaluatedInEntries.has(id)).map(({ id }) => id),
  }
}

const noExtensions: EntryMeaning = { reasonNumber: 0, issuer: null, unknownCritical: [] }
const maxRememberedMeanings = 256

interface Gathered {
  readonly revocations: Map<string, Revocation>
  readonly removals: Set<string>
}

const gathered = (): Gathered => ({ revocations: new Map(), removals: new Set() })

/** Gathers the entries of one list. Nearly all have one of ten extension lists, so equal bytes are read once. */
export class EntryReader {
  readonly own = gathered()
  readonly others = new Map<string, Gathered>()
  readonly unknownCritical = new Set<string>()
  namesOthers = false
  readonly #listIssuer: string
  readonly #meanings = new Map<string, EntryMeaning>()
  #lastRead: Uint8Array | null = null
  #lastMeaning = noExtensions
  #current = this.own

  constructor(listIssuer: DistinguishedName) {
    this.#listIssuer = nameKey(listIssuer)
  }

  read(cursor: DerCursor): void {
    const serial = toHex(serialContent(cursor))
    const at = takeTime(cursor, 'revocationDate')
    const list = cursor.takeOptional(TAG.sequence)
    cursor.end()
    const { reasonNumber: number, issuer, unknownCritical } = list === null ? noExtensions : this.#meaning(list.content)
    for (const id of unknownCritical) this.unknownCritical.add(id)
    if (issuer !== null) this.#current = this.#of(issuer)
    if (number === removeFromCrl) {
      this.#current.removals.add(serial)
      return
    }
    const reason = revocationReason(number)
    if (reason === null) throw new DerError('reasonCode is not one of RFC 5280')
    // A serial that is listed twice stays revoked since the first entry.
    if (!this.#current.revocations.has(serial)) this.#current.revocations.set(serial, { at, reason })
  }

  #of(issuer: string): Gathered {
    this.namesOthers = true
    if (issuer === this.#listIssuer) return this.own
    const known = this.others.get(issuer) ?? gathered()
    this.others.set(issuer, known)
    return known
  }

  #meaning(list: Uint8Array): EntryMeaning {
    if (this.#lastRead !== null && sameBytes(list, this.#lastRead)) return this.#lastMeaning
    this.#lastMeaning = this.#knownMeaning(list)
    this.#lastRead = list
    return this.#lastMeaning
  }

  #knownMeaning(list: Uint8Array): EntryMeaning {
    const key = toHex(list)
    const known = this.#meanings.get(key)
    if (known !== undefined) return known
    const meaning = entryMeaning(list)
    if (this.#meanings.size < maxRememberedMeanings) this.#meanings.set(key, meaning)
    return meaning
  }
}

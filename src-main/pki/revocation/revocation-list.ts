import { algorithmIdentifier, type AlgorithmIdentifier } from '../certificate/algorithm.ts'
import { distinguishedName, type DistinguishedName } from '../certificate/distinguished-name.ts'
import { authorityKeyIdentifier, EXTENSION, extensionList, type Extension } from '../certificate/extensions.ts'
import { issuingDistributionPoint, type IssuingDistributionPoint } from '../certificate/extensions/distribution-points.ts'
import { contextTag, decode, DerError, openWhole, sameBytes, TAG, wholeElement, type Decoded } from '../der/der-reader.ts'
import { bitStringOctets, integerValue, smallInteger, takeTime, timeFollows } from '../der/primitives.ts'
import { EntryReader, type ListedSerials } from './list-entries.ts'

/** A parsed CertificateList (RFC 5280 §5.1). Parsed means well-formed; it says nothing about trust or freshness. */
export interface RevocationList {
  /** The whole list, DER. */
  readonly encoding: Uint8Array
  readonly signedBytes: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly issuer: DistinguishedName
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  /** Certificates of the issuer of the list. */
  readonly own: ListedSerials
  /** Certificates of others, in an indirect list: by `nameKey` of their issuer. */
  readonly others: ReadonlyMap<string, ListedSerials>
  /** Lower-case hex, or null. */
  readonly authorityKeyIdentifier: string | null
  /** Extensions of the list by identifier. */
  readonly extensions: ReadonlyMap<string, Extension>
  /** Critical extensions of entries that this module does not evaluate; one makes the whole list unusable (§5.3). */
  readonly unknownCriticalEntryExtensions: ReadonlySet<string>
  readonly crlNumber: bigint | null
  /** BaseCRLNumber of a delta list; null for a complete one. */
  readonly baseCrlNumber: bigint | null
  readonly issuingDistributionPoint: IssuingDistributionPoint | null
}

/** About a million entries; a list above it would not be one city's. */
const maxListOctets = 64 * 1024 * 1024

function toBeSigned(encoding: Uint8Array) {
  const tbs = openWhole(encoding, TAG.sequence, 'tbsCertList')
  const version = tbs.takeOptional(TAG.integer)
  if (version !== null && smallInteger(version.content, 'version') !== 1) throw new DerError('version is not one of a revocation list')
  const innerAlgorithm = algorithmIdentifier(tbs.take(TAG.sequence), 'signature')
  const issuer = distinguishedName(tbs.take(TAG.sequence), 'issuer')
  const thisUpdate = takeTime(tbs, 'thisUpdate')
  const nextUpdate = timeFollows(tbs) ? takeTime(tbs, 'nextUpdate') : null
  const entries = new EntryReader(issuer)
  const list = tbs.openOptional(TAG.sequence, 'revokedCertificates')
  while (list !== null && !list.atEnd) entries.read(list.open(TAG.sequence, 'revokedCertificates'))
  const wrapper = tbs.openOptional(contextTag(0, 'constructed'), 'crlExtensions')
  tbs.end()
  if (wrapper !== null && version === null) throw new DerError('only a version 2 list has extensions')
  const extensions = wrapper === null ? new Map<string, Extension>() : extensionList(wrapper.open(TAG.sequence, 'crlExtensions'), 'crlExtensions')
  wrapper?.end()
  return { innerAlgorithm, issuer, thisUpdate, nextUpdate, entries, extensions }
}

/** CRLNumber and BaseCRLNumber have at most 20 octets (§5.2.3); room is left for issuers that count further. */
const maxNumberOctets = 32

function listNumber(extension: Extension | undefined, what: string): bigint | null {
  if (extension === undefined) return null
  const number = integerValue(wholeElement(extension.value, TAG.integer, what).content, maxNumberOctets, what)
  if (number < 0n) throw new DerError(`${what} is negative`)
  return number
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
  const scope = list.extensions.get(EXTENSION.issuingDistributionPoint)
  const point = scope === undefined ? null : issuingDistributionPoint(scope.value)
  // §5.3.3: only an indirect list speaks of another authority's certificates.
  if (entries.namesOthers && point?.indirect !== true) throw new DerError('an entry names another issuer, but the list is not an indirect one')
  return {
    ...list,
    encoding: der,
    signedBytes,
    signatureAlgorithm,
    signature,
    own: entries.own,
    others: entries.others,
    unknownCriticalEntryExtensions: entries.unknownCritical,
    authorityKeyIdentifier: keyIdentifier === undefined ? null : authorityKeyIdentifier(keyIdentifier.value),
    crlNumber: listNumber(list.extensions.get(EXTENSION.crlNumber), 'cRLNumber'),
    baseCrlNumber: listNumber(list.extensions.get(EXTENSION.deltaCrlIndicator), 'deltaCRLIndicator'),
    issuingDistributionPoint: point,
  }
}

/** CertificateList DER, exactly one, nothing after it. Keeps views into `der`, which must not change afterwards. */
export const parseRevocationList = (der: Uint8Array): Decoded<RevocationList> => decode(() => revocationList(der))

import { contextTag, DerCursor, DerError, openWhole, TAG } from '../../der/der-reader.ts'
import { smallInteger } from '../../der/primitives.ts'
import { generalName, type GeneralName } from './general-names.ts'

/** NameConstraints (RFC 5280 §4.2.1.10); null where no list is given. */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[] | null
  readonly excluded: readonly GeneralName[] | null
}

const what = 'nameConstraints'

/** An address and a mask of ones followed by zeros, as CIDR writes it. */
function isAddressRange(octets: Uint8Array): boolean {
  if (octets.length !== 8 && octets.length !== 32) return false
  const mask = Array.from(octets.subarray(octets.length / 2), (octet) => octet.toString(2).padStart(8, '0')).join('')
  return /^1*0*$/.test(mask)
}

/** A label is anything but a wildcard: `*.example.com` would mean what the writer did not say. */
const isHostOrNothing = (text: string): boolean => text === '' || /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(text)
const isHostOrDomain = (text: string): boolean => isHostOrNothing(text.startsWith('.') ? text.slice(1) : text)

/** Whether a base says something in the only forms that RFC 5280 gives it. */
function isWellFormed(base: GeneralName): boolean {
  switch (base.kind) {
    case 'iPAddress':
      return isAddressRange(base.octets)
    case 'dNSName':
      return isHostOrNothing(base.text)
    case 'rfc822Name': {
      const at = base.text.lastIndexOf('@')
      return at > 0 ? isHostOrNothing(base.text.slice(at + 1)) && at < base.text.length - 1 : at < 0 && isHostOrDomain(base.text)
    }
    case 'uniformResourceIdentifier':
      return isHostOrDomain(base.text)
    default:
      return true
  }
}

function subtrees(list: DerCursor): readonly GeneralName[] {
  const bases: GeneralName[] = []
  do {
    const subtree = list.open(TAG.sequence, what)
    const base = generalName(subtree.next(), what)
    const minimum = subtree.takeOptional(contextTag(0, 'primitive'))
    // Within RFC 5280 minimum is 0 and maximum is absent.
    if (minimum !== null && smallInteger(minimum.content, what) !== 0) throw new DerError(`${what} has a minimum`)
    subtree.end()
    if (!isWellFormed(base)) throw new DerError(`${what} has a malformed ${base.kind}`)
    bases.push(base)
  } while (!list.atEnd)
  return bases
}

export function nameConstraints(value: Uint8Array): NameConstraints {
  const cursor = openWhole(value, TAG.sequence, what)
  const permitted = cursor.openOptional(contextTag(0, 'constructed'), what)
  const excluded = cursor.openOptional(contextTag(1, 'constructed'), what)
  cursor.end()
  if (permitted === null && excluded === null) throw new DerError(`${what} says nothing`)
  return { permitted: permitted === null ? null : subtrees(permitted), excluded: excluded === null ? null : subtrees(excluded) }
}

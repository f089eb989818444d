import { isWithin } from '../../certificate/distinguished-name.ts'
import type { GeneralName } from '../../certificate/extensions/general-names.ts'

/** 'unclear': a name of the constraint's kind that can't be compared; it must not pass either way (RFC 5280 §6.1.3). */
export type Match = 'inside' | 'outside' | 'unclear'

const inside = (yes: boolean): Match => (yes ? 'inside' : 'outside')

const hostShape = /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i
const addressShape = /^[0-9.]+$|:/

/** Any number of labels may be added on the left; the empty base means every host. */
const isBelowOrEqual = (host: string, base: string): boolean => base === '' || host === base || host.endsWith(`.${base}`)

function dnsMatch(name: string, base: string, list: 'permitted' | 'excluded'): Match {
  const [host, constraint] = [name.toLowerCase(), base.toLowerCase()]
  if (!hostShape.test(host)) return 'unclear'
  if (isBelowOrEqual(host, constraint)) return 'inside'
  // A wildcard stands for a host inside `base` as well as for others: too much for a permission, enough for a ban.
  const wildcardCovers = host.startsWith('*.') && constraint.slice(constraint.indexOf('.') + 1) === host.slice(2) && constraint.includes('.')
  return inside(wildcardCovers && list === 'excluded')
}

/** RFC 5280 §4.2.1.10: `.example.com` is every host below, `example.com` is that host alone. */
function hostMatch(host: string, base: string): boolean {
  const constraint = base.toLowerCase()
  if (constraint === '') return true
  return constraint.startsWith('.') ? host.toLowerCase().endsWith(constraint) : host.toLowerCase() === constraint
}

function mailboxMatch(name: string, base: string): Match {
  const at = name.lastIndexOf('@')
  const host = name.slice(at + 1)
  if (at < 1 || !hostShape.test(host) || host.startsWith('*.') || /[\s<>()@,;:\\]/.test(name.slice(0, at).replaceAll(/^"[^"]*"$/g, ''))) return 'unclear'
  const baseAt = base.lastIndexOf('@')
  if (baseAt < 0) return inside(hostMatch(host, base))
  // The local part is the host's business: only equal bytes are equal (RFC 5280 §7.5).
  return inside(name.slice(0, at) === base.slice(0, baseAt) && host.toLowerCase() === base.slice(baseAt + 1).toLowerCase())
}

/** The host of a URI with an authority (RFC 3986 §3.2.2); a host that is an address, or none, can't be compared. */
function uriMatch(name: string, base: string): Match {
  const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(name) ?? []
  const host = authority?.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '')
  if (host === undefined || !hostShape.test(host) || host.startsWith('*.') || addressShape.test(host)) return 'unclear'
  return inside(hostMatch(host, base))
}

function addressMatch(address: Uint8Array, range: Uint8Array): Match {
  const size = range.length / 2
  if (address.length !== size) return 'outside'
  return inside(address.every((octet, i) => ((octet ^ (range[i] ?? 0)) & (range[size + i] ?? 0)) === 0))
}

/** Whether `name` lies in the subtree of `base`; names of another kind are 'outside', which means: not concerned. */
export function matchName(name: GeneralName, base: GeneralName, list: 'permitted' | 'excluded'): Match {
  if (name.kind === 'directoryName' && base.kind === 'directoryName') return inside(isWithin(name.name, base.name))
  if (name.kind === 'iPAddress' && base.kind === 'iPAddress') return addressMatch(name.octets, base.octets)
  if (name.kind === 'dNSName' && base.kind === 'dNSName') return dnsMatch(name.text, base.text, list)
  if (name.kind === 'rfc822Name' && base.kind === 'rfc822Name') return mailboxMatch(name.text, base.text)
  if (name.kind === 'uniformResourceIdentifier' && base.kind === 'uniformResourceIdentifier') return uriMatch(name.text, base.text)
  return name.kind === base.kind ? 'unclear' : 'outside'
}

/** Whether a constraint on `base` says anything about `name`. Names of two otherName types have nothing in common. */
export function concerns(base: GeneralName, name: GeneralName): boolean {
  if (base.kind !== name.kind) return false
  return base.kind !== 'otherName' || name.kind !== 'otherName' || base.type === name.type
}

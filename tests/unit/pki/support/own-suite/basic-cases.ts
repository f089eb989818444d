import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { sequence, setOf, utf8String, objectIdentifier, printableString } from '../../../../../src-main/training/issuer/x509/der-writer.ts'
import * as x from '../issuing/extensions.ts'
import { daysFrom, issue, issueAuthority, keyOf, now, party, root, signings, unknownCritical, type CertificateShape, type Signing } from '../issuing/parties.ts'
import type { OwnCase } from './own-case.ts'

const authority = party('Root')
const middle = party('Middle')
const bottom = party('Bottom')
const person = party('A0')
const anchors = [root(authority)]

function signatureCases(): readonly OwnCase[] {
  const section = '4.1 signatures'
  const rsa = (modulusLength: number): KeyObject => generateKeyPairSync('rsa', { modulusLength }).privateKey
  const curve = (namedCurve: string): KeyObject => generateKeyPairSync('ec', { namedCurve }).privateKey
  const strong = rsa(2048)
  const byKey = (title: string, key: KeyObject, signing: Signing, expected: OwnCase['expected']): OwnCase => {
    const self = { ...authority, key }
    return { section, title, anchors: [root(self, { signing: key.asymmetricKeyType === 'ed25519' ? signings.ed25519 : signing })], target: issue(self, person, { signing }), expected }
  }
  const stranger = { ...authority, key: keyOf('stranger') }
  const pretending: CertificateShape = { withoutKeyIdentifiers: true, extensions: [x.authorityKeyId(authority.key)] }
  return [
    byKey('RSA-2048 with SHA-256', strong, signings.rsaSha256, 'valid'),
    byKey('RSA-2048 with SHA-512', strong, signings.rsaSha512, 'valid'),
    byKey('RSASSA-PSS', strong, signings.rsaPss, 'valid'),
    byKey('ECDSA P-256', curve('P-256'), signings.ecdsaSha256, 'valid'),
    byKey('ECDSA P-384 of the coming cards', curve('P-384'), signings.ecdsaSha384, 'valid'),
    byKey('ECDSA P-521', curve('P-521'), signings.ecdsaSha512, 'valid'),
    byKey('Ed25519', authority.key, signings.ed25519, 'valid'),
    byKey('SHA-1', strong, signings.rsaSha1, 'algorithmRefused'),
    byKey('RSA-1024', rsa(1024), signings.rsaSha256, 'algorithmRefused'),
    byKey('a curve that is not accepted', curve('secp256k1'), signings.ecdsaSha256, 'algorithmRefused'),
    { section, title: 'another key under the right name and key identifier', anchors, target: issue(stranger, person, pretending), expected: 'badSignature' },
    { section, title: 'an authority signed by another key', anchors, intermediates: [issueAuthority(stranger, middle, pretending)], target: issue(middle, person), expected: 'badSignature' },
  ]
}

function periodCases(): readonly OwnCase[] {
  const section = '4.2 validity'
  const chain = (title: string, shape: CertificateShape, ofMiddle: CertificateShape, expected: OwnCase['expected']): OwnCase => ({
    section,
    title,
    anchors,
    intermediates: [issueAuthority(authority, middle, ofMiddle)],
    target: issue(middle, person, shape),
    expected,
  })
  return [
    chain('everything in its period', {}, {}, 'valid'),
    chain('an authority that has not begun', {}, { notBefore: daysFrom(1) }, 'notYetValid'),
    chain('a person who has not begun', { notBefore: daysFrom(1) }, {}, 'notYetValid'),
    chain('an authority that has ended', {}, { notAfter: daysFrom(-1) }, 'expired'),
    chain('a person who has ended', { notAfter: daysFrom(-1) }, {}, 'expired'),
    chain('the first second', { notBefore: now }, {}, 'valid'),
    chain('the last second', { notAfter: now }, {}, 'valid'),
    chain('a year after 2049', { notAfter: new Date('2051-01-01T00:00:00Z') }, {}, 'valid'),
    { ...chain('an anchor that has ended', {}, {}, 'anchorPeriod'), anchors: [root(authority, { notAfter: daysFrom(-1) })] },
    { ...chain('an anchor that has ended, where that is ignored', {}, {}, 'valid'), anchors: [root(authority, { notAfter: daysFrom(-1) })], settings: { anchorPeriod: 'ignored' } },
  ]
}

function chainingCases(): readonly OwnCase[] {
  const section = '4.3 name chaining'
  const attribute = (type: string, value: Uint8Array): Uint8Array => setOf(sequence(objectIdentifier(type), value))
  const written = (common: Uint8Array): Uint8Array => sequence(attribute('2.5.4.6', printableString('JP')), attribute('2.5.4.10', printableString('Mihon')), attribute('2.5.4.3', common))
  const by = (title: string, issuerName: Uint8Array, expected: OwnCase['expected']): OwnCase => ({ section, title, anchors, target: issue(authority, person, { issuerName }), expected })
  return [
    by('letters of another case', written(printableString('rOOT')), 'valid'),
    by('more white space', written(printableString('  Root ')), 'valid'),
    by('another kind of string', written(utf8String('Root')), 'valid'),
    by('another name', written(printableString('Roo')), 'noPath'),
    by('the same attributes in another order', sequence(attribute('2.5.4.10', printableString('Mihon')), attribute('2.5.4.6', printableString('JP')), attribute('2.5.4.3', printableString('Root'))), 'noPath'),
  ]
}

function constraintCases(): readonly OwnCase[] {
  const section = '4.6 basic constraints'
  const through = (title: string, shapes: readonly (CertificateShape & { readonly pathLength?: number })[], expected: OwnCase['expected'], anchor = anchors[0]!): OwnCase => {
    const parties = [authority, middle, bottom, party('Lowest')]
    const intermediates = shapes.map((shape, index) => issueAuthority(parties[index]!, parties[index + 1]!, shape))
    return { section, title, anchors: [anchor], intermediates, target: issue(parties[shapes.length]!, person), expected }
  }
  const bare = (title: string, extensions: readonly Uint8Array[], expected: OwnCase['expected']): OwnCase => ({
    section,
    title,
    anchors,
    intermediates: [issue(authority, middle, { extensions })],
    target: issue(middle, person),
    expected,
  })
  const renewed = { ...middle, key: keyOf('Middle renewed') }
  return [
    through('no limit', [{}, {}, {}], 'valid'),
    through('path length 0 above a person', [{ pathLength: 0 }], 'valid'),
    through('path length 0 above an authority', [{ pathLength: 0 }, {}], 'pathTooLong'),
    through('path length 1 above two authorities', [{ pathLength: 1 }, {}, {}], 'pathTooLong'),
    through('a larger path length below a smaller one', [{ pathLength: 0 }, { pathLength: 5 }], 'pathTooLong'),
    through('path length 0 in the anchor', [{}], 'pathTooLong', root(authority, { pathLength: 0 })),
    bare('no basic constraints', [x.keyUsage(5, 6)], 'notAuthority'),
    bare('cA is false', [x.basicConstraints(false), x.keyUsage(5, 6)], 'notAuthority'),
    bare('key usage without keyCertSign', [x.basicConstraints(true), x.keyUsage(6)], 'keyUsage'),
    bare('no key usage', [x.basicConstraints(true)], 'valid'),
    {
      section,
      title: 'a self-issued certificate does not count',
      anchors,
      intermediates: [issueAuthority(authority, middle, { pathLength: 0 }), issueAuthority(middle, renewed, { serial: 3n })],
      target: issue(renewed, person),
      expected: 'valid',
    },
  ]
}

function usageCases(): readonly OwnCase[] {
  const section = '4.7 key usage and extensions'
  const clientAuthentication = '1.3.6.1.5.5.7.3.2'
  const serverAuthentication = '1.3.6.1.5.5.7.3.1'
  const with_ = (title: string, extensions: readonly Uint8Array[], settings: OwnCase['settings'], expected: OwnCase['expected']): OwnCase => ({
    section,
    title,
    anchors,
    target: issue(authority, person, { extensions }),
    settings: settings ?? {},
    expected,
  })
  const limited = issueAuthority(authority, middle, { extensions: [x.extendedKeyUsage(serverAuthentication)] })
  return [
    with_('the usage asked for', [x.keyUsage(0)], { keyUsage: 'digitalSignature' }, 'valid'),
    with_('another usage', [x.keyUsage(1)], { keyUsage: 'digitalSignature' }, 'keyUsage'),
    with_('the purpose asked for', [x.extendedKeyUsage(clientAuthentication)], { keyPurpose: clientAuthentication }, 'valid'),
    with_('any purpose', [x.extendedKeyUsage('2.5.29.37.0')], { keyPurpose: clientAuthentication }, 'valid'),
    with_('another purpose', [x.extendedKeyUsage(serverAuthentication)], { keyPurpose: clientAuthentication }, 'keyPurpose'),
    { section, title: 'an authority for another purpose', anchors, intermediates: [limited], target: issue(middle, person), settings: { keyPurpose: clientAuthentication }, expected: 'keyPurpose' },
    with_('a person who may sign certificates', [x.keyUsage(0, 5)], {}, 'keyUsage'),
    with_('an unknown critical extension', [unknownCritical()], {}, 'unknownCriticalExtension'),
    { section, title: 'an unknown critical extension of an authority', anchors, intermediates: [issueAuthority(authority, middle, { extensions: [unknownCritical()] })], target: issue(middle, person), expected: 'unknownCriticalExtension' },
    { section, title: 'an unknown critical extension of the anchor', anchors: [root(authority, { extensions: [unknownCritical()] })], target: issue(authority, person), expected: 'anchorUnfit' },
  ]
}

export const basicCases = (): readonly OwnCase[] => [...signatureCases(), ...periodCases(), ...chainingCases(), ...constraintCases(), ...usageCases()]

import type { NameParts } from '../../../../../src-main/training/issuer/x509/x509-writer.ts'
import * as x from '../issuing/extensions.ts'
import { daysFrom, issue, issueAuthority, keyOf, list, party, root, unknownCritical, type CertificateShape, type ListShape } from '../issuing/parties.ts'
import type { OwnCase } from './own-case.ts'

const authority = party('Root')
const person = party('A0')
const anchors = [root(authority)]
const serial = 77n

const ofIssuer = (section: string, title: string, shapes: readonly ListShape[], expected: OwnCase['expected'], certificate: CertificateShape = {}): OwnCase => ({
  section,
  title,
  anchors,
  target: issue(authority, person, certificate),
  lists: shapes.map((shape) => list(authority, shape)),
  expected,
})

const revoked = (reason?: number) => [{ serial, extensions: reason === undefined ? [] : [x.reasonCode(reason)] }]
const stranger = { ...authority, key: keyOf('stranger') }

const basic = '4.4 revocation lists'
const basicCases = (): readonly OwnCase[] => [
  ofIssuer(basic, 'a fresh, empty list', [{}], 'valid'),
  ofIssuer(basic, 'no list', [], 'revocationUnreachable'),
  ofIssuer(basic, 'revoked', [{ entries: revoked() }], 'revoked'),
  ofIssuer(basic, 'on hold', [{ entries: revoked(6) }], 'revoked'),
  ofIssuer(basic, 'another serial number is revoked', [{ entries: [{ serial: 78n }] }], 'valid'),
  ofIssuer(basic, 'an overdue list', [{ nextUpdate: daysFrom(-0.5) }], 'revocationUnknown'),
  ofIssuer(basic, 'a list from the future', [{ thisUpdate: daysFrom(0.5) }], 'revocationUnknown'),
  ofIssuer(basic, 'a list that never ends', [{ nextUpdate: null }], 'revocationUnknown'),
  ofIssuer(basic, 'an unknown critical extension of the list', [{ extensions: [unknownCritical()] }], 'revocationUnknown'),
  ofIssuer(basic, 'an unknown critical extension of an entry', [{ entries: [{ serial: 78n, extensions: [unknownCritical()] }] }], 'revocationUnknown'),
  ofIssuer(basic, 'a new list after an old one that revoked', [{ entries: revoked(6), thisUpdate: daysFrom(-2) }, {}], 'valid'),
  ofIssuer(basic, 'an old list before a new one that revokes', [{ thisUpdate: daysFrom(-2) }, { entries: revoked() }], 'revoked'),
  { ...ofIssuer(basic, 'a list signed by a stranger of the same name', [], 'revocationUnknown'), lists: [list(stranger, { withoutKeyIdentifier: true })] },
  { ...ofIssuer(basic, 'a list of somebody else', [], 'revocationUnknown'), lists: [list(party('Other'))] },
  { ...ofIssuer(basic, 'an issuer whose key may not sign lists', [{}], 'revocationUnknown'), anchors: [issue(authority, authority, { extensions: [x.basicConstraints(true), x.keyUsage(5)] })] },
]

const middle = party('Middle')
const middleCertificate = (shape: CertificateShape = {}) => issueAuthority(authority, middle, { serial: 2n, ...shape })
const throughMiddle = (title: string, rootList: ListShape, middleList: ListShape, expected: OwnCase['expected']): OwnCase => ({
  section: basic,
  title,
  anchors,
  intermediates: [middleCertificate()],
  target: issue(middle, person),
  lists: [list(authority, rootList), list(middle, middleList)],
  expected,
})

const keys = '4.4 separate keys for lists'
const listKey = { ...middle, key: keyOf('Middle lists') }
const listSigner = (shape: CertificateShape = {}) => issue(authority, listKey, { serial: 3n, extensions: [x.keyUsage(6)], ...shape })
const separate = (title: string, signer: ReturnType<typeof listSigner>, rootList: ListShape, expected: OwnCase['expected']): OwnCase => ({
  section: keys,
  title,
  anchors,
  intermediates: [middleCertificate(), signer],
  target: issue(middle, person),
  lists: [list(authority, rootList), list(listKey)],
  expected,
})
const selfIssuedSigner = issue(middle, listKey, { serial: 3n, extensions: [x.keyUsage(6)] })

const chainCases = (): readonly OwnCase[] => [
  throughMiddle('an authority in between, both lists fresh', {}, {}, 'valid'),
  throughMiddle('the authority in between is revoked', { entries: [{ serial: 2n }] }, {}, 'revoked'),
  throughMiddle('the list of the authority in between is overdue', {}, { nextUpdate: daysFrom(-0.5) }, 'revocationUnknown'),
  separate('a key for lists that the same anchor certified', listSigner(), {}, 'valid'),
  separate('a key for lists that is revoked', listSigner(), { entries: [{ serial: 3n }] }, 'revocationUnknown'),
  separate('a key for lists whose certificate has ended', listSigner({ notAfter: daysFrom(-1) }), {}, 'revocationUnknown'),
  separate('a key that is not for lists', listSigner({ extensions: [x.keyUsage(0)] }), {}, 'revocationUnknown'),
  {
    section: keys,
    title: 'a key for lists whose own status is in its own list only',
    anchors,
    intermediates: [middleCertificate(), selfIssuedSigner],
    target: issue(middle, person),
    lists: [list(authority), list(listKey)],
    expected: 'revocationUnknown',
  },
]

const points = '4.14 distribution points'
const ofCity = (city: string): NameParts => [...authority.name, ['OU', 'CRL Distribution Points'], ['CN', `${city} CRLDP`]]
const mihon = { extensions: [x.distributionPoints({ full: ofCity('Mihon') })] }
const scoped = (scope: x.ScopeShape, shape: ListShape = {}): ListShape => ({ ...shape, extensions: [x.issuingDistributionPoint(scope), ...(shape.extensions ?? [])] })

const partitionCases = (): readonly OwnCase[] => [
  ofIssuer(points, 'the list of the own city', [scoped({ full: ofCity('Mihon') })], 'valid', mihon),
  ofIssuer(points, 'the list of another city is no proof', [scoped({ full: ofCity('Other') })], 'revocationUnknown', mihon),
  ofIssuer(points, 'a list of everything', [{}], 'valid', mihon),
  ofIssuer(points, 'the list of a city, for a certificate without a point', [scoped({ full: ofCity('Mihon') })], 'revocationUnknown'),
  ofIssuer(points, 'revoked by the list of the own city', [scoped({ full: ofCity('Other') }), scoped({ full: ofCity('Mihon') }, { entries: revoked() })], 'revoked', mihon),
  ofIssuer(points, 'a name relative to the issuer on both sides', [scoped({ relative: 'Mihon' })], 'valid', { extensions: [x.distributionPoints({ relative: 'Mihon' })] }),
  ofIssuer(points, 'a relative name against the whole one', [scoped({ full: [...authority.name, ['CN', 'Mihon']] })], 'valid', { extensions: [x.distributionPoints({ relative: 'Mihon' })] }),
  ofIssuer(points, 'for persons only', [scoped({ only: 'user' })], 'valid'),
  ofIssuer(points, 'for authorities only', [scoped({ only: 'authority' })], 'revocationUnknown'),
  ofIssuer(points, 'for attribute certificates only', [scoped({ only: 'attribute' })], 'revocationUnknown'),
  ofIssuer(points, 'some reasons only', [scoped({ reasons: [1, 2] })], 'revocationUnknown'),
  ofIssuer(points, 'all reasons in two lists', [scoped({ reasons: [1, 2] }), scoped({ reasons: [3, 4, 5, 6, 7, 8] })], 'valid'),
  ofIssuer(points, 'revoked in one of two lists', [scoped({ reasons: [1, 2] }), scoped({ reasons: [3, 4, 5, 6, 7, 8] }, { entries: revoked(4) })], 'revoked'),
  ofIssuer(points, 'a point for some reasons only', [scoped({ full: ofCity('Mihon') })], 'revocationUnknown', { extensions: [x.distributionPoints({ full: ofCity('Mihon'), reasons: [1] })] }),
]

const indirect = '4.14 indirect lists'
const publisher = party('Publisher')
const publisherCertificate = issue(authority, publisher, { serial: 5n, extensions: [x.keyUsage(6)] })
const byPublisher = (title: string, shape: ListShape, expected: OwnCase['expected'], certificate: CertificateShape = { extensions: [x.distributionPoints({ crlIssuer: publisher.name })] }): OwnCase => ({
  section: indirect,
  title,
  anchors,
  intermediates: [publisherCertificate],
  target: issue(authority, person, certificate),
  lists: [list(authority, scoped({ only: 'authority' })), list(publisher, shape), list(authority, scoped({ full: ofCity('Publisher') }))],
  expected,
})
/** The publisher's own certificate is confirmed by a list that says nothing of persons. */
const publisherConfirmed = { serial: 5n, extensions: [x.keyUsage(6), x.distributionPoints({ full: ofCity('Publisher') })] }
const withPublisher = (one: OwnCase): OwnCase => ({ ...one, intermediates: [issue(authority, publisher, publisherConfirmed)] })

const indirectCases = (): readonly OwnCase[] =>
  [
    byPublisher('a list by the one whom the certificate names', scoped({ indirect: true }), 'valid'),
    byPublisher('a list that is not marked indirect', {}, 'revocationUnknown'),
    byPublisher('revoked there, under the name of the issuer', scoped({ indirect: true }, { entries: [{ serial, extensions: [x.certificateIssuer(authority.name)] }] }), 'revoked'),
    byPublisher('the same number of another issuer is revoked there', scoped({ indirect: true }, { entries: [{ serial, extensions: [x.certificateIssuer([['O', 'Other']])] }] }), 'valid'),
    byPublisher('the name of the issuer holds for the entries that follow', scoped({ indirect: true }, { entries: [{ serial: 1n, extensions: [x.certificateIssuer(authority.name)] }, { serial }] }), 'revoked'),
    byPublisher('the publisher’s own number is revoked there', scoped({ indirect: true }, { entries: [{ serial }] }), 'valid'),
    byPublisher('a list that the certificate does not point to', scoped({ indirect: true }), 'revocationUnknown', {}),
  ].map(withPublisher)

const deltas = '4.15 delta lists'
const complete = (number: bigint, shape: ListShape = {}): ListShape => ({ ...shape, thisUpdate: shape.thisUpdate ?? daysFrom(-2), extensions: [x.crlNumber(number)] })
const delta = (number: bigint, base: bigint, shape: ListShape = {}): ListShape => ({ ...shape, extensions: [x.crlNumber(number), x.deltaOf(base), ...(shape.extensions ?? [])] })

const deltaCases = (): readonly OwnCase[] => [
  ofIssuer(deltas, 'a delta list alone', [delta(2n, 1n)], 'revocationUnknown'),
  ofIssuer(deltas, 'complete and delta list, neither revokes', [complete(1n), delta(2n, 1n)], 'valid'),
  ofIssuer(deltas, 'revoked since the complete list', [complete(1n), delta(2n, 1n, { entries: revoked() })], 'revoked'),
  ofIssuer(deltas, 'a hold that was taken back', [complete(1n, { entries: revoked(6) }), delta(2n, 1n, { entries: revoked(8) })], 'valid'),
  ofIssuer(deltas, 'a compromised key can’t be taken back', [complete(1n, { entries: revoked(1) }), delta(2n, 1n, { entries: revoked(8) })], 'revoked'),
  ofIssuer(deltas, 'a delta to a later complete list does not count', [complete(1n, { entries: revoked(6) }), delta(4n, 3n, { entries: revoked(8) })], 'revoked'),
  ofIssuer(deltas, 'a delta before the complete list does not count', [complete(5n), delta(4n, 1n, { entries: revoked() })], 'valid'),
  ofIssuer(deltas, 'a delta of another scope does not count', [complete(1n, { entries: revoked(6) }), delta(2n, 1n, { entries: revoked(8), extensions: [x.issuingDistributionPoint({ only: 'user' })] })], 'revoked'),
  ofIssuer(deltas, 'an overdue delta does not count', [complete(1n, { entries: revoked(6) }), delta(2n, 1n, { entries: revoked(8), nextUpdate: daysFrom(-0.5) })], 'revoked'),
  ofIssuer(deltas, 'the newest of two deltas counts', [complete(1n), delta(2n, 1n, { entries: revoked(6), thisUpdate: daysFrom(-1.5) }), delta(3n, 1n)], 'valid'),
  ofIssuer(deltas, 'a complete list that takes entries back', [complete(1n, { entries: revoked(8) })], 'revocationUnknown'),
]

export const revocationCases = (): readonly OwnCase[] => [...basicCases(), ...chainCases(), ...partitionCases(), ...indirectCases(), ...deltaCases()]

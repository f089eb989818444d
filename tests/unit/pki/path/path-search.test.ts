import { describe, expect, it } from 'vitest'
import type { PathRequest } from '../../../../src-main/pki/path/validate-path.ts'
import { validatePath } from '../../../../src-main/pki/path/validate-path.ts'
import { trustAnchor } from '../../../../src-main/pki/path/trust-anchor.ts'
import { defaultWork } from '../../../../src-main/pki/path/work-budget.ts'
import { crlCheck } from '../../../../src-main/pki/revocation/crl-check.ts'
import * as x from '../support/issuing/extensions.ts'
import { daysFrom, issue, issueAuthority, keyOf, list, now, party, root, type Party } from '../support/issuing/parties.ts'
import { freshness, listsAtHand } from '../support/own-suite/own-case.ts'

const validate = ({ anchors, ...request }: Partial<PathRequest> & Pick<PathRequest, 'target' | 'anchors'>) =>
  validatePath({ intermediates: [], at: now, revocation: 'none', ...request, anchors })

const authority = party('Root')
const person = party('A0')
const anchor = trustAnchor(root(authority))

describe('authorities of one name', () => {
  /** JPKI: three generations, one name, each with its own key and list (reference card.md §6). */
  const generations = ['first', 'second', 'third'].map((generation): Party => ({ ...authority, key: keyOf(generation) }))
  const anchors = generations.map((generation) => trustAnchor(root(generation)))
  const lists = generations.map((generation, index) => list(generation, { entries: index === 1 ? [{ serial: 77n }] : [] }))

  it('are told apart by their keys, and each answers for its own certificates alone', async () => {
    for (const [index, generation] of generations.entries()) {
      const target = issue(generation, person)
      const verdict = await validate({ target, anchors, revocation: crlCheck(listsAtHand(lists), freshness) })
      if (index === 1) expect(verdict).toMatchObject({ outcome: 'invalid', fault: 'revoked', place: 0 })
      else expect(verdict).toMatchObject({ outcome: 'valid', anchor: anchors[index] })
    }
  })

  it('are told apart by signatures where nobody names keys', async () => {
    const nameless = generations.map((generation) => trustAnchor(root(generation, { withoutKeyIdentifiers: true })))
    const target = issue(generations[2]!, person, { withoutKeyIdentifiers: true })
    expect(await validate({ target, anchors: nameless })).toMatchObject({ outcome: 'valid', anchor: nameless[2] })
  })

  it('do not lend each other their revocation lists', async () => {
    const target = issue(generations[0]!, person, { withoutKeyIdentifiers: true })
    const others = crlCheck(listsAtHand(lists.slice(1)), freshness)
    expect(await validate({ target, anchors, revocation: others })).toMatchObject({ outcome: 'invalid', fault: 'revocationUnknown' })
  })

  it('stay apart when one of them has ended', async () => {
    const ended = trustAnchor(root(generations[0]!, { notAfter: daysFrom(-1) }))
    const target = issue(generations[0]!, person)
    expect(await validate({ target, anchors: [ended, ...anchors.slice(1)] })).toMatchObject({ outcome: 'invalid', fault: 'anchorPeriod', place: 1 })
  })
})

describe('more than one path', () => {
  const [middle, other] = [party('Middle'), party('Other root')]

  it('is tried to the end when the first ones do not hold', async () => {
    const ended = issueAuthority(authority, middle, { notAfter: daysFrom(-1) })
    const forbidding = issueAuthority(authority, middle, { extensions: [x.nameConstraints({ excluded: [x.general.directory([['C', 'JP']])] })] })
    const tooShort = issueAuthority(other, middle)
    const good = issueAuthority(authority, middle)
    const anchors = [anchor, trustAnchor(root(other, { pathLength: 0 }))]
    const verdict = await validate({ target: issue(middle, person), intermediates: [ended, forbidding, tooShort, good], anchors })
    expect(verdict).toMatchObject({ outcome: 'valid', steps: [{ certificate: good }, {}] })
  })

  it('is tried when the first is revoked, and the revocation is told when none is left', async () => {
    const revoked = issueAuthority(authority, middle, { serial: 5n })
    const good = issueAuthority(authority, middle, { serial: 6n })
    const target = issue(middle, person)
    const revocation = crlCheck(listsAtHand([list(authority, { entries: [{ serial: 5n }] }), list(middle)]), freshness)
    expect(await validate({ target, anchors: [anchor], revocation, intermediates: [revoked, good] })).toMatchObject({ outcome: 'valid' })
    expect(await validate({ target, anchors: [anchor], revocation, intermediates: [revoked] })).toMatchObject({ fault: 'revoked', place: 1 })
  })

  it('tells of the one that came furthest', async () => {
    const target = issue(middle, person, { notAfter: daysFrom(-1) })
    const forged = issueAuthority({ ...authority, key: keyOf('stranger') }, middle, { withoutKeyIdentifiers: true, extensions: [x.subjectKeyId(middle.key)] })
    const verdict = await validate({ target, anchors: [anchor], intermediates: [forged, issueAuthority(authority, middle)] })
    expect(verdict).toMatchObject({ outcome: 'invalid', fault: 'expired', place: 0 })
  })
})

describe('certificates that lead in circles', () => {
  /** Every one certified by every other, as bridges do, and as somebody would who wants the kiosk to hang. */
  const crossed = (count: number): readonly Party[] => Array.from({ length: count }, (_, index) => party(`Bridge ${index}`))
  const allPairs = (parties: readonly Party[]) => parties.flatMap((issuer) => parties.flatMap((subject) => (issuer === subject ? [] : [issueAuthority(issuer, subject)])))

  it('of a cross-certified pair end in the anchor', async () => {
    const [left, right] = crossed(2)
    const intermediates = [...allPairs([left!, right!]), issueAuthority(authority, right!)]
    expect(await validate({ target: issue(left!, person), intermediates, anchors: [anchor] })).toMatchObject({ outcome: 'valid', steps: { length: 3 } })
  })

  it('of a cross-certified pair without an anchor end without a path', async () => {
    const [left, right] = crossed(2)
    expect(await validate({ target: issue(left!, person), intermediates: allPairs([left!, right!]), anchors: [anchor] })).toMatchObject({ fault: 'noPath' })
  })

  it('of twelve authorities cost no more than is allowed', async () => {
    const parties = crossed(12)
    const verdict = await validate({ target: issue(parties[0]!, person), intermediates: allPairs(parties), anchors: [anchor] })
    expect(verdict).toMatchObject({ outcome: 'invalid', fault: 'workLimit' })
  })

  it('of one name and many keys cost no more signatures than are allowed', async () => {
    const doubles = Array.from({ length: 30 }, (_, index): Party => ({ ...party('Double'), key: keyOf(`double ${index}`) }))
    const bare = { withoutKeyIdentifiers: true }
    const intermediates = doubles.flatMap((issuer) => doubles.slice(0, 4).map((subject) => issueAuthority(issuer, subject, bare)))
    const verdict = await validate({ target: issue(doubles[0]!, person, bare), intermediates, anchors: [anchor], settings: { work: { ...defaultWork, signatures: 50 } } })
    expect(verdict).toMatchObject({ outcome: 'invalid', fault: 'workLimit' })
  })

  it('are not longer for being given a thousand times', async () => {
    const [left, right] = crossed(2)
    const intermediates = Array.from({ length: 500 }, () => allPairs([left!, right!])).flat()
    expect(await validate({ target: issue(left!, person), intermediates, anchors: [anchor] })).toMatchObject({ fault: 'noPath' })
  })

  it('of signers of revocation lists that hang on each other prove nothing', async () => {
    const [one, two] = [party('Lists one'), party('Lists two')]
    const point = (publisher: Party) => x.distributionPoints({ crlIssuer: publisher.name })
    const signer = (self: Party, other: Party) => issue(authority, self, { serial: 9n, extensions: [x.keyUsage(6), point(other)] })
    const published = (publisher: Party) => list(publisher, { extensions: [x.issuingDistributionPoint({ indirect: true })] })
    const verdict = await validate({
      target: issue(authority, person, { extensions: [point(one)] }),
      intermediates: [signer(one, two), signer(two, one)],
      anchors: [anchor],
      revocation: crlCheck(listsAtHand([published(one), published(two)]), freshness),
    })
    expect(verdict).toMatchObject({ outcome: 'invalid', fault: 'revocationUnknown' })
  })
})

describe('a chain of many authorities', () => {
  const parties = [authority, ...Array.from({ length: 14 }, (_, index) => party(`Level ${index}`))]
  const chain = (length: number) => parties.slice(0, length).map((issuer, index) => issueAuthority(issuer, parties[index + 1]!))

  it.each([
    [10, 'valid'],
    [11, 'invalid'],
  ])('of %i between anchor and target is %s', async (length, outcome) => {
    const verdict = await validate({ target: issue(parties[length]!, person), intermediates: chain(length), anchors: [anchor] })
    expect(verdict.outcome).toBe(outcome)
  })
})

it('the anchor is not a path to itself', async () => {
  expect(await validate({ target: anchor.certificate, anchors: [anchor] })).toMatchObject({ outcome: 'valid', steps: { length: 1 } })
  expect(await validate({ target: anchor.certificate, anchors: [] })).toMatchObject({ outcome: 'invalid', fault: 'noPath' })
})

it('without any revocation data nothing is valid', async () => {
  const target = issue(authority, person)
  expect(await validate({ target, anchors: [anchor], revocation: crlCheck(listsAtHand([]), freshness) })).toMatchObject({ fault: 'revocationUnreachable' })
})

it('a time that is none makes nothing valid', async () => {
  const verdict = await validate({ target: issue(authority, person), anchors: [anchor], at: new Date(Number.NaN) })
  expect(verdict.outcome).toBe('invalid')
})

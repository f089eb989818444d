import { sign } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseCertificate, type Certificate } from '../../../src-main/pki/certificate/certificate.ts'
import type { PathVerdict } from '../../../src-main/pki/path/path-verdict.ts'
import { trustAnchor } from '../../../src-main/pki/path/trust-anchor.ts'
import { validatePath } from '../../../src-main/pki/path/validate-path.ts'
import { crlCheck } from '../../../src-main/pki/revocation/crl-check.ts'
import { parseRevocationList, type RevocationList } from '../../../src-main/pki/revocation/revocation-list.ts'
import { bitString, sequence } from '../../../src-main/training/issuer/x509/der-writer.ts'
import * as x from '../../unit/pki/support/issuing/extensions.ts'
import { certificateDer, issueAuthority, listDer, now, party, root, signings, type Party } from '../../unit/pki/support/issuing/parties.ts'
import { freshness, listsAtHand } from '../../unit/pki/support/own-suite/own-case.ts'
import { changedBody, countingRounds, everyMutation, seed } from './support/rounds.ts'

const rounds = { certificates: 25_000, issuers: 12_000, lists: 20_000, resigned: 8_000 }

const authority = party('Root')
const middle = party('Middle')
const person = party('A0')
const policy = '2.999.8.1'
const anchor = root(authority)

/** Something of everything, so that every reader of an extension meets broken input. */
const personExtensions = [
  x.keyUsage(0, 1),
  x.policies(policy),
  x.extendedKeyUsage('1.3.6.1.5.5.7.3.2'),
  x.subjectAltName(
    x.general.mail('a@example.jp'),
    x.general.dns('www.example.jp'),
    x.general.directory([['C', 'JP'], ['O', 'Mihon']]),
    x.general.uri('https://www.example.jp/'),
    x.general.address(192, 0, 2, 7),
    x.general.other('2.999.7', '見本'),
  ),
  x.distributionPoints({ relative: 'Mihon', reasons: [1, 2, 3, 4, 5, 6, 7, 8] }, { crlIssuer: middle.name }),
]
const issuerExtensions = [
  x.policies(policy, '2.999.8.2'),
  x.policyMappings([policy, policy], ['2.999.8.2', policy]),
  x.policyConstraints({ explicit: 0, mapping: 3 }),
  x.inhibitAnyPolicy(4),
  x.nameConstraints({
    permitted: [x.general.mail('.example.jp'), x.general.mail('example.jp'), x.general.dns('example.jp'), x.general.address(192, 0, 2, 0, 255, 255, 255, 0)],
    excluded: [x.general.uri('.example.com'), x.general.directory([['C', 'XX']])],
  }),
]
const targetDer = certificateDer(middle, person, { extensions: personExtensions })
const issuerCertificate = issueAuthority(authority, middle, { extensions: issuerExtensions, pathLength: 0 })
const numbered = [x.crlNumber(7n)]
const rootList = listDer(authority, { extensions: numbered })
const cityList = listDer(middle, {
  entries: [{ serial: 1n, extensions: [x.reasonCode(6)] }, { serial: 2n, extensions: [x.certificateIssuer([['O', 'Other']])] }, { serial: 3n }],
  extensions: [...numbered, x.issuingDistributionPoint({ relative: 'Mihon', indirect: true })],
})

const certificateOf = (der: Uint8Array): Certificate | null => {
  const parsed = parseCertificate(der)
  return parsed.ok ? parsed.value : null
}
const listOf = (der: Uint8Array): RevocationList | null => {
  const parsed = parseRevocationList(der)
  return parsed.ok ? parsed.value : null
}

/** Null: it can't be read any more. */
interface Parts {
  readonly target: Certificate | null
  readonly issuer: Certificate | null
  readonly list: RevocationList | null
}

let good: Parts
let goodRootList: RevocationList | null

async function outcome(changed: Partial<Parts>): Promise<PathVerdict['outcome'] | 'malformed'> {
  const { target, issuer, list } = { ...good, ...changed }
  if (target === null || issuer === null || list === null || goodRootList === null) return 'malformed'
  const verdict = await validatePath({
    target,
    intermediates: [issuer],
    anchors: [trustAnchor(anchor)],
    at: now,
    revocation: crlCheck(listsAtHand([goodRootList, list]), freshness),
  })
  return verdict.outcome
}

/** The signed part of `der`, changed inside, in a whole certificate or list that `signer` signed: nothing but its content is wrong. */
const resigned = (der: Uint8Array, roundSeed: number, signer: Party): Uint8Array => {
  const body = changedBody(der, roundSeed)
  return sequence(body, signings.ed25519.algorithm, bitString(sign(null, body, signer.key)))
}

beforeAll(() => {
  good = { target: certificateOf(targetDer), issuer: issuerCertificate, list: listOf(cityList) }
  goodRootList = listOf(rootList)
})

describe('bytes that somebody changed', () => {
  it('were good before', async () => {
    expect(await outcome({})).toBe('valid')
  })

  it('of the certificate are never valid', { timeout: 600_000 }, async () => {
    const outcomes = await everyMutation(targetDer, rounds.certificates, seed, (der) => outcome({ target: certificateOf(der) }))
    expect(outcomes.get('valid') ?? 0).toBe(0)
    expect(outcomes.get('invalid') ?? 0).toBeGreaterThan(1000)
  })

  it('of its issuer are never valid', { timeout: 600_000 }, async () => {
    const outcomes = await everyMutation(issuerCertificate.encoding, rounds.issuers, seed + 1_000_000, (der) => outcome({ issuer: certificateOf(der) }))
    expect(outcomes.get('valid') ?? 0).toBe(0)
    expect(outcomes.get('invalid') ?? 0).toBeGreaterThan(500)
  })

  it('of a revocation list never make a certificate good', { timeout: 600_000 }, async () => {
    const outcomes = await everyMutation(cityList, rounds.lists, seed + 2_000_000, (der) => outcome({ list: listOf(der) }))
    expect(outcomes.get('valid') ?? 0).toBe(0)
    expect(outcomes.get('invalid') ?? 0).toBeGreaterThan(1000)
  })

  it('and signed again by their issuer get a verdict, whatever it is', { timeout: 600_000 }, async () => {
    const outcomes = await countingRounds(rounds.resigned, seed + 3_000_000, (roundSeed, round) =>
      outcome(round % 2 === 0 ? { target: certificateOf(resigned(targetDer, roundSeed, middle)) } : { list: listOf(resigned(cityList, roundSeed, middle)) }),
    )
    // Both ends are met: some changes harm nothing, most do.
    expect(outcomes.get('valid') ?? 0).toBeGreaterThan(0)
    expect(outcomes.get('invalid') ?? 0).toBeGreaterThan(0)
  })
})

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { basicCases } from '../../unit/pki/support/own-suite/basic-cases.ts'
import { verdictOf, type OwnCase } from '../../unit/pki/support/own-suite/own-case.ts'
import { revocationCases } from '../../unit/pki/support/own-suite/revocation-cases.ts'
import { ruleCases } from '../../unit/pki/support/own-suite/rule-cases.ts'
import { now } from '../../unit/pki/support/issuing/parties.ts'
import { limboPurpose, limboTime, limboVerdict, readLimbo, type LimboCase } from './support/limbo.ts'
import { disagreements } from './support/openssl-disagreements.ts'
import { opensslVerify, pem, type Opinion } from './support/openssl-verify.ts'
import { leftOut, pkitsTime, pkitsVerdict, readPkits, type PkitsCase } from './support/pkits.ts'
import { skipWithout, suiteFile } from './support/suite-data.ts'

const pkits = suiteFile('pkits', 'vectors.json')
const limbo = suiteFile('limbo', 'limbo-subset.json')

interface Compared {
  readonly id: string
  readonly ours: boolean
  readonly theirs: Opinion
}

/** Every disagreement has its reason in a table. */
function expectAgreement(suite: keyof typeof disagreements, compared: readonly Compared[]): void {
  const different = compared.filter(({ ours, theirs }) => ours !== theirs.accepted)
  const reasons = disagreements[suite]
  console.log(`openssl verify, ${suite}: ${compared.length - different.length} of ${compared.length} alike`)
  console.table(different.map(({ id, ours }) => ({ case: id, ours: ours ? 'accepts' : 'refuses', why: reasons[id] ?? 'UNEXPLAINED' })))
  const unexplained = different.filter(({ id }) => !(id in reasons)).map(({ id, ours, theirs }) => `${id}: ours ${ours ? 'accepts' : 'refuses'}; ${theirs.output}`)
  expect(unexplained).toEqual([])
}

/** Two at a time: one processor for us, one for openssl. */
async function compareAll<T>(cases: readonly T[], compare: (one: T) => Promise<Compared>): Promise<readonly Compared[]> {
  const compared: Compared[] = []
  for (let start = 0; start < cases.length; start += 2) compared.push(...(await Promise.all(cases.slice(start, start + 2).map(compare))))
  return compared
}

async function comparePkits(file: string, one: PkitsCase): Promise<Compared> {
  const certificates = one.certs.map((name) => pem('CERTIFICATE', readFileSync(join(dirname(file), 'certs', name))))
  const lists = one.crls.map((name) => pem('X509 CRL', readFileSync(join(dirname(file), 'crls', name))))
  const verdict = await pkitsVerdict(file, one)
  const theirs = await opensslVerify({
    anchors: certificates.slice(0, 1),
    intermediates: certificates.slice(1, -1),
    target: certificates.at(-1) ?? '',
    lists,
    at: pkitsTime,
    options: [
      '-auth_level',
      '0',
      '-policy_check',
      ...one.initialPolicySet.flatMap((policy) => ['-policy', policy]),
      ...(one.initialExplicitPolicy ? ['-explicit_policy'] : []),
      ...(one.initialPolicyMappingInhibit ? ['-inhibit_map'] : []),
      ...(one.initialInhibitAnyPolicy ? ['-inhibit_any'] : []),
    ],
  })
  return { id: one.id, ours: typeof verdict !== 'string' && verdict.outcome === 'valid', theirs }
}

async function compareLimbo(one: LimboCase): Promise<Compared> {
  const verdict = await limboVerdict(one)
  const theirs = await opensslVerify({
    anchors: one.trusted_certs,
    intermediates: one.untrusted_intermediates,
    target: one.peer_certificate,
    lists: one.crls,
    at: limboTime(one),
    options: [
      '-purpose',
      limboPurpose[one.validation_kind] === limboPurpose.SERVER ? 'sslserver' : 'sslclient',
      ...(one.max_chain_depth === null ? [] : ['-verify_depth', String(one.max_chain_depth)]),
    ],
  })
  return { id: one.id, ours: typeof verdict !== 'string' && verdict.outcome === 'valid', theirs }
}

async function compareOwn(one: OwnCase): Promise<Compared> {
  const { target, anchors, intermediates = [], lists = [], at = now } = one
  const verdict = await verdictOf(one)
  const { initialPolicies = [], requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = one.settings ?? {}
  const theirs = await opensslVerify({
    anchors: anchors.map(({ encoding }) => pem('CERTIFICATE', encoding)),
    intermediates: intermediates.map(({ encoding }) => pem('CERTIFICATE', encoding)),
    target: pem('CERTIFICATE', target.encoding),
    lists: lists.map(({ encoding }) => pem('X509 CRL', encoding)),
    at,
    options: [
      '-auth_level',
      '2',
      '-policy_check',
      ...(initialPolicies.length === 0 ? ['2.5.29.32.0'] : initialPolicies).flatMap((policy) => ['-policy', policy]),
      ...(requireExplicitPolicy === true ? ['-explicit_policy'] : []),
      ...(inhibitPolicyMapping === true ? ['-inhibit_map'] : []),
      ...(inhibitAnyPolicy === true ? ['-inhibit_any'] : []),
    ],
  })
  return { id: `${one.section}: ${one.title}`, ours: verdict.outcome === 'valid', theirs }
}

describe('openssl verify, the second opinion', () => {
  it('says the same of our own paths', async () => {
    // What openssl is not asked for: a list that is not there, an anchor out of its period, a purpose it has no name for.
    const askable = [...basicCases(), ...ruleCases(), ...revocationCases()].filter(
      ({ lists, settings }) => lists?.length !== 0 && settings?.keyUsage === undefined && settings?.keyPurpose === undefined && settings?.anchorPeriod === undefined,
    )
    expectAgreement('own', await compareAll(askable, compareOwn))
  })

  it('says the same of NIST PKITS', async (test) => {
    if (pkits === null) {
      skipWithout(test, 'pkits')
      return
    }
    const cases = readPkits(pkits).filter(({ id }) => !leftOut.has(id))
    expectAgreement('pkits', await compareAll(cases, (one) => comparePkits(pkits, one)))
  })

  it('says the same of x509-limbo', async (test) => {
    if (limbo === null) {
      skipWithout(test, 'limbo')
      return
    }
    expectAgreement('limbo', await compareAll(readLimbo(limbo), compareLimbo))
  })
})

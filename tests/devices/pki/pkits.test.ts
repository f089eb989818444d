import { describe, expect, it } from 'vitest'
import { basicCases } from '../../unit/pki/support/own-suite/basic-cases.ts'
import { verdictOf } from '../../unit/pki/support/own-suite/own-case.ts'
import { revocationCases } from '../../unit/pki/support/own-suite/revocation-cases.ts'
import { ruleCases } from '../../unit/pki/support/own-suite/rule-cases.ts'
import { leftOut, pkitsSection, pkitsVerdict, readPkits } from './support/pkits.ts'
import { skipWithout, suiteFile } from './support/suite-data.ts'
import { tally, type Counted } from './support/tally.ts'

const vectors = suiteFile('pkits', 'vectors.json')

async function nistSuite(file: string): Promise<void> {
  const cases = readPkits(file)
  const counted: Counted[] = []
  const wrong: string[] = []
  for (const one of cases) {
    const verdict = await pkitsVerdict(file, one)
    const isValid = typeof verdict !== 'string' && verdict.outcome === 'valid'
    counted.push({ section: pkitsSection(one), shouldBeValid: one.shouldValidate, isValid, leftOut: leftOut.has(one.id) })
    if (isValid !== one.shouldValidate && !leftOut.has(one.id)) wrong.push(`${one.title}: ${typeof verdict === 'string' ? verdict : JSON.stringify(verdict)}`)
    if (isValid && [...verdict.policies].sort().join() !== [...one.userConstrainedPolicySet].sort().join())
      wrong.push(`${one.title}: policies ${verdict.policies.join()} instead of ${one.userConstrainedPolicySet.join()}`)
  }
  const rows = tally(counted)
  console.log('NIST PKITS 1.0.1; left out is 4.1.5 (DSA parameters taken over from the issuer)')
  console.table(rows)
  expect(wrong).toEqual([])
  expect(rows.at(-1)).toMatchObject({ cases: 249, right: 248, 'false accept': 0, 'false reject': 0, 'left out': 1 })
}

describe('paths and lists, section by section', () => {
  it('come out right where they are of our own making', async () => {
    const counted: Counted[] = []
    for (const one of [...basicCases(), ...ruleCases(), ...revocationCases()]) {
      const verdict = await verdictOf(one)
      counted.push({ section: one.section, shouldBeValid: one.expected === 'valid', isValid: verdict.outcome === 'valid' })
    }
    const rows = tally(counted)
    console.log('Our own suite')
    console.table(rows)
    expect(rows.at(-1)).toMatchObject({ cases: counted.length, right: counted.length })
  })

  it('come out right in every case of NIST PKITS, with the policies it expects', async (test) => {
    if (vectors === null) {
      skipWithout(test, 'pkits')
      return
    }
    await nistSuite(vectors)
  })
})

import { describe, expect, it } from 'vitest'
import { basicCases } from '../support/own-suite/basic-cases.ts'
import { ruleCases } from '../support/own-suite/rule-cases.ts'
import { revocationCases } from '../support/own-suite/revocation-cases.ts'
import { verdictOf, type OwnCase } from '../support/own-suite/own-case.ts'

const cases: readonly OwnCase[] = [...basicCases(), ...ruleCases(), ...revocationCases()]
const sections = [...new Set(cases.map(({ section }) => section))]

describe.each(sections)('%s', (section) => {
  it.each(cases.filter((one) => one.section === section))('$title: $expected', async (one) => {
    const verdict = await verdictOf(one)
    expect(verdict.outcome === 'valid' ? 'valid' : `${verdict.fault}: ${verdict.why}`).toMatch(new RegExp(`^${one.expected}`))
    if (one.policies !== undefined) expect(verdict.outcome === 'valid' && [...verdict.policies].sort()).toEqual([...one.policies].sort())
  })
})

import { describe, expect, it } from 'vitest'
import { limboVerdict, readLimbo } from './support/limbo.ts'
import { reasonedDifferences } from './support/limbo-differences.ts'
import { skipWithout, suiteFile } from './support/suite-data.ts'
import { tally, type Counted } from './support/tally.ts'

const file = suiteFile('limbo', 'limbo-subset.json')

describe('x509-limbo', () => {
  it('comes out right, or different for a reason that is written down', async (test) => {
    if (file === null) {
      skipWithout(test, 'limbo')
      return
    }
    const counted: Counted[] = []
    const different: Record<string, string> = {}
    for (const one of readLimbo(file)) {
      const verdict = await limboVerdict(one)
      const isValid = typeof verdict !== 'string' && verdict.outcome === 'valid'
      const shouldBeValid = one.expected_result === 'SUCCESS'
      counted.push({ section: one.id.split('::').slice(0, -1).join('::'), shouldBeValid, isValid, leftOut: one.id in reasonedDifferences })
      if (isValid !== shouldBeValid) different[one.id] = typeof verdict === 'string' ? verdict : verdict.outcome === 'valid' ? 'valid' : verdict.why
    }
    console.log('x509-limbo; left out are the differences with a reason')
    console.table(tally(counted))
    console.table(Object.keys(different).map((id) => ({ case: id, 'why ours differs': reasonedDifferences[id] ?? 'UNEXPLAINED' })))
    // Neither an unexplained difference nor an explanation for a case that comes out as expected.
    expect(Object.keys(different).sort()).toEqual(Object.keys(reasonedDifferences).sort())
    expect(counted).toHaveLength(137)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PolicyMapping } from '../../../../src-main/pki/certificate/extensions/policies.ts'
import { anyPolicy, PolicyGraph } from '../../../../src-main/pki/path/rules/policy-graph.ts'

/** What one certificate of a path says, with the state that RFC 5280 would be in at it. */
interface Said {
  readonly policies: readonly string[] | null
  readonly anyCounts: boolean
  readonly mappings: readonly PolicyMapping[] | null
  readonly mappingAllowed: boolean
}

interface Node {
  readonly depth: number
  readonly valid: string
  expected: readonly string[]
  readonly parent: Node | null
}

/** valid_policy_tree word for word as RFC 5280 §6.1.3 to §6.1.5 says, as a tree; it grows without limit. */
class TreeOfTheRfc {
  #nodes: Node[] = [{ depth: 0, valid: anyPolicy, expected: [anyPolicy], parent: null }]
  #depth = 0

  #at = (depth: number): readonly Node[] => this.#nodes.filter((node) => node.depth === depth)

  #prune(): void {
    for (let depth = this.#depth - 1; depth >= 0; depth -= 1)
      this.#nodes = this.#nodes.filter((node) => node.depth !== depth || this.#nodes.some((child) => child.parent === node))
  }

  add({ policies, anyCounts }: Said): void {
    this.#depth += 1
    const above = this.#at(this.#depth - 1)
    const grow = (parent: Node, policy: string) => this.#nodes.push({ depth: this.#depth, valid: policy, expected: [policy], parent })
    for (const policy of policies ?? []) {
      if (policy === anyPolicy) continue
      const matching = above.filter(({ expected }) => expected.includes(policy))
      for (const parent of matching) grow(parent, policy)
      const any = above.find(({ valid }) => valid === anyPolicy)
      if (matching.length === 0 && any !== undefined) grow(any, policy)
    }
    if (policies?.includes(anyPolicy) === true && anyCounts) {
      for (const parent of above)
        for (const policy of parent.expected)
          if (!this.#at(this.#depth).some((child) => child.parent === parent && child.valid === policy)) grow(parent, policy)
    }
    if (policies === null) this.#nodes = []
    this.#prune()
  }

  map({ mappings, mappingAllowed }: Said): void {
    for (const issuerDomain of new Set((mappings ?? []).map((mapping) => mapping.issuerDomain))) {
      const subjects = (mappings ?? []).filter((mapping) => mapping.issuerDomain === issuerDomain).map(({ subjectDomain }) => subjectDomain)
      const mapped = this.#at(this.#depth).filter(({ valid }) => valid === issuerDomain)
      if (!mappingAllowed) {
        this.#nodes = this.#nodes.filter((node) => !mapped.includes(node))
        this.#prune()
      } else if (mapped.length > 0) {
        for (const node of mapped) node.expected = subjects
      } else {
        const any = this.#at(this.#depth).find(({ valid }) => valid === anyPolicy)
        if (any?.parent !== undefined && any.parent !== null) this.#nodes.push({ depth: this.#depth, valid: issuerDomain, expected: subjects, parent: any.parent })
      }
    }
  }

  get isEmpty(): boolean {
    return this.#nodes.length === 0
  }

  /** Authority-constrained policies: nodes right below anyPolicy, and anyPolicy itself where it reaches the end. */
  policies(): readonly string[] {
    const below = this.#nodes.filter(({ valid, parent }) => parent?.valid === anyPolicy && valid !== anyPolicy).map(({ valid }) => valid)
    return [...new Set([...below, ...this.#at(this.#depth).filter(({ valid }) => valid === anyPolicy).map(({ valid }) => valid)])].sort()
  }
}

const policy = fc.constantFrom('2.999.1', '2.999.2', '2.999.3')
const said: fc.Arbitrary<Said> = fc.record({
  policies: fc.option(fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: policy }, fc.constant(anyPolicy)), { minLength: 1 }), { freq: 8 }),
  anyCounts: fc.boolean(),
  mappings: fc.option(fc.uniqueArray(fc.record({ issuerDomain: policy, subjectDomain: policy }), { minLength: 1, selector: ({ issuerDomain, subjectDomain }) => issuerDomain + subjectDomain })),
  mappingAllowed: fc.boolean(),
})

describe('the policies of a path', () => {
  it('are those of the tree in RFC 5280, for any path', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), (path) => {
        const graph = new PolicyGraph()
        const tree = new TreeOfTheRfc()
        for (const [index, one] of path.entries()) {
          graph.addCertificate(one.policies, one.anyCounts)
          tree.add(one)
          expect(graph.isEmpty).toBe(tree.isEmpty)
          if (index === path.length - 1 || one.mappings === null) continue
          graph.map(one.mappings, one.mappingAllowed)
          tree.map(one)
        }
        expect([...graph.policiesWithin(new Set([anyPolicy]))].sort()).toEqual(tree.policies())
      }),
      { numRuns: 3000 },
    )
  })

  it('do not multiply where every policy is mapped to every other', () => {
    const graph = new PolicyGraph()
    const all = Array.from({ length: 30 }, (_, index) => `2.999.${index}`)
    const mappings = all.flatMap((issuerDomain) => all.map((subjectDomain) => ({ issuerDomain, subjectDomain })))
    // As a tree this would have 30 to the power of 12 leaves.
    for (let depth = 0; depth < 12; depth += 1) {
      graph.addCertificate(all, true)
      graph.map(mappings, true)
    }
    graph.addCertificate(all, true)
    expect([...graph.policiesWithin(new Set([anyPolicy]))].sort()).toEqual([...all].sort())
  })
})

import type { PolicyMapping } from '../../certificate/extensions/policies.ts'

/** anyPolicy (RFC 5280 §4.2.1.4). */
export const anyPolicy = '2.5.29.32.0'

interface Node {
  /** Policies of the level above that this one stands for; none where it comes from anyPolicy there. */
  readonly parents: readonly string[]
}

interface Level {
  readonly nodes: ReadonlyMap<string, Node>
  /** The node anyPolicy is alive at this depth. */
  readonly any: boolean
}

/**
 * valid_policy_tree of RFC 5280 §6.1, kept as one set of policies a certificate with links upwards instead of a tree:
 * the same answers, but no input makes it grow beyond the policies it names. (As a tree, mappings double it with
 * every certificate.)
 */
export class PolicyGraph {
  /** After each certificate, before its mappings; the last is the deepest. */
  readonly #levels: Level[] = []
  /** The policies that the next certificate may name, with the node of the last level each comes from. */
  #expected: Level = { nodes: new Map(), any: true }

  /** valid_policy_tree is NULL. */
  get isEmpty(): boolean {
    return this.#expected.nodes.size === 0 && !this.#expected.any
  }

  /** RFC 5280 §6.1.3 (d), (e). `anyCounts`: anyPolicy in this certificate means something. */
  addCertificate(policies: readonly string[] | null, anyCounts: boolean): void {
    const expected = this.#expected
    const named = new Set(policies ?? [])
    const any = named.has(anyPolicy) && anyCounts
    const nodes = new Map<string, Node>()
    for (const [policy, node] of expected.nodes) if (any || named.has(policy)) nodes.set(policy, node)
    if (expected.any) for (const policy of named) if (policy !== anyPolicy && !nodes.has(policy)) nodes.set(policy, { parents: [] })
    const level = { nodes, any: expected.any && any }
    this.#levels.push(level)
    this.#expected = { any: level.any, nodes: new Map([...nodes.keys()].map((policy) => [policy, { parents: [policy] }])) }
  }

  /** RFC 5280 §6.1.4 (b). Follows `addCertificate` of the same certificate. No mapping may name anyPolicy. */
  map(mappings: readonly PolicyMapping[], allowed: boolean): void {
    const level = this.#levels.at(-1) ?? { nodes: new Map<string, Node>(), any: true }
    const mapped = new Set(mappings.map(({ issuerDomain }) => issuerDomain))
    const kept = [...level.nodes].filter(([policy]) => allowed || !mapped.has(policy))
    // (b)(1): a mapped policy that only anyPolicy covers gets a node of its own.
    const covered = allowed && level.any ? [...mapped].filter((policy) => !level.nodes.has(policy)) : []
    const nodes = new Map<string, Node>([...kept, ...covered.map((policy): [string, Node] => [policy, { parents: [] }])])
    this.#levels[this.#levels.length - 1] = { nodes, any: level.any }
    const parents = new Map<string, Set<string>>()
    const link = (policy: string, parent: string) => parents.set(policy, (parents.get(policy) ?? new Set()).add(parent))
    for (const policy of nodes.keys()) if (!mapped.has(policy)) link(policy, policy)
    if (allowed) for (const { issuerDomain, subjectDomain } of mappings) if (nodes.has(issuerDomain)) link(subjectDomain, issuerDomain)
    this.#expected = { any: level.any, nodes: new Map([...parents].map(([policy, above]) => [policy, { parents: [...above] }])) }
  }

  /** user-constrained-policy-set: RFC 5280 §6.1.5 (g) after the last certificate. */
  policiesWithin(initial: ReadonlySet<string>): readonly string[] {
    const last = this.#levels.at(-1)
    if (last === undefined) return []
    const authority = new Set<string>(last.any ? [anyPolicy] : [])
    let reachable: ReadonlySet<string> = new Set(last.nodes.keys())
    for (const { nodes } of this.#levels.toReversed()) {
      const above = new Set<string>()
      for (const policy of reachable) {
        const { parents } = nodes.get(policy) ?? { parents: [] }
        if (parents.length === 0) authority.add(policy)
        for (const parent of parents) above.add(parent)
      }
      reachable = above
    }
    if (initial.has(anyPolicy)) return [...authority]
    return last.any ? [...initial] : [...authority].filter((policy) => initial.has(policy))
  }
}

import type { SourceReadiness, StatusSource } from '../status-source.ts'

/**
 * The device lights ask every few seconds; a source beyond the network is bothered at most once in `seconds`. A real
 * check is never answered from memory.
 */
export function rememberReadiness(source: StatusSource, seconds: number): StatusSource {
  const known = new Map<string, { readonly at: number; readonly found: SourceReadiness }>()
  return {
    description: source.description,
    check: (question) => source.check(question),
    async readiness(question) {
      const key = Buffer.from(question.issuer.publicKeyInfo).toString('base64')
      const before = known.get(key)
      const at = question.at.getTime()
      if (before !== undefined && Math.abs(at - before.at) < seconds * 1000) return before.found
      const found = await source.readiness(question)
      known.set(key, { at, found })
      return found
    },
  }
}

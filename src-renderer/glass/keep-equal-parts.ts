/**
 * `next`, with every part that says the same as in `previous` taken from there, so that what is drawn from an
 * unchanged part is known to be drawn already. Both are JSON: no cycles, no classes.
 */
export function keepEqualParts<T>(previous: unknown, next: T): T
export function keepEqualParts(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next) || !isPart(previous) || !isPart(next) || Array.isArray(previous) !== Array.isArray(next)) return next
  const names = Object.keys(next)
  const kept: [string, unknown][] = names.map((name) => [name, keepEqualParts(previous[name], next[name])])
  const same = names.length === Object.keys(previous).length && kept.every(([name, value]) => Object.is(value, previous[name]) && name in previous)
  if (same) return previous
  return Array.isArray(next) ? kept.map(([, value]) => value) : Object.fromEntries(kept)
}

function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

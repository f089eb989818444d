/** Makes a value when it is asked for the first time and keeps it: a key, a checked table, a formatter that no start should wait for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

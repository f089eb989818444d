import { createPrivateKey, generatePrime, type KeyObject } from 'node:crypto'

/** On the thread pool. Not by promisify: Node's types know only the form without options then. */
const newPrime = (bits: number): Promise<bigint> =>
  new Promise((resolve, reject) => {
    // Without an error Node calls back with undefined, whatever its types say.
    generatePrime(bits, { bigint: true }, (error: Error | null | undefined, prime) => (error ? reject(error) : resolve(prime)))
  })

const exponent = 65_537n

const bytes = (value: bigint): Buffer => {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}
const jwkNumber = (value: bigint): string => bytes(value).toString('base64url')

/** Inverse of `a` modulo a coprime `m`. */
function inverse(a: bigint, m: bigint): bigint {
  let [r, next] = [m, a % m]
  let [t, nextT] = [0n, 1n]
  while (next !== 0n) {
    const quotient = r / next
    ;[r, next] = [next, r - quotient * next]
    ;[t, nextT] = [nextT, t - quotient * nextT]
  }
  return t < 0n ? t + m : t
}

function keyOf(p: bigint, q: bigint): KeyObject {
  const d = inverse(exponent, (p - 1n) * (q - 1n))
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
  const key = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, jwkNumber(value)]))
  return createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...key } })
}

/**
 * RSA-2048 keys (e = 65537) for a training kit: as many as asked for, each with a modulus of its own, from few primes
 * taken in pairs. Whoever compares two of them finds their common prime, so they protect nothing; training keys lie open
 * in the kit anyhow, and making some three hundred from primes of their own takes minutes on a small machine.
 */
export async function keyPool(count: number): Promise<() => KeyObject> {
  let needed = 2
  while ((needed * (needed - 1)) / 2 < count) needed += 1
  const primes = new Set<bigint>()
  while (primes.size < needed) {
    const made = await Promise.all(Array.from({ length: needed - primes.size }, () => newPrime(1024)))
    // Two top bits set make every product 2,048 bits long; OpenSSL sets them.
    for (const prime of made) if ((prime - 1n) % exponent !== 0n) primes.add(prime)
  }
  const list = [...primes]
  const pairs = list.flatMap((p, index) => list.slice(index + 1).map((q): readonly [bigint, bigint] => (p > q ? [p, q] : [q, p])))
  let used = 0
  return () => {
    const pair = pairs[used]
    if (pair === undefined) throw new Error(`more than ${pairs.length} keys were asked for`)
    used += 1
    return keyOf(...pair)
  }
}

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** scrypt parameters (RFC 7914); kept with each hash, so that they can grow without locking anybody out. */
export interface PasswordCost {
  /** N, a power of two. */
  readonly cost: number
  /** r */
  readonly blockSize: number
  /** p */
  readonly parallelization: number
}

/** 32 MiB and three passes: the OWASP setting that leaves memory to the kiosk's other work. */
export const defaultPasswordCost: PasswordCost = { cost: 2 ** 15, blockSize: 8, parallelization: 3 }

const hashLength = 32
const stored = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/

function derive(password: string, salt: Buffer, { cost, blockSize, parallelization }: PasswordCost): Promise<Buffer> {
  const maxmem = 128 * cost * blockSize + 128 * blockSize * (parallelization + 2)
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed with a Japanese input method in full width is the same password.
    scrypt(password.normalize('NFKC'), salt, hashLength, { cost, blockSize, parallelization, maxmem: maxmem * 2 }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64. */
export async function hashPassword(password: string, parameters: PasswordCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, parameters)
  const { cost, blockSize, parallelization } = parameters
  return `scrypt$${cost}$${blockSize}$${parallelization}$${salt.toString('base64')}$${hash.toString('base64')}`
}

/** Throws on a text that `hashPassword` did not write. */
export async function verifyPassword(password: string, text: string): Promise<boolean> {
  const [, cost, blockSize, parallelization, salt, hash] = stored.exec(text) ?? []
  if (salt === undefined || hash === undefined) throw new Error('not a stored password hash')
  const expected = Buffer.from(hash, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'), {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  })
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

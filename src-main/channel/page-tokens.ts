import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Side } from '../../src-preload/contract.ts'

const digest = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest()

interface Secret {
  readonly digest: Buffer
  readonly side: Side
}

/** What a token was exchanged for. */
export interface Grant {
  readonly cookie: string
  /** The cookie reached nobody: it counts no more, and the token is unused again. */
  giveBack(): void
}

function find(secrets: readonly Secret[], secret: string): Secret | undefined {
  const given = digest(secret)
  return secrets.find((candidate) => timingSafeEqual(candidate.digest, given))
}

/**
 * Who may open which side over the loopback socket: a one-time token in the URL fragment is exchanged for
 * a cookie. Only digests are kept. 256 random bits each.
 */
export class PageTokens {
  #tokens: Secret[] = []
  #cookies: Secret[] = []

  /** A fresh one-time token; it goes into the fragment, which no server and no log ever sees. */
  issue(side: Side): string {
    const token = randomBytes(32).toString('base64url')
    this.#tokens = [...this.#tokens, { digest: digest(token), side }]
    return token
  }

  /** What an unused token opens; it stays unused. */
  sideOfToken(token: string): Side | null {
    return find(this.#tokens, token)?.side ?? null
  }

  /** Uses the token up, unless it is given back. Null when it is not known (any more). */
  exchange(token: string): Grant | null {
    const found = find(this.#tokens, token)
    if (!found) return null
    this.#tokens = this.#tokens.filter((candidate) => candidate !== found)
    const cookie = randomBytes(32).toString('base64url')
    const kept = { digest: digest(cookie), side: found.side }
    this.#cookies = [...this.#cookies, kept]
    return {
      cookie,
      giveBack: () => {
        this.#cookies = this.#cookies.filter((candidate) => candidate !== kept)
        this.#tokens = [...this.#tokens, found]
      },
    }
  }

  sideOf(cookie: string): Side | null {
    return find(this.#cookies, cookie)?.side ?? null
  }
}

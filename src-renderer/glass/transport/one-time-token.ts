import { socketProtocol } from '../../../src-preload/contract/values.ts'

export interface TokenSurroundings {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
  /** Does something when the first screen has been drawn. */
  readonly later: (job: () => void) => void
}

export interface OneTimeToken {
  /** What the socket is asked for with: the contract's name and, while it is unspent, the token. */
  readonly protocols: () => string[]
  /** Main has taken it, and given the cookie that later sockets are opened with. */
  readonly spent: () => void
}

/** As main makes them: 256 bits in base64url. Anything else would not be a protocol's name, and the socket would throw. */
const form = /^[\w-]{43}$/

/**
 * System Chromium: the one-time token of the URL fragment, which the first socket is opened with. Spent, it is taken
 * out of the address a little later: it is worth nothing any more, and the browser writes down a change of address
 * while the first screen would be drawn. Without a fragment the cookie of an earlier load is still there.
 */
export function oneTimeToken({ location, history, later }: TokenSurroundings): OneTimeToken {
  const fragment = location.hash.slice(1)
  let token = form.test(fragment) ? fragment : null
  return {
    protocols: () => (token === null ? [socketProtocol] : [socketProtocol, token]),
    spent: () => {
      if (token === null) return
      token = null
      later(() => history.replaceState(null, '', location.pathname + location.search))
    },
  }
}

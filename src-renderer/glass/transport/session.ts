export interface SessionSurroundings {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
  readonly fetch: typeof fetch
  /** Does something when the first screen has been drawn. */
  readonly later: (job: () => void) => void
}

/**
 * System Chromium: exchanges the one-time token of the URL fragment for the session cookie, and takes the spent
 * token out of the address later: it is worth nothing any more, and the browser writes down a change of address while
 * the first screen would be drawn. Without a fragment the cookie of an earlier load is still there.
 * @returns to be awaited before every attempt to connect; it asks again only while main could not be reached.
 */
export function sessionOpener({ location, history, fetch, later }: SessionSurroundings): () => Promise<void> {
  let token = location.hash.slice(1)
  return async () => {
    if (token === '') return
    await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      credentials: 'same-origin',
    })
    // Whatever main answered, a token counts once; without a cookie the socket is refused and the cover stays.
    token = ''
    later(() => history.replaceState(null, '', location.pathname + location.search))
  }
}

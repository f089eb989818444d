export interface SessionSurroundings {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
  readonly fetch: typeof fetch
}

/**
 * System Chromium: exchanges the one-time token of the URL fragment for the session cookie, and takes the
 * token out of the address at once, so that it is in no history and can't be photographed.
 * Without a fragment the cookie of an earlier load is still there.
 * @returns to be awaited before every attempt to connect; it asks again only while main could not be reached.
 */
export function sessionOpener({ location, history, fetch }: SessionSurroundings): () => Promise<void> {
  let token = location.hash.slice(1)
  if (token !== '') history.replaceState(null, '', location.pathname + location.search)
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
  }
}

import type { CustomScheme, Protocol } from 'electron'
import { securityHeaders } from '../channel/content-security-policy.ts'
import { readPageFile } from '../channel/page-files.ts'

export const appScheme = 'app'
export const appOrigin = `${appScheme}://madoguchi`

export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
}

/** Serves the built pages under app://madoguchi/ and nothing else; no file:// is ever loaded. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, pages: string): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url)
    const headers = securityHeaders("'self'", url.pathname)
    if (url.host !== 'madoguchi' || request.method !== 'GET') return new Response(null, { status: 403, headers })
    const file = await readPageFile(pages, url.pathname)
    if (!file) return new Response(null, { status: 404, headers })
    return new Response(file.body, { headers: { ...headers, 'content-type': file.type } })
  })
}

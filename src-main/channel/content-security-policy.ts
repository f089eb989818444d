/** Pages that run WebAssembly: the resident's, for the landmarks of the photo. JavaScript's eval stays refused everywhere. */
const runsWebAssembly = (path: string): boolean => path.startsWith('/resident/')

/**
 * For every page of both hosts. `connect` is the one place the page may talk to, `path` the page's; blob: is the paper
 * preview's worker and, as media, what the camera gives.
 */
export function contentSecurityPolicy(connect: string, path: string): string {
  return [
    "default-src 'none'",
    runsWebAssembly(path) ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

export function securityHeaders(connect: string, path: string): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(connect, path),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), usb=(), serial=(), hid=(), bluetooth=(), clipboard-read=()',
    'cache-control': 'no-store',
  }
}

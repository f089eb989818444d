/**
 * What runs WebAssembly: the resident's and the clerk's page, for the landmarks of the photo (the clerk's for one from a
 * file), and the worker that reads the form's QR code: a worker has the policy that its own file came with, not its
 * page's. JavaScript's eval stays refused everywhere.
 */
const runsWebAssembly = (path: string): boolean => /^\/(?:resident|staff)\//.test(path) || /^\/assets\/code-reader-worker-[\w-]+\.js$/.test(path)

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

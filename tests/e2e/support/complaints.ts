import type { Page } from '@playwright/test'

/** Writes down what the page complains of: its bugs, what it says to be an error (its content security policy does), and every request that leaves the machine. */
export function complain(page: Page, complaints: string[]): void {
  const side = (): string => /\/(resident|staff|training)\//.exec(page.url())?.[1] ?? 'page'
  page.on('pageerror', (error) => complaints.push(`${side()}: ${error.message}`))
  page.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error') complaints.push(`${side()}: ${message.text()} ${url.replace(/[?#].*/, '')}`)
  })
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (!/^(app|data|blob):$/.test(protocol) && hostname !== '127.0.0.1') complaints.push(`${side()}: request to ${hostname}`)
  })
}

import { describe, expect, it } from 'vitest'
import { sessionOpener } from '../../../../src-renderer/glass/session.ts'

function setUp(hash: string, unreachableTimes = 0) {
  const requests: { url: string; body: unknown }[] = []
  const addresses: string[] = []
  let refusals = unreachableTimes
  const open = sessionOpener({
    location: { hash, pathname: '/resident/', search: '?x=1' },
    history: { replaceState: (_data, _unused, url) => addresses.push(String(url)) },
    fetch: (url, init) => {
      if (refusals > 0) {
        refusals -= 1
        return Promise.reject(new TypeError('unreachable'))
      }
      if (typeof url !== 'string' || typeof init?.body !== 'string') throw new Error('an odd request')
      requests.push({ url, body: JSON.parse(init.body) as unknown })
      return Promise.resolve(new Response(null, { status: 204 }))
    },
  })
  return { open, requests, addresses }
}

describe('the one-time token of the address', () => {
  it('is taken out of the address at once and exchanged once', async () => {
    const { open, requests, addresses } = setUp('#one-time')
    expect(addresses).toEqual(['/resident/?x=1'])
    await open()
    await open()
    expect(requests).toEqual([{ url: '/session', body: { token: 'one-time' } }])
  })

  it('is kept for another try while main can’t be reached', async () => {
    const { open, requests } = setUp('#one-time', 1)
    await expect(open()).rejects.toThrow('unreachable')
    await open()
    expect(requests).toHaveLength(1)
  })

  it('is not needed when the page is loaded again', async () => {
    const { open, requests, addresses } = setUp('')
    await open()
    expect(requests).toEqual([])
    expect(addresses).toEqual([])
  })
})

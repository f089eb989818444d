import { describe, expect, it } from 'vitest'
import { sessionOpener } from '../../../../../src-renderer/glass/transport/session.ts'

function setUp(hash: string, unreachableTimes = 0) {
  const requests: { url: string; body: unknown }[] = []
  const addresses: string[] = []
  const jobs: (() => void)[] = []
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
    later: (job) => void jobs.push(job),
  })
  const firstScreenIsDrawn = (): void => {
    for (const job of jobs.splice(0)) job()
  }
  return { open, requests, addresses, firstScreenIsDrawn }
}

describe('the one-time token of the address', () => {
  it('is exchanged once, and taken out of the address when the first screen is drawn', async () => {
    const { open, requests, addresses, firstScreenIsDrawn } = setUp('#one-time')
    await open()
    await open()
    expect(requests).toEqual([{ url: '/session', body: { token: 'one-time' } }])
    expect(addresses).toEqual([])
    firstScreenIsDrawn()
    expect(addresses).toEqual(['/resident/?x=1'])
  })

  it('is kept, in the address too, for another try while main can’t be reached', async () => {
    const { open, requests, addresses, firstScreenIsDrawn } = setUp('#one-time', 1)
    await expect(open()).rejects.toThrow('unreachable')
    firstScreenIsDrawn()
    expect(addresses).toEqual([])
    await open()
    expect(requests).toHaveLength(1)
    firstScreenIsDrawn()
    expect(addresses).toEqual(['/resident/?x=1'])
  })

  it('is not needed when the page is loaded again', async () => {
    const { open, requests, addresses, firstScreenIsDrawn } = setUp('')
    await open()
    firstScreenIsDrawn()
    expect(requests).toEqual([])
    expect(addresses).toEqual([])
  })
})

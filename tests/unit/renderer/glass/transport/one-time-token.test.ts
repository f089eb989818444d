import { describe, expect, it } from 'vitest'
import { oneTimeToken } from '../../../../../src-renderer/glass/transport/one-time-token.ts'

const token = 'Aa0_-'.repeat(9).slice(0, 43)

function setUp(hash: string) {
  const addresses: string[] = []
  const jobs: (() => void)[] = []
  const page = oneTimeToken({
    location: { hash, pathname: '/resident/', search: '?x=1' },
    history: { replaceState: (_data, _unused, url) => addresses.push(String(url)) },
    later: (job) => void jobs.push(job),
  })
  const firstScreenIsDrawn = (): void => {
    for (const job of jobs.splice(0)) job()
  }
  return { ...page, addresses, firstScreenIsDrawn }
}

describe('the one-time token of the address', () => {
  it('goes with every attempt until a socket is open, and never again', () => {
    const page = setUp(`#${token}`)
    expect([page.protocols(), page.protocols()]).toEqual([
      ['madoguchi', token],
      ['madoguchi', token],
    ])
    page.spent()
    expect(page.protocols()).toEqual(['madoguchi'])
  })

  it('is taken out of the address once, when it is spent and the first screen is drawn', () => {
    const { spent, addresses, firstScreenIsDrawn } = setUp(`#${token}`)
    firstScreenIsDrawn()
    spent()
    spent()
    expect(addresses).toEqual([])
    firstScreenIsDrawn()
    expect(addresses).toEqual(['/resident/?x=1'])
  })

  it.each(['', '#', '#top', `#${token}x`, `#${token.slice(1)} `, '#madoguchi'])('is not in the fragment "%s", which is left as it is', (hash) => {
    const { protocols, spent, addresses, firstScreenIsDrawn } = setUp(hash)
    expect(protocols()).toEqual(['madoguchi'])
    spent()
    firstScreenIsDrawn()
    expect(addresses).toEqual([])
  })
})

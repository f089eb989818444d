import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleConfiguration } from '../../../src-main/commands/examples/production-configuration.ts'
import { cardProfileNames } from '../../../src-main/training/card/profiles/card-profiles.ts'
import { reservedPorts } from '../../fixtures/reserved-ports.ts'
import { house, jsonOf, type House } from './support/madoguchi.ts'

describe('virtual-card', () => {
  let home: House
  beforeAll(async () => {
    home = await house({ kit: true })
  })
  afterAll(() => home.remove())

  it('lists every card', async () => {
    const { profiles } = jsonOf(await home.madoguchi(['virtual-card', '--list', '--json'])) as { profiles: { profile: string }[] }
    expect(profiles.map(({ profile }) => profile)).toEqual(cardProfileNames())
  })

  it('names the cards there are when asked for another', async () => {
    const { code, stderr } = await home.madoguchi(['virtual-card', '--profile', 'nobody'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^CONFIG-INVALID\n {2}no card profile "nobody"; there are: adult, /)
  })

  it('is refused in production', async () => {
    writeFileSync(home.path('production.json'), JSON.stringify(exampleConfiguration))
    const { code, stderr } = await home.madoguchi(['virtual-card', '--profile', 'adult', '--config', home.path('production.json')])
    expect(code).toBe(1)
    expect(stderr).toContain('a virtual card is for training')
  })

  it('says that it waits, and fails when no service ever took the card', async () => {
    const port = await reservedPorts()
    const ended = await home.madoguchi(['virtual-card', '--profile', 'adult', '--port', String(port), '--remove-after', '1', '--json'])
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain(`waiting for pcscd with its vpcd driver at 127.0.0.1:${port}`)
    expect(jsonOf(ended)).toMatchObject({ ok: false, failure: { code: 'CARD-NO-SERVICE' } })
  })
})

import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failureCodes } from '../../../src-preload/contract.ts'
import { checkConfiguration } from '../../../src-main/config.ts'
import { exampleConfiguration } from '../../../src-main/commands/examples/production-configuration.ts'
import { exampleRenderInput } from '../../../src-main/commands/examples/render-input.ts'
import { renderInputSchema } from '../../../src-main/documents/render-input/render-input.ts'
import { house, jsonOf, type House } from './support/madoguchi.ts'

describe('configuration and manuals', () => {
  let home: House
  beforeAll(async () => {
    home = await house({ kit: false })
  })
  afterAll(() => home.remove())

  const written = (name: string, content: string): string => {
    writeFileSync(home.path(name), content)
    return home.path(name)
  }

  it('prints an example that is a valid production configuration with nothing left to a default', () => {
    const checked = checkConfiguration(exampleConfiguration, '/', 'example')
    expect(checked).toEqual({ ok: true, value: exampleConfiguration })
  })

  it('has an example of a rendering that fits its schema', () => {
    expect(renderInputSchema.safeParse(exampleRenderInput).success).toBe(true)
  })

  it('checks the example it printed', async () => {
    const example = await home.madoguchi(['config', 'example'])
    const file = written('example.json', example.stdout)
    const checked = await home.madoguchi(['config', 'check', file, '--json'])
    expect(checked.code).toBe(0)
    expect(jsonOf(checked)).toMatchObject({ ok: true, profile: 'counter', training: false })
  })

  it('names every place of a configuration that is wrong', async () => {
    const file = written('wrong.json', JSON.stringify({ ...exampleConfiguration, fonts: [], colour: 'red', retentionDays: 0 }))
    const { code, stdout, stderr } = await home.madoguchi(['config', 'check', file])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^CONFIG-INVALID\n/)
    for (const place of ['fonts', 'retentionDays', 'colour']) expect(stderr).toContain(place)
    expect(stderr).toMatch(/Cause: .+\n {2}Remedy: /)
  })

  it('refuses a production configuration with a simulated device', async () => {
    const file = written('simulated.json', JSON.stringify({ ...exampleConfiguration, devices: { ...exampleConfiguration.devices, cardReader: { driver: 'training' } } }))
    const { code, stderr } = await home.madoguchi(['config', 'check', file])
    expect(code).toBe(1)
    expect(stderr).toContain('devices.cardReader: a production profile cannot use anything simulated')
  })

  it.each([
    ['no file', null],
    ['no JSON', '{"profile": '],
  ])('says so for %s', async (_what, content) => {
    const file = content === null ? home.path('nowhere.json') : written('broken.json', content)
    const ended = await home.madoguchi(['config', 'check', file, '--json'])
    expect(ended.code).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
    expect(ended.stderr).toContain(file)
  })

  it.each(['ja', 'en'])('prints the handbook in %s with every code', async (language) => {
    const { code, stdout } = await home.madoguchi(['handbook', '--language', language])
    expect(code).toBe(0)
    for (const each of failureCodes) expect(stdout).toContain(`\`${each}\``)
  })

  it('gives the handbook as data', async () => {
    const { codes } = jsonOf(await home.madoguchi(['handbook', '--json'])) as { codes: { code: string }[] }
    expect(codes.map(({ code }) => code)).toEqual([...failureCodes])
  })

  it('prints the log manual', async () => {
    const { code, stdout } = await home.madoguchi(['audit', 'manual', '--language', 'ja'])
    expect(code).toBe(0)
    expect(stdout).toContain('# 監査ログの手引き')
  })

  it('says cause and remedy in the language of the user', async () => {
    const { stderr } = await home.madoguchi(['config', 'check', home.path('nowhere.json'), '--language', 'ja'])
    expect(stderr).toContain('原因: ')
    expect(stderr).toContain('対処: ')
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Configuration } from '../../../src-main/config.ts'
import { exampleConfiguration } from '../../../src-main/commands/examples/production-configuration.ts'
import { configurationFile, trainingSettings } from '../../fixtures/kiosk/configuration-file.ts'
import { KioskProcess } from '../../fixtures/kiosk/kiosk-process.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-config-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts with this file, and expects the kiosk to end by itself, naming the file and every place. */
async function refuses(file: string, places: readonly (string | RegExp)[]): Promise<void> {
  const { status, stderr } = await KioskProcess.refusal(['--config', file, '--data', join(folder, 'data')])
  expect(status).toBe(1)
  expect(stderr.split('\n')[0]).toBe('CONFIG-INVALID')
  expect(stderr).toContain(file)
  for (const place of places) expect(stderr).toMatch(place)
}

describe('a configuration that can not be right ends the start with CONFIG-INVALID and the place', () => {
  test('the file is not there', () => refuses(join(folder, 'nowhere.json'), [/ENOENT/]))

  test('it is not JSON', () => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, '{ "profile": { "name": "counter", }')
    return refuses(file, [/JSON/])
  })

  test('it has keys that nobody knows, at the top and deep inside', () => {
    const settings = trainingSettings()
    return refuses(configurationFile(folder, { ...settings, colour: 'green', profile: { ...settings.profile, trainning: true } }), [/\(top\): .*colour/, /: profile: .*trainning/])
  })

  test('it lacks something, has something of another kind, and names a driver that there is not: all places at once', () => {
    const settings = trainingSettings()
    const wrong = { ...settings, feesFile: undefined, retentionDays: 'long', devices: { ...settings.devices, cardReader: { driver: 'wishful' } } }
    return refuses(configurationFile(folder, wrong), [/: feesFile: /, /: retentionDays: /, /: devices\.cardReader\.driver: /])
  })

  test('a file that it names is not there', async () => {
    const settings = trainingSettings()
    const missing = join(folder, 'no-such-key.pem')
    const { status, stderr } = await KioskProcess.refusal(['--config', configurationFile(folder, { ...settings, signing: { ...settings.signing, keyFile: missing } }), '--data', join(folder, 'data')])
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^CONFIG-INVALID\n.*no-such-key\.pem/) as string })
  })
})

describe('a production profile can not be started with anything simulated', () => {
  const simulated = { driver: 'training' } as const
  const production = exampleConfiguration

  test.each(['cardReader', 'receiptPrinter', 'counterReceiptPrinter', 'documentPrinter'] as const)('a simulated %s', (device) =>
    refuses(configurationFile(folder, { ...production, devices: { ...production.devices, [device]: simulated } }), [new RegExp(`: devices\\.${device}: .*simulated`)]),
  )

  test('the 見本 seal', () => refuses(configurationFile(folder, { ...production, municipality: { ...production.municipality, sealFile: null } }), [/: municipality\.sealFile: /]))

  test('the training configuration that only says that it is none', () => {
    const settings: Configuration = trainingSettings()
    const claimed = { ...settings, profile: { ...settings.profile, training: false } }
    return refuses(configurationFile(folder, claimed), [/devices\.cardReader/, /devices\.receiptPrinter/, /devices\.documentPrinter/, /municipality\.sealFile/])
  })
})

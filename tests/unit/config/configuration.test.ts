import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { checkConfiguration, configurationSchema, readConfiguration } from '../../../src-main/config.ts'
import { trainingConfiguration } from '../../../src-main/training/training-configuration.ts'

type Raw = Record<string, unknown>

/** A terminal in a city hall, as its operator would write it down. */
const production = (): Raw => ({
  profile: {
    name: 'counter',
    training: false,
    languages: ['ja', 'en'],
    services: ['residentRecordHousehold', 'residentRecordMembers'],
    options: ['relationship', 'registeredDomicile'],
    maxCopies: 5,
    hours: { weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:15', closedRanges: [{ from: '12-29', to: '01-03' }] },
    lastTry: 'staff',
    feeChannel: 'counter',
  },
  terminal: { number: '01', office: '見本市役所 市民課' },
  municipality: { name: { ja: '見本市', en: 'Mihon City' }, code: '999997', mayorTitle: '見本市長', mayorName: '見本　長', sealFile: 'seal.png' },
  dataFolder: 'data',
  devices: {
    cardReader: { driver: 'koffi' },
    receiptPrinter: { driver: 'escpos-serial', path: '/dev/ttyUSB0' },
    documentPrinter: { driver: 'ipp', uri: 'ipp://printer.example/ipp/print' },
  },
  residents: { driver: 'sqlite', file: 'residents.sqlite' },
  certificateStatus: {
    anchors: ['anchors/user-ca.der'],
    sources: [
      { driver: 'ocsp', url: 'http://ocsp.example/' },
      { driver: 'crl-url', url: 'http://crl.example/user.crl' },
      { driver: 'crl-file', crls: ['lists', '/srv/crl/user.crl'] },
      { driver: 'delivery-centre', connection: { url: 'https://centre.example/', authoritiesFile: 'centre/ca.pem', certificateFile: 'centre/own.pem', keyFile: 'centre/own.key' } },
    ],
  },
  signing: { keyId: 'mihon-2026', keyFile: 'keys/signing.pem' },
  fonts: ['fonts/ipamjm.ttf'],
  feesFile: 'fees.json',
})

/** The same with one place changed; `undefined` takes it away. */
function changed(path: string, value: unknown): Raw {
  const whole = production()
  const keys = path.split('.')
  const last = keys.pop()!
  let at = whole
  for (const key of keys) at = (at[key] ??= {}) as Raw
  if (value === undefined) Reflect.deleteProperty(at, last)
  else at[last] = value
  return whole
}

const check = (raw: unknown) => checkConfiguration(raw, '/etc/madoguchi', 'madoguchi.json')
const detail = (raw: unknown): string => {
  const checked = check(raw)
  if (checked.ok) throw new Error('it was accepted')
  expect(checked.failure.code).toBe('CONFIG-INVALID')
  return checked.failure.detail ?? ''
}

describe('a configuration', () => {
  it('of a real counter is accepted, with the defaults filled in', () => {
    expect(check(production())).toMatchObject({
      ok: true,
      value: { profile: { idleSeconds: { warn: 60, wipe: 90 }, staffLockMinutes: 15, hours: { timeZone: 'Asia/Tokyo' } }, devices: { counterReceiptPrinter: null }, retentionDays: 30 },
    })
  })

  it.each([
    ['', 'colour'],
    ['profile', 'kiosk'],
    ['profile.hours', 'holidays'],
    ['profile.idleSeconds', 'ask'],
    ['terminal', 'floor'],
    ['municipality', 'prefecture'],
    ['municipality.name', 'fr'],
    ['devices', 'camera2'],
    ['devices.cardReader', 'baudRate'],
    ['devices.receiptPrinter', 'apduDeadlineSeconds'],
    ['devices.documentPrinter', 'spool'],
    ['residents', 'password'],
    ['certificateStatus', 'ocsp'],
    ['signing', 'privateKey'],
  ])('%s with an unknown key is refused with its place', (place, key) => {
    const path = place === '' ? key : `${place}.${key}`
    const whole = place === 'profile.idleSeconds' ? changed('profile.idleSeconds', { warn: 60, wipe: 90, [key]: 1 }) : changed(path, 'secret-value')
    const said = detail(whole)
    expect(said).toContain(`madoguchi.json: ${place === '' ? '(top)' : place}:`)
    expect(said).toContain(key)
    expect(said).not.toContain('secret-value')
  })

  it.each([
    ['terminal.number', '端末1'],
    ['municipality.code', '12345'],
    ['profile.maxCopies', 0],
    ['profile.languages', []],
    ['profile.services', []],
    ['profile.options', 'photo'],
    ['profile.name', 'vending-machine'],
    ['profile.feeChannel', 'post'],
    ['devices.documentPrinter.uri', 'file:///etc/passwd'],
    ['devices.receiptPrinter.columns', 12],
    ['devices.cardReader.apduDeadlineSeconds', 0],
    ['certificateStatus.anchors', []],
    ['certificateStatus.sources', []],
    ['certificateStatus.sources.0.driver', 'guess'],
    ['certificateStatus.sources.0.url', 'ftp://ocsp.example/'],
    ['certificateStatus.sources.0.nonce', 'none'],
    ['certificateStatus.sources.0.certificates', []],
    ['certificateStatus.sources.1.deadlineSeconds', 0],
    ['certificateStatus.sources.2.crls', []],
    ['certificateStatus.sources.3.connection.url', 'http://centre.example/'],
    ['certificateStatus.policies', 'any'],
    ['fonts', []],
    ['dataFolder', ''],
    ['retentionDays', 0],
    ['signing.keyId', 'a key with spaces'],
    ['profile.hours.opens', '8:30'],
    ['feesFile', undefined],
  ])('%s = %j is refused with its place', (path, value) => {
    expect(detail(changed(path, value))).toContain(`madoguchi.json: ${path}:`)
  })

  it.each(['0123-45-6789', '03-1234-5678', '0120-000-000', '0123-45-6789（内線12）'])('takes %s for a telephone number to print', (number) => {
    const checked = check(changed('terminal.officePhone', number))
    expect(checked.ok && checked.value.terminal.officePhone).toBe(number)
  })

  it.each(['', '0123456789', '123-45-6789', '0123-45-6789 ext. 12', '０１２３－４５－６７８９'])('does not take %j for one', (number) => {
    expect(detail(changed('terminal.officePhone', number))).toContain('terminal.officePhone')
  })

  it('tells every wrong place at once, one a line', () => {
    const whole = changed('profile.maxCopies', 0)
    whole.dataFolder = ''
    expect(detail(whole).split('\n')).toHaveLength(2)
  })

  it.each([
    ['as long to warn as to wipe', { warn: 60, wipe: 60 }],
    ['longer to warn than to wipe', { warn: 90, wipe: 60 }],
  ])('%s is no time to answer in', (_name, idleSeconds) => {
    expect(detail(changed('profile.idleSeconds', idleSeconds))).toContain('profile.idleSeconds')
  })

  it.each([null, 1, 'text', [], [{}]])('%j is no configuration', (raw) => {
    expect(detail(raw)).toContain('madoguchi.json: (top):')
  })

  it('counts relative paths from its own folder and leaves others alone', () => {
    const checked = check(production())
    if (!checked.ok) throw new Error(checked.failure.detail)
    expect(checked.value).toMatchObject({
      dataFolder: '/etc/madoguchi/data',
      municipality: { sealFile: '/etc/madoguchi/seal.png' },
      residents: { file: '/etc/madoguchi/residents.sqlite' },
      certificateStatus: {
        anchors: ['/etc/madoguchi/anchors/user-ca.der'],
        sources: [
          { nonce: 'required', hash: 'sha256' },
          { driver: 'crl-url' },
          { crls: ['/etc/madoguchi/lists', '/srv/crl/user.crl'] },
          { connection: { authoritiesFile: '/etc/madoguchi/centre/ca.pem', certificateFile: '/etc/madoguchi/centre/own.pem', keyFile: '/etc/madoguchi/centre/own.key' } },
        ],
      },
      signing: { keyFile: '/etc/madoguchi/keys/signing.pem' },
      fonts: ['/etc/madoguchi/fonts/ipamjm.ttf'],
      feesFile: '/etc/madoguchi/fees.json',
      devices: { receiptPrinter: { path: '/dev/ttyUSB0' } },
    })
  })
})

describe('a production profile', () => {
  it.each(['cardReader', 'receiptPrinter', 'counterReceiptPrinter', 'documentPrinter'])('can not have a simulated %s', (device) => {
    expect(detail(changed(`devices.${device}`, { driver: 'training' }))).toContain(`madoguchi.json: devices.${device}: a production profile cannot use anything simulated`)
  })

  it('can not do without the seal', () => {
    expect(detail(changed('municipality.sealFile', null))).toContain('madoguchi.json: municipality.sealFile:')
  })

  it('can not be the training configuration with its word changed', () => {
    const training = trainingConfiguration('/out', '/resources')
    const said = detail({ ...training, profile: { ...training.profile, training: false } })
    for (const place of ['cardReader', 'receiptPrinter', 'documentPrinter', 'sealFile']) expect(said).toContain(place)
  })
})

describe('the profiles of the design', () => {
  const hours = { weekdays: [0, 1, 2, 3, 4, 5, 6], opens: '06:30', closes: '23:00', closedRanges: [{ from: '12-29', to: '01-03' }] }
  it.each([
    ['counter', { lastTry: 'staff', feeChannel: 'counter' }],
    ['post-office', { lastTry: 'staff', feeChannel: 'counter', services: ['residentRecordMembers'], options: [] }],
    ['self-service', { lastTry: 'refuse', feeChannel: 'kiosk', hours, options: ['relationship'], maxCopies: 1 }],
    ['outreach', { lastTry: 'staff', feeChannel: 'counter', hours: null, idleSeconds: { warn: 120, wipe: 180 } }],
  ])('%s can be written down', (name, parts) => {
    const whole = production()
    const checked = check({ ...whole, profile: { ...(whole.profile as Raw), name, ...parts } })
    expect(checked).toMatchObject({ ok: true, value: { profile: { name, ...parts } } })
  })

  it('the embedded training configuration is one that its own schema accepts, unchanged', () => {
    const training = trainingConfiguration('/out', '/resources')
    expect(configurationSchema.parse(training)).toEqual(training)
    expect(check(training)).toEqual({ ok: true, value: training })
  })
})

describe('a configuration file', () => {
  const file = (text: string | Uint8Array): string => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-config-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'madoguchi.json'), text)
    return join(folder, 'madoguchi.json')
  }

  it('is read, with paths counted from where it lies', () => {
    const at = file(JSON.stringify(production()))
    expect(readConfiguration(at)).toMatchObject({ ok: true, value: { dataFolder: join(at, '..', 'data') } })
  })

  it('may begin with the mark that a Windows editor leaves', () => {
    expect(readConfiguration(file(`\uFEFF${JSON.stringify(production())}`)).ok).toBe(true)
  })

  it('that is not there is named', () => {
    expect(readConfiguration('/nowhere/madoguchi.json')).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID', detail: expect.stringContaining('/nowhere/madoguchi.json') as unknown } })
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -2)],
    ['with a word too much after a password', (text: string) => text.replace('hunter2@printer.example/ipp/print"', 'hunter2@printer.example/ipp/print" oops')],
    ['with a quote too few after a password', (text: string) => text.replace('print"', 'print')],
    ['with an address outside its quotes', (text: string) => text.replace('"ipp:', 'ipp:')],
    ['with a password outside its quotes', (text: string) => text.replace('"ipp://admin:', '')],
    ['empty', () => ''],
  ])('%s is refused with its name, and without a word of what it says', (_name, damage) => {
    const at = file(damage(JSON.stringify(changed('devices.documentPrinter.uri', 'ipp://admin:hunter2@printer.example/ipp/print'), null, 2)))
    const read = readConfiguration(at)
    if (read.ok) throw new Error('it was accepted')
    expect(read.failure.code).toBe('CONFIG-INVALID')
    expect(read.failure.detail).toContain(at)
    expect(read.failure.detail).not.toContain('hunter2')
    expect(read.failure.detail).not.toContain('printer.example')
  })

  it('with a key that would reach into every object is refused', () => {
    const text = JSON.stringify(production()).replace('{', '{"__proto__":{"training":true},')
    expect(readConfiguration(file(text))).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
  })

  it('tells the line where it stops being JSON, wherever that is known', () => {
    const text = JSON.stringify(production(), null, 2)
    const read = readConfiguration(file(text.replace('"office": ', '"office" ')))
    expect(read).toMatchObject({ ok: false, failure: { detail: expect.stringMatching(/line \d+/) as unknown } })
  })
})

import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCrlFileCertificateStatus, type CrlFileCertificateStatusOptions } from '../../../src-main/pki/crl-file-certificate-status.ts'
import { parseCertificate } from '../../../src-main/pki/certificate/certificate.ts'
import { parseRevocationList } from '../../../src-main/pki/revocation/revocation-list.ts'
import { fixedClock } from '../../../src-main/clock.ts'
import { leaf, list, oneDay } from './support/forge.ts'
import { freshKit, type Kit } from './support/kit.ts'

let kit: Kit
let now: Date
let crl: string

beforeAll(async () => {
  kit = await freshKit()
  const made = parseRevocationList(kit.bytes('crl-user.der'))
  if (!made.ok) throw new Error(made.why)
  now = new Date(made.value.thisUpdate.getTime() + 5000)
})
afterAll(() => kit.remove())
beforeEach(() => {
  crl = kit.path('working.crl')
  copyFileSync(kit.path('crl-user.der'), crl)
})

const status = (changes: Partial<CrlFileCertificateStatusOptions> = {}) =>
  createCrlFileCertificateStatus({
    anchors: [kit.path('user-ca.der')],
    crls: [crl],
    maxAgeDays: 400,
    skewSeconds: 60,
    clock: fixedClock(now.toISOString()),
    ...changes,
  })

const periodOf = (profile: string) => {
  const parsed = parseCertificate(kit.certificate(profile))
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.value
}
const after = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds)

const special: Readonly<Record<string, string>> = {
  expired: 'expired',
  'not-yet-valid': 'notYetValid',
  untrusted: 'untrusted',
  // Signed by older keys of the authority, which are no anchors here.
  'renewal-due': 'untrusted',
  'second-generation': 'untrusted',
  'first-generation': 'untrusted',
  revoked: 'revoked',
  suspended: 'revoked',
  superseded: 'revoked',
  'key-compromised': 'revoked',
  discarded: 'revoked',
}

describe('the verdict on each training card', () => {
  it('is good but for those that are made not to be', async () => {
    for (const { profile } of kit.cards) {
      const { status: verdict } = await status().check(kit.certificate(profile), now)
      expect({ profile, verdict }).toEqual({ profile, verdict: special[profile] ?? 'good' })
    }
  })

  it('rests on evidence that names the list, its time and its digest', async () => {
    const evidence = {
      source: 'CRL file working.crl',
      producedAt: after(now, -5000),
      sha256: createHash('sha256').update(kit.bytes('crl-user.der')).digest('hex'),
      checkedAt: now,
    }
    expect(await status().check(kit.certificate('adult'), now)).toMatchObject({ status: 'good', notAfter: periodOf('adult').notAfter, evidence })
    expect(await status().check(kit.certificate('revoked'), now)).toMatchObject({ status: 'revoked', reason: 'cessationOfOperation', evidence })
  })
})

describe('the period of validity', () => {
  it('includes the whole second of notBefore and of notAfter', async () => {
    const key = kit.key('user-ca.key.pem')
    const [notBefore, notAfter] = [after(now, 60_000 - now.getMilliseconds()), after(now, 120_000 - now.getMilliseconds())]
    const der = leaf(key, now, { notBefore, notAfter })
    const at = async (instant: Date) => (await status().check(der, instant)).status
    expect(await at(after(notBefore, -1))).toBe('notYetValid')
    expect(await at(notBefore)).toBe('good')
    expect(await at(notAfter)).toBe('good')
    expect(await at(after(notAfter, 999))).toBe('good')
    expect(await at(after(notAfter, 1000))).toBe('expired')
  })

  it('tells the day on which it ended or begins', async () => {
    expect(await status().check(kit.certificate('expired'), now)).toEqual({ status: 'expired', notAfter: periodOf('expired').notAfter })
    expect(await status().check(kit.certificate('not-yet-valid'), now)).toEqual({
      status: 'notYetValid',
      notBefore: periodOf('not-yet-valid').notBefore,
    })
  })

  it('is never good at an instant that is none', async () => {
    expect((await status().check(kit.certificate('adult'), new Date(Number.NaN))).status).not.toBe('good')
  })

  it('does not outlive the authority', async () => {
    const key = kit.key('user-ca.key.pem')
    const end = after(now, 9 * 365 * oneDay)
    const der = leaf(key, now, { notAfter: after(end, oneDay) })
    writeFileSync(crl, list(key, end))
    expect(await status().check(der, end)).toEqual({ status: 'untrusted', why: 'the trust anchor is outside its own period' })
  })
})

describe('trust', () => {
  it('finds the right one of several authorities of one name', async () => {
    const anchors = [kit.path('other-ca.der'), kit.path('user-ca.der')]
    const crls = [kit.path('crl-user.der'), crl]
    writeFileSync(crl, list(kit.key('other-ca.key.pem'), now))
    const both = status({ anchors, crls })
    expect(await both.check(kit.certificate('adult'), now)).toMatchObject({ status: 'good', evidence: { source: 'CRL file crl-user.der' } })
    expect(await both.check(kit.certificate('untrusted'), now)).toMatchObject({ status: 'good', evidence: { source: 'CRL file working.crl' } })
    expect((await both.check(kit.certificate('revoked'), now)).status).toBe('revoked')
  })

  it('is not given to another key of the same name', async () => {
    expect((await status().check(kit.certificate('untrusted'), now)).status).toBe('untrusted')
    expect((await status({ anchors: [kit.path('other-ca.der')] }).check(kit.certificate('adult'), now)).status).toBe('untrusted')
  })

  it('is not given to a certificate of the other hierarchy', async () => {
    expect((await status().check(kit.bytes('cards/adult.sign.der'), now)).status).toBe('untrusted')
  })

  it('is not given to the authority itself', async () => {
    expect((await status().check(kit.bytes('user-ca.der'), now)).status).toBe('untrusted')
  })

  it('is a matter of our own files where an anchor is missing or broken', async () => {
    for (const anchors of [[kit.path('absent.der')], [kit.path('cards.json')], [kit.path('cards/adult.der')]]) {
      const blind = status({ anchors })
      expect((await blind.check(kit.certificate('adult'), now)).status).toBe('unreachable')
      expect(await blind.readiness()).toMatchObject({ ready: false })
    }
  })

  it('is never given without any anchor', async () => {
    expect((await status({ anchors: [] }).check(kit.certificate('adult'), now)).status).toBe('unreachable')
  })
})

describe('broken certificates', () => {
  it.each([
    ['nothing', () => new Uint8Array()],
    ['text', () => Buffer.from('見本')],
    ['a certificate cut short', () => kit.certificate('adult').subarray(0, 600)],
    ['a certificate and one octet', () => Buffer.concat([kit.certificate('adult'), Uint8Array.of(0)])],
    ['zeros', () => new Uint8Array(3808)],
    ['0xff', () => new Uint8Array(3808).fill(0xff)],
  ])('are called malformed: %s', async (_, bytes) => {
    expect((await status().check(bytes(), now)).status).toBe('malformed')
  })
})

describe('revocation lists as files', () => {
  const verdict = async (checker = status()) => (await checker.check(kit.certificate('adult'), now)).status

  it.each([
    ['there is no file', () => rmSync(crl), 'unreachable'],
    ['the file is empty', () => writeFileSync(crl, ''), 'unknown'],
    ['the file is cut short', () => writeFileSync(crl, kit.bytes('crl-user.der').subarray(0, 300)), 'unknown'],
    ['the file is something else', () => copyFileSync(kit.path('user-ca.der'), crl), 'unknown'],
    ['the list is by another authority', () => copyFileSync(kit.path('crl-sign.der'), crl), 'unknown'],
    ['the list is by another key of the same name', () => writeFileSync(crl, list(kit.key('other-ca.key.pem'), now)), 'unknown'],
  ])('are never good where %s', async (_, damage, expected) => {
    damage()
    expect(await verdict()).toBe(expected)
    expect(await status().readiness()).toMatchObject({ ready: false })
  })

  it('are unreachable in an empty folder, a missing folder and without any path', async () => {
    mkdirSync(kit.path('empty'), { recursive: true })
    expect(await verdict(status({ crls: [kit.path('empty')] }))).toBe('unreachable')
    expect(await verdict(status({ crls: [kit.path('no-folder')] }))).toBe('unreachable')
    expect(await verdict(status({ crls: [] }))).toBe('unreachable')
  })

  it('are read again when they change, appear and vanish', async () => {
    const checker = status()
    expect(await verdict(checker)).toBe('good')
    const { serial } = periodOf('adult')
    const revoked = [{ serial: BigInt(`0x${Buffer.from(serial).toString('hex')}`), at: after(now, -3_600_000), reason: null }]
    const next = kit.path('next.crl')
    writeFileSync(next, list(kit.key('user-ca.key.pem'), now, { revoked }))
    renameSync(next, crl)
    expect(await checker.check(kit.certificate('adult'), now)).toMatchObject({ status: 'revoked', reason: 'unspecified' })
    rmSync(crl)
    expect(await verdict(checker)).toBe('unreachable')
    copyFileSync(kit.path('crl-user.der'), crl)
    expect(await verdict(checker)).toBe('good')
  })

  it('count in a folder when they are named *.crl, and the newest one speaks', async () => {
    const folder = kit.path('lists')
    const key = kit.key('user-ca.key.pem')
    mkdirSync(folder)
    const { serial } = periodOf('adult')
    const revoked = [{ serial: BigInt(`0x${Buffer.from(serial).toString('hex')}`), at: now, reason: 1 }]
    writeFileSync(kit.path('lists/b-yesterday.crl'), list(key, now, { thisUpdate: after(now, -oneDay) }))
    writeFileSync(kit.path('lists/notes.txt'), 'not a list')
    const checker = status({ crls: [folder] })
    expect(await verdict(checker)).toBe('good')
    writeFileSync(kit.path('lists/a-today.crl'), list(key, now, { revoked }))
    expect(await checker.check(kit.certificate('adult'), now)).toMatchObject({ status: 'revoked', reason: 'keyCompromise' })
  })

  it('may be PEM, as anchors may', async () => {
    const pem = (label: string, der: Buffer): string =>
      `-----BEGIN ${label}-----\n${der.toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`
    writeFileSync(crl, pem('X509 CRL', kit.bytes('crl-user.der')))
    const anchor = kit.path('user-ca.pem')
    writeFileSync(anchor, pem('CERTIFICATE', kit.bytes('user-ca.der')))
    expect(await verdict(status({ anchors: [anchor] }))).toBe('good')
    writeFileSync(anchor, pem('CERTIFICATE', kit.bytes('user-ca.der')).repeat(2))
    expect(await verdict(status({ anchors: [anchor] }))).toBe('unreachable')
  })
})

describe('readiness', () => {
  it('is given with an anchor and a fresh list', async () => {
    expect(await status().readiness()).toMatchObject({ ready: true })
  })

  it('is lost when the list goes stale', async () => {
    const clock = fixedClock(now.toISOString())
    const checker = status({ clock })
    clock.advance(366 * oneDay)
    expect(await checker.readiness()).toMatchObject({ ready: false, why: expect.stringContaining('overdue') as string })
  })
})

it('refuses freshness rules that are no numbers', () => {
  expect(() => status({ maxAgeDays: Number.NaN })).toThrow(RangeError)
  expect(() => status({ skewSeconds: -1 })).toThrow(RangeError)
})

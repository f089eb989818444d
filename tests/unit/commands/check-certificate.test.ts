import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as x from '../pki/support/issuing/extensions.ts'
import { certificateDer, daysFrom, issueAuthority, listDer, party, root, type CertificateShape } from '../pki/support/issuing/parties.ts'
import { house, jsonOf, type Ended, type House } from './support/madoguchi.ts'

const authority = party('Root')
const middle = party('Middle')
const person = party('A0')
const policy = '2.999.8.1'

const pem = (label: string, der: Uint8Array): string =>
  [`-----BEGIN ${label}-----`, ...(Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? []), `-----END ${label}-----`, ''].join('\n')

const forAuthentication = [x.keyUsage(0), x.policies(policy)]
const leaf = (serial: bigint, shape: CertificateShape = {}): Uint8Array => certificateDer(middle, person, { serial, extensions: forAuthentication, ...shape })

describe('check-certificate', () => {
  let home: House
  beforeAll(async () => {
    home = await house({ kit: false })
    for (const folder of ['anchors', 'middles', 'lists', 'empty', 'broken']) mkdirSync(home.path(folder))
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'anchors/root.cer': root(authority).encoding,
      'middles/middle.pem': pem('CERTIFICATE', issueAuthority(authority, middle, { extensions: [x.policies(policy)] }).encoding),
      'lists/root.crl': listDer(authority),
      'lists/middle.crl': pem('X509 CRL', listDer(middle, { entries: [{ serial: 12n, at: daysFrom(-3), extensions: [x.reasonCode(4)] }] })),
      'stale.crl': listDer(middle, { thisUpdate: daysFrom(-9), nextUpdate: daysFrom(-8) }),
      'good.cer': leaf(11n),
      'good.pem': pem('CERTIFICATE', leaf(11n)),
      'revoked.cer': leaf(12n),
      'expired.cer': leaf(13n, { notAfter: daysFrom(-1) }),
      'early.cer': leaf(14n, { notBefore: daysFrom(1) }),
      'stranger.cer': certificateDer(party('Stranger'), person, { extensions: forAuthentication }),
      'two.pem': pem('CERTIFICATE', leaf(11n)) + pem('CERTIFICATE', leaf(12n)),
      'cut.cer': leaf(11n).subarray(0, 100),
      'text.txt': 'no certificate',
      'broken/root.crl': listDer(authority),
      'broken/torn.crl': listDer(middle).subarray(0, 50),
    }
    for (const [name, content] of Object.entries(files)) writeFileSync(home.path(name), content)
  })
  afterAll(() => home.remove())

  const at = ['--at', '2026-11-20T12:00:00+09:00']
  const trust = (): string[] => ['--anchor', home.path('anchors'), '--intermediate', home.path('middles')]
  const lists = (): string[] => ['--crl', home.path('lists')]
  const check = (cert: string, ...words: string[]): Promise<Ended> => home.madoguchi(['check-certificate', '--cert', home.path(cert), ...trust(), ...at, ...words])

  it.each(['good.cer', 'good.pem'])('says good, and by what path and what answer (%s)', async (file) => {
    const { code, stdout, stderr } = await check(file, ...lists())
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^GOOD\nReason {3}valid until 2026-12-20/)
    expect(stdout).toMatch(/\n {2}anchor: CN=Root,O=Mihon,C=JP .*\n {4}authority: CN=Middle,.* not revoked by CRL file root.crl\)\n {6}certificate: CN=A0,.* not revoked by CRL file middle.crl\)\n/)
    expect(stdout).toMatch(/\nEvidence CRL file middle.crl of 2026-11-19T03:00:00.000Z, SHA-256 [0-9a-f]{64}\n/)
    expect(stdout).toContain(`\nPolicies ${policy}\n`)
  })

  it('says all of it in one JSON object', async () => {
    const ended = await check('good.cer', ...lists(), '--json')
    expect(ended.code).toBe(0)
    expect(jsonOf(ended)).toMatchObject({
      ok: true,
      status: 'good',
      fault: null,
      place: null,
      at: '2026-11-20T03:00:00.000Z',
      path: [{ role: 'anchor', subject: 'CN=Root,O=Mihon,C=JP', revocation: null }, { role: 'authority', serial: '02', revocation: 'CRL file root.crl' }, { role: 'certificate', serial: '0b', revocation: 'CRL file middle.crl' }],
      policies: [policy],
      evidence: { source: 'CRL file middle.crl', answers: [{ kind: 'crl', responder: 'CN=Middle,O=Mihon,C=JP' }, { kind: 'crl', responder: 'CN=Root,O=Mihon,C=JP' }] },
    })
  })

  it('reads the certificate from standard input', async () => {
    const { code } = await home.madoguchi(['check-certificate', '--cert', '-', ...trust(), ...lists(), ...at], pem('CERTIFICATE', leaf(11n)))
    expect(code).toBe(0)
  })

  it.each<[string, string, Record<string, unknown>, RegExp]>([
    ['revoked', 'revoked.cer', { status: 'revoked', fault: 'revoked', place: 0, revocationReason: 'superseded', revokedAt: '2026-11-17T03:00:00.000Z' }, /^NOT VALID: revoked\nReason {3}revoked on 2026-11-17T03:00:00.000Z, reason superseded\n/],
    ['expired', 'expired.cer', { status: 'expired', fault: 'expired', place: 0 }, /^NOT VALID: expired\n/],
    ['not valid yet', 'early.cer', { status: 'notYetValid', fault: 'notYetValid', place: 0 }, /^NOT VALID: not valid yet\n/],
    ['not trusted', 'stranger.cer', { status: 'untrusted', fault: 'noPath', place: null, evidence: null }, /^NOT VALID: not trusted\n.*\nFault {4}noPath, at the path as a whole\n/],
  ])('ends with 1 for one that is %s', async (_, file, said, text) => {
    const ended = await check(file, ...lists(), '--json')
    expect(ended.code).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ ok: false, ...said })
    expect((await check(file, ...lists())).stdout).toMatch(text)
  })

  it.each<[string, readonly string[], Record<string, unknown>]>([
    ['for another policy', ['--policy', '2.999.8.9'], { status: 'untrusted', fault: 'policyRequired' }],
    ['for another purpose', ['--purpose', 'signature'], { status: 'untrusted', fault: null, reason: 'its key may not sign documents' }],
    ['after its end', ['--at', '2026-12-21'], { status: 'expired' }],
  ])('ends with 1 when it is asked about %s', async (_, words, said) => {
    const ended = await check('good.cer', ...lists(), ...words, '--json')
    expect(ended.code).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ ok: false, ...said })
  })

  it.each<[string, readonly string[]]>([
    ['the policies it has', ['--policy', '2.999.8.9', '--policy', policy]],
    ['the purpose it has', ['--purpose', 'userAuthentication']],
  ])('says good for %s', async (_, words) => {
    expect((await check('good.cer', ...lists(), ...words)).code).toBe(0)
  })

  it.each<[string, () => string[], string]>([
    ['without any revocation data', () => [], 'unreachable'],
    ['with a list that is out of date', () => ['--crl', home.path('lists/root.crl'), '--crl', home.path('stale.crl')], 'unknown'],
    ['with the list of somebody else', () => ['--crl', home.path('lists/root.crl')], 'unknown'],
    ['with lists that are older than they may be', () => [...lists(), '--at', '2026-11-21T11:00:00+09:00', '--max-age-days', '1'], 'unknown'],
    ['with a responder that is not there', () => ['--ocsp', 'http://127.0.0.1:1/'], 'unreachable'],
  ])('ends with 3, and still shows the path, %s', async (_, words, status) => {
    const ended = await check('good.cer', ...words(), '--json')
    expect(ended.code).toBe(3)
    expect(jsonOf(ended)).toMatchObject({ ok: false, status, path: [{ role: 'anchor' }, { role: 'authority' }, { role: 'certificate' }] })
    expect((await check('good.cer', ...words())).stdout).toMatch(/^NOT CONFIRMED: /)
  })

  it.each<[string, () => string[], RegExp]>([
    ['a certificate that is not there', () => ['--cert', '/nowhere.cer'], /\/nowhere.cer: there is no such file or folder/],
    ['something else for a certificate', () => ['--cert', home.path('text.txt')], /text.txt: neither DER nor PEM/],
    ['two certificates in a file', () => ['--cert', home.path('two.pem')], /more than one CERTIFICATE/],
    ['a torn certificate', () => ['--cert', home.path('cut.cer')], /cut.cer: /],
    ['an empty folder of anchors', () => ['--anchor', home.path('empty')], /--anchor: there is none/],
    ['an anchor that is no authority', () => ['--anchor', home.path('good.cer')], /--anchor: good.cer: it is not the certificate of an authority/],
    ['an intermediate that is not there', () => ['--intermediate', '/nowhere.cer'], /--intermediate: nowhere.cer can't be read \(ENOENT\)/],
    ['a torn list beside a whole one', () => ['--crl', home.path('broken')], /--crl: torn.crl: /],
    ['a certificate for a list', () => ['--crl', home.path('good.pem')], /--crl: good.pem: neither DER nor PEM with the label X509 CRL/],
  ])('ends with 2, and says nothing about the certificate, for %s', async (_, words, why) => {
    const named = words()
    const whole = ['--cert', home.path('good.cer'), '--anchor', home.path('anchors/root.cer'), ...lists(), ...at]
    // An anchor or list that is broken counts beside good ones; only the certificate is one.
    const rest = named[0] === '--cert' ? whole.slice(2) : named[0] === '--anchor' ? whole.toSpliced(2, 2) : whole
    const ended = await home.madoguchi(['check-certificate', ...rest, ...named, '--json'])
    expect(ended.code).toBe(2)
    expect(jsonOf(ended)).toMatchObject({ ok: false, failure: { code: 'MESSAGE-INVALID' } })
    expect(ended.stderr).toMatch(why)
  })

  it.each<[string, readonly string[]]>([
    ['an address that is none', ['--ocsp', 'responder']],
    ['an address of another kind', ['--ocsp', 'ldap://ocsp.example/']],
    ['a policy that is no identifier', ['--policy', 'any']],
    ['a time that is none', ['--at', '2026-02-30']],
    ['a purpose that is not there', ['--purpose', 'tls']],
    ['an age that is none', ['--max-age-days', '0']],
  ])('ends with 2 and an empty stdout for %s', async (_, words) => {
    const { code, stdout, stderr } = await check('good.cer', ...lists(), ...words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })

  it('trusts nobody who was not named', async () => {
    const { code, stdout, stderr } = await home.madoguchi(['check-certificate', '--cert', home.path('good.cer'), ...lists(), ...at])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('--anchor is missing')
  })

  it('reads no configuration', async () => {
    const { code } = await check('good.cer', ...lists(), '--config', '/nowhere.json')
    expect(code).toBe(0)
  })
})

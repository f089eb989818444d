import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePki, type KitCard } from '../../../build/training-kit/make-pki.ts'
import { kitIsCurrent } from '../../../build/training-kit/pki/stamp.ts'
import { nameAsText } from '../../../src-main/pki/certificate/distinguished-name.ts'
import { parseCertificate } from '../../../src-main/pki/certificate/certificate.ts'
import { freshKit, type Kit } from './support/kit.ts'

let kit: Kit
beforeAll(async () => {
  kit = await freshKit()
})
afterAll(() => kit.remove())

const parsed = (file: string) => {
  const certificate = parseCertificate(kit.bytes(file))
  if (!certificate.ok) throw new Error(certificate.why)
  return certificate.value
}

describe('the training PKI', () => {
  it('gives each card of its own a certificate of its own', () => {
    const files = new Map(kit.cards.map(({ certificateFile, issuerKeyIdentifier, serial }) => [certificateFile, `${issuerKeyIdentifier} ${serial}`]))
    expect(new Set(files.values()).size).toBe(files.size)
    expect(new Set([...files.keys()].map((file) => createPublicKey(kit.key(file.replace(/der$/, 'key.pem'))).export({ format: 'pem', type: 'spki' }))).size).toBe(files.size)
    expect(files.size).toBeGreaterThan(40)
  })

  it('never claims to be JPKI', () => {
    for (const { certificateFile, signCertificateFile } of kit.cards) {
      for (const file of [certificateFile, signCertificateFile].filter((one) => one !== null)) {
        const { issuer, subject } = parsed(file)
        expect(nameAsText(issuer)).toContain('O=Madoguchi Training')
        expect(`${nameAsText(issuer)} ${nameAsText(subject)}`).not.toMatch(/jpki|j-lis|local authority/i)
      }
    }
  })

  it('has the shape of the card profile', () => {
    const { keyUsage, policies, crlDistributionPoints, authorityKeyIdentifier, subjectKeyIdentifier, unknownCriticalExtensions } =
      parsed('cards/adult.der')
    expect(keyUsage).toMatchObject({ digitalSignature: true, nonRepudiation: false, keyCertSign: false })
    expect(policies).toEqual(['2.999.200149.8.5.1.3.30'])
    const names = crlDistributionPoints?.map(({ name }) => (name?.kind === 'full' ? name.names : []))
    expect(names?.map((point) => point.map((one) => one.kind === 'directoryName' && nameAsText(one.name)))).toEqual([
      [expect.stringContaining('CN=Mihon City CRLDP')],
    ])
    expect(authorityKeyIdentifier).toBe(parsed('user-ca.der').subjectKeyIdentifier)
    expect(subjectKeyIdentifier).toHaveLength(40)
    expect(unknownCriticalExtensions).toEqual([])
    expect(parsed('user-ca.der')).toMatchObject({ basicConstraints: { cA: true, pathLength: null }, keyUsage: { keyCertSign: true, cRLSign: true } })
    expect(parsed('cards/adult.sign.der').keyUsage).toMatchObject({ digitalSignature: true, nonRepudiation: true })
  })

  it('fits the certificate file of a card', () => {
    for (const { certificateFile } of kit.cards) expect(kit.bytes(certificateFile).length).toBeLessThan(3808)
  })

  it('keeps private keys from other users', () => {
    const keys = readdirSync(kit.dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.key.pem'))
    expect(keys.length).toBeGreaterThan(30)
    if (process.platform !== 'win32') for (const file of keys) expect(statSync(kit.path(file)).mode & 0o077).toBe(0)
  })

  it('has a city key that signs documents', () => {
    const message = Buffer.from('見本')
    const signature = sign(null, message, createPrivateKey(kit.bytes('city-signing.key.pem')))
    expect(verify(null, message, createPublicKey(kit.bytes('city-signing.pub.pem')), signature)).toBe(true)
  })
})

describe('making it again', () => {
  const home = mkdtempSync(join(tmpdir(), 'madoguchi-pki-again-'))
  const pkiDir = join(home, 'pki')
  const stamp = join(pkiDir, 'stamp.json')
  const cards = () => readFileSync(join(pkiDir, 'cards.json'), 'utf8')
  beforeAll(async () => {
    await Promise.all([makePki(home), makePki(home)])
  }, 300_000)
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('by two makers at once leaves one whole kit and nothing beside it', () => {
    expect(readdirSync(home)).toEqual(['pki'])
    const files = (JSON.parse(cards()) as KitCard[]).flatMap(({ certificateFile, keyFile }) => [certificateFile, keyFile]).filter((file) => file !== null)
    for (const file of [...files, 'stamp.json', 'crl-user.der', 'user-ca.der']) expect(statSync(join(pkiDir, file)).size).toBeGreaterThan(0)
  })

  it('keeps a current kit and replaces one of another spec', async () => {
    const first = cards()
    await makePki(home)
    expect(cards()).toBe(first)
    writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(/"spec":"[0-9a-f]+"/, '"spec":"another"'))
    await makePki(home)
    expect(cards()).not.toBe(first)
    expect(readdirSync(home)).toEqual(['pki'])
  }, 300_000)

  it('is due from a month before the revocation list ends', async () => {
    const { goodUntil } = JSON.parse(readFileSync(stamp, 'utf8')) as { goodUntil: string }
    const daysBefore = (days: number) => new Date(Date.parse(goodUntil) - days * 86_400_000)
    expect(await kitIsCurrent(pkiDir, daysBefore(31))).toBe(true)
    expect(await kitIsCurrent(pkiDir, daysBefore(30))).toBe(false)
    expect(await kitIsCurrent(join(home, 'nowhere'), daysBefore(31))).toBe(false)
  })
})

import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createCrlFileCertificateStatus } from '../../../src-main/pki/crl-file-certificate-status.ts'
import { systemClock } from '../../../src-main/clock.ts'
import { freshKit, type Kit } from './support/kit.ts'
import { openssl } from './support/openssl.ts'

let kit: Kit
beforeAll(async () => {
  kit = await freshKit()
  const pem = (kind: string, from: string, to: string) =>
    expect(openssl([kind, '-inform', 'der', '-in', kit.path(from), '-out', kit.path(to)]).status).toBe(0)
  pem('x509', 'user-ca.der', 'user-ca.pem')
  pem('crl', 'crl-user.der', 'crl-user.pem')
})
afterAll(() => kit.remove())

const ours = async (profile: string, at: Date) => {
  const files = { anchors: [kit.path('user-ca.der')], crls: [kit.path('crl-user.der')] }
  // No rule that openssl lacks: any age, no skew.
  const checker = createCrlFileCertificateStatus({ ...files, maxAgeDays: 100_000, skewSeconds: 0, clock: systemClock })
  return (await checker.check(kit.certificate(profile), at)).status
}

function theirs(profile: string, at: Date) {
  const pem = kit.path(`${profile}.pem`)
  writeFileSync(
    pem,
    `-----BEGIN CERTIFICATE-----\n${kit
      .certificate(profile)
      .toString('base64')
      .replaceAll(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
  )
  const seconds = String(Math.floor(at.getTime() / 1000))
  return openssl([
    'verify',
    '-CAfile',
    kit.path('user-ca.pem'),
    '-CRLfile',
    kit.path('crl-user.pem'),
    '-crl_check',
    '-x509_strict',
    '-attime',
    seconds,
    pem,
  ])
}

const openSslWords: Readonly<Record<string, RegExp>> = {
  good: /: OK/,
  expired: /certificate has expired/,
  notYetValid: /certificate is not yet valid/,
  revoked: /certificate revoked/,
  untrusted: /unable to get (local )?issuer certificate/,
}

it('openssl verify -crl_check says the same of every training card', async () => {
  const at = new Date(Date.now() + 2000)
  for (const { profile } of kit.cards) {
    const verdict = await ours(profile, at)
    const { status, output } = theirs(profile, at)
    expect({ profile, accepted: status === 0 }).toEqual({ profile, accepted: verdict === 'good' })
    expect(output).toMatch(openSslWords[verdict]!)
  }
})

it('openssl verify -crl_check agrees at any time, the last second apart', async () => {
  const day = 86_400
  const today = Math.floor(Date.now() / 1000)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('adult', 'expired', 'revoked', 'not-yet-valid'),
      fc.integer({ min: -3 * 365 * day, max: 9 * 365 * day }),
      async (profile, offset) => {
        const at = new Date((today + offset) * 1000)
        expect({ profile, at, accepted: theirs(profile, at).status === 0 }).toEqual({ profile, at, accepted: (await ours(profile, at)) === 'good' })
      },
    ),
    { numRuns: 60 },
  )
})

it('openssl reads the six attributes of a signature certificate', () => {
  const { output } = openssl(['x509', '-inform', 'der', '-in', kit.path('cards/adult.sign.der'), '-noout', '-text', '-nameopt', 'utf8'])
  for (const attribute of ['5.5.1::見本　花子', '5.5.4::3', '5.5.3::2', '5.5.5::', '5.5.2::00000', '5.5.6::000'])
    expect(output).toContain(`1.2.392.200149.8.${attribute}`)
  expect(output).toContain('Digital Signature, Non Repudiation')
})

it('openssl pairs every key with its certificate', () => {
  for (const { profile, certificateFile, keyFile } of kit.cards) {
    const ofCertificate = openssl(['x509', '-inform', 'der', '-in', kit.path(certificateFile), '-noout', '-pubkey']).output
    const ofKey = openssl(['pkey', '-in', kit.path(keyFile), '-pubout']).output
    expect({ profile, paired: ofCertificate === ofKey }).toEqual({ profile, paired: profile !== 'forged' })
  }
})

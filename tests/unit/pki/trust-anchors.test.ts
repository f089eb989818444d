import { writeFileSync } from 'node:fs'
import type { KeyObject } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bitString, objectIdentifier, sequence } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { caExtensions, caName } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { certificate, extension } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { fixedClock } from '../../../src-main/clock.ts'
import { parseCertificate } from '../../../src-main/pki/certificate/certificate.ts'
import { createCrlFileCertificateStatus } from '../../../src-main/pki/crl-file-certificate-status.ts'
import { openWhole, TAG } from '../../../src-main/pki/der/der-reader.ts'
import { leaf, list, oneDay, unknownExtension } from './support/forge.ts'
import { freshKit, type Kit } from './support/kit.ts'

const now = new Date(Math.floor(Date.now() / 1000) * 1000)
let kit: Kit
let key: KeyObject

beforeAll(async () => {
  kit = await freshKit()
  key = kit.key('user-ca.key.pem')
  writeFileSync(kit.path('test.crl'), list(key, now))
})
afterAll(() => kit.remove())

/** The authority's own name and key under other extensions, so that nothing but these can be the reason. */
function anchorWith(extensions: readonly Uint8Array[]): string {
  const name = caName('userAuthentication')
  const validity = { notBefore: new Date(now.getTime() - oneDay), notAfter: new Date(now.getTime() + oneDay) }
  const file = kit.path('test-anchor.der')
  writeFileSync(file, certificate({ serial: 1n, issuer: name, subject: name, subjectKey: key, issuerKey: key, extensions, ...validity }))
  return file
}

const statusWith = (anchors: readonly string[]) =>
  createCrlFileCertificateStatus({ anchors, crls: [kit.path('test.crl')], maxAgeDays: 7, skewSeconds: 60, clock: fixedClock(now.toISOString()) })
const verdict = (anchors: readonly string[]) => statusWith(anchors).check(leaf(key, now), now)

const usual = () => caExtensions(key, 'userAuthentication')
const without = (...ids: readonly string[]) =>
  usual().filter((one) => ids.every((id) => !Buffer.from(one).includes(Buffer.from(objectIdentifier(id)))))
const keyUsage = (octet: number, unusedBits: number) => extension('2.5.29.15', bitString(Uint8Array.of(octet), unusedBits), true)
const [keyCertSign, cRLSign] = [() => keyUsage(0x04, 2), () => keyUsage(0x02, 1)]

describe('a trust anchor', () => {
  it('vouches for the certificates that its key signed', async () => {
    expect((await verdict([anchorWith(usual())])).status).toBe('good')
  })

  it.each([
    ['is not marked as an authority', () => without('2.5.29.19'), 'not the certificate of an authority'],
    ['is marked as no authority', () => [...without('2.5.29.19'), extension('2.5.29.19', sequence(), true)], 'not the certificate of an authority'],
    ['may not sign certificates', () => [...without('2.5.29.15'), cRLSign()], 'may not sign certificates'],
    ['says nothing of what its key is for', () => without('2.5.29.15'), 'may not sign certificates'],
    ['has an unknown critical extension', () => [...usual(), unknownExtension(true)], 'not understood'],
  ])('is refused when it %s', async (_, extensions, why) => {
    expect(await verdict([anchorWith(extensions())])).toEqual({ status: 'unreachable', why: expect.stringContaining(why) as string })
  })

  it('whose key may not sign revocation lists makes its lists unbelievable', async () => {
    const file = anchorWith([...without('2.5.29.15'), keyCertSign()])
    expect(await verdict([file])).toEqual({ status: 'unknown', why: 'CRL file test.crl: its issuer may not sign revocation lists' })
  })

  it('without a key identifier is found by its signature', async () => {
    expect((await verdict([kit.path('other-ca.der'), anchorWith(without('2.5.29.14'))])).status).toBe('good')
  })

  it('of the same name and key identifier with another key does not stand in for the right one', async () => {
    const name = caName('userAuthentication')
    const otherKey = kit.key('other-ca.key.pem')
    const impostor = certificate({
      serial: 1n,
      issuer: name,
      subject: name,
      subjectKey: otherKey,
      issuerKey: otherKey,
      extensions: usual(),
      notBefore: new Date(now.getTime() - oneDay),
      notAfter: new Date(now.getTime() + oneDay),
    })
    writeFileSync(kit.path('impostor.der'), impostor)
    expect((await verdict([kit.path('impostor.der')])).status).toBe('untrusted')
    expect((await verdict([kit.path('impostor.der'), kit.path('user-ca.der')])).status).toBe('good')
  })

  it('beside a broken one still serves, while readiness tells of the broken one', async () => {
    const status = statusWith([kit.path('user-ca.der'), kit.path('cards.json')])
    expect((await status.check(leaf(key, now), now)).status).toBe('good')
    expect(await status.readiness()).toEqual({ ready: false, why: expect.stringContaining('cards.json') as string })
  })
})

it('a certificate that names its algorithm twice in two ways is malformed', () => {
  const outer = openWhole(leaf(key, now), TAG.sequence, 'certificate')
  const body = outer.take(TAG.sequence).encoding
  outer.take(TAG.sequence)
  const signature = outer.take(TAG.bitString).encoding
  const withoutNull = sequence(objectIdentifier('1.2.840.113549.1.1.11'))
  expect(parseCertificate(sequence(body, withoutNull, signature))).toEqual({ ok: false, why: 'certificate names two signature algorithms' })
})

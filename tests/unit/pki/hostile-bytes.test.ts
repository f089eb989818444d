import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificateIdentity } from '../../../src-main/pki/certificate-identity.ts'
import type { CertificateStatus } from '../../../src-main/pki/certificate-status.ts'
import { parseCertificate } from '../../../src-main/pki/certificate/certificate.ts'
import { createCrlFileCertificateStatus } from '../../../src-main/pki/crl-file-certificate-status.ts'
import { parseRevocationList } from '../../../src-main/pki/revocation/revocation-list.ts'
import { verifyChallenge } from '../../../src-main/pki/verify-challenge.ts'
import { systemClock } from '../../../src-main/clock.ts'
import { freshKit, type Kit } from './support/kit.ts'

let kit: Kit
let certificate: Buffer
let crl: Buffer
let now: Date
let checker: CertificateStatus

beforeAll(async () => {
  kit = await freshKit()
  certificate = kit.certificate('adult')
  crl = kit.bytes('crl-user.der')
  now = new Date(Date.now() + 2000)
  writeFileSync(kit.path('hostile.crl'), crl)
  checker = createCrlFileCertificateStatus({
    anchors: [kit.path('user-ca.der')],
    crls: [kit.path('hostile.crl')],
    maxAgeDays: 400,
    skewSeconds: 60,
    clock: systemClock,
  })
})
afterAll(() => kit.remove())

const flipped = (bytes: Buffer, at: number, mask: number): Buffer => {
  const changed = Buffer.from(bytes)
  changed[at] = changed[at]! ^ mask
  return changed
}
const anyMask = fc.integer({ min: 1, max: 255 })
/** Places are drawn as fractions, because the kit is made after the generators. */
const anyPlace = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const placeIn = (bytes: Buffer, fraction: number): number => Math.floor(fraction * bytes.length)

describe('one changed octet', () => {
  it('anywhere in a good certificate is never good', async () => {
    expect((await checker.check(certificate, now)).status).toBe('good')
    await fc.assert(
      fc.asyncProperty(anyPlace, anyMask, async (fraction, mask) => {
        const { status } = await checker.check(flipped(certificate, placeIn(certificate, fraction), mask), now)
        expect(['malformed', 'untrusted']).toContain(status)
      }),
      { numRuns: 3000 },
    )
  })

  it('anywhere in the revocation list is never good', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, anyMask, async (fraction, mask) => {
        writeFileSync(kit.path('hostile.crl'), flipped(crl, placeIn(crl, fraction), mask))
        const { status } = await checker.check(certificate, now)
        expect(status).toBe('unknown')
      }),
      { numRuns: 600 },
    )
    writeFileSync(kit.path('hostile.crl'), crl)
    expect((await checker.check(certificate, now)).status).toBe('good')
  })
})

/** Bytes that look enough like DER to get past the first checks. */
const derLike = fc.letrec<{ element: Uint8Array }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 6 },
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 0x0a, 0x0c, 0x17, 0x18, 0x80, 0x82), fc.uint8Array({ maxLength: 20 }))
      .map(([tag, content]) => Buffer.concat([Uint8Array.of(tag, content.length), content])),
    fc.tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa3, 0xa4), fc.array(tie('element'), { maxLength: 8 })).map(([tag, members]) => {
      const content = Buffer.concat(members)
      const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff]
      return Buffer.concat([Uint8Array.of(tag, ...length), content])
    }),
  ),
})).element

/** The good bytes with a few random cuts, repeats and overwritten runs. */
const mangled = (original: () => Buffer) =>
  fc
    .array(fc.tuple(fc.constantFrom('cut', 'repeat', 'overwrite'), anyPlace, fc.uint8Array({ minLength: 1, maxLength: 8 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((edits) =>
      edits.reduce((bytes, [kind, fraction, material]) => {
        const at = placeIn(bytes, fraction)
        if (kind === 'cut') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + material.length)])
        if (kind === 'repeat') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + material.length), bytes.subarray(at)])
        return Buffer.concat([bytes.subarray(0, at), material, bytes.subarray(at + material.length)])
      }, original()),
    )

describe('garbage', () => {
  const garbage = (original: () => Buffer) =>
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      derLike,
      mangled(original),
      anyPlace.map((fraction) => original().subarray(0, placeIn(original(), fraction))),
    )

  it('as a certificate never throws', () => {
    const message = Buffer.from('challenge')
    fc.assert(
      fc.property(
        garbage(() => certificate),
        (bytes) => {
          expect(typeof parseCertificate(bytes).ok).toBe('boolean')
          expect(typeof certificateIdentity(bytes).ok).toBe('boolean')
          expect(verifyChallenge(bytes, message, new Uint8Array(256)).ok).toBe(false)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('as a certificate is never good and never rejects', async () => {
    await fc.assert(
      fc.asyncProperty(
        garbage(() => certificate),
        async (bytes) => {
          const { status } = await checker.check(bytes, now)
          if (!Buffer.from(bytes).equals(certificate)) expect(['malformed', 'untrusted']).toContain(status)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('as a revocation list never throws', () => {
    fc.assert(
      fc.property(
        garbage(() => crl),
        (bytes) => {
          expect(typeof parseRevocationList(bytes).ok).toBe('boolean')
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('of a million opened sequences neither hangs nor exhausts the stack', () => {
    const nested = Buffer.alloc(60_000, Uint8Array.of(0x30, 0x80))
    const flat = Buffer.concat([Uint8Array.of(0x30, 0x83, 0x0f, 0x42, 0x40), Buffer.alloc(1_000_000, Uint8Array.of(0x30, 0x00))])
    for (const bytes of [nested, flat]) {
      expect(parseCertificate(bytes).ok).toBe(false)
      expect(parseRevocationList(bytes).ok).toBe(false)
    }
  })
})

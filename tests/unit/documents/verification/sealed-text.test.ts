import { generateKeyPairSync } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import base45 from 'base45'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Payload } from '../../../../src-main/documents/verification/facts.ts'
import { sealText, verifyQrText } from '../../../../src-main/documents/verification/sealed-text.ts'

const pair = generateKeyPairSync('ed25519')
const key = { keyId: 'mihon-1', privateKey: pair.privateKey }
const keys = [{ keyId: 'mihon-1', publicKey: pair.publicKey }]

const payload: Payload = [
  1, '999993', 1, '20261121-01-000017-1', Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'hex'), '2026-11-21', 1, 2, 1, 3,
  '見本県見本市中央一丁目', [['葛\u{E0100}城　花子', '昭和６２年１１月３日']], Buffer.alloc(32, 7),
]
const sealed = sealText(payload, key)

describe('the code on a sheet', () => {
  it('gives back what was sealed, variation selectors too', () => {
    expect(verifyQrText(sealed, keys)).toEqual({
      ok: true,
      value: {
        keyId: 'mihon-1', municipalityCode: '999993', kind: 'residentRecord', certificateNumber: '20261121-01-000017-1', requestId: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        issuedOn: '2026-11-21', sheet: 1, sheets: 2, extent: 'members', reissue: true, specimen: true, address: '見本県見本市中央一丁目',
        persons: [{ name: '葛\u{E0100}城　花子', birthDate: '昭和６２年１１月３日' }], contentDigest: '07'.repeat(32),
      },
    })
  })

  it('uses only characters of the alphanumeric QR mode', () => {
    expect(sealed).toMatch(/^[0-9A-Z $%*+\-./:]+$/)
  })

  it('fails when any one character is another', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:')), (at, replacement) => {
        fc.pre(sealed.charAt(at) !== replacement)
        const result = verifyQrText(sealed.slice(0, at) + replacement + sealed.slice(at + 1), keys)
        expect(result.ok).toBe(false)
        if (!result.ok) expect(result.failure.code).toBe('DOCUMENT-NOT-VERIFIED')
      }),
    )
  })

  it('answers any text whatever with a reason', () => {
    const anything = fc.oneof(fc.string(), fc.string().map((text) => `MDG1:${text}`), fc.uint8Array({ maxLength: 400 }).map((bytes) => `MDG1:${base45.encode(bytes)}`))
    fc.assert(fc.property(anything, (text) => !verifyQrText(text, keys).ok))
    expect(verifyQrText(`MDG1:${'A'.repeat(100_000)}`, keys).ok).toBe(false)
  })

  it('is not verified by a key of another city, nor by an unknown key', () => {
    const other = generateKeyPairSync('ed25519').publicKey
    expect(verifyQrText(sealed, [{ keyId: 'mihon-1', publicKey: other }]).ok).toBe(false)
    expect(verifyQrText(sealed, [{ keyId: 'mihon-2', publicKey: pair.publicKey }]).ok).toBe(false)
    expect(verifyQrText(sealed, []).ok).toBe(false)
  })

  it('refuses signed content of another shape', () => {
    // What the city's key signs, but not as a certificate: too few items, an impossible sheet number.
    expect(verifyQrText(sealText([1] as unknown as Payload, key), keys).ok).toBe(false)
    const impossible = payload.with(6, 0) as unknown as Payload
    expect(verifyQrText(sealText(impossible, key), keys).ok).toBe(false)
  })

  it('never inflates more than a certificate needs', () => {
    const bomb = [1, 'x'.repeat(1_000_000)] as unknown as Payload
    expect(deflateRawSync(Buffer.alloc(1_000_000)).length).toBeLessThan(2000)
    expect(verifyQrText(sealText(bomb, key), keys)).toEqual({ ok: false, failure: { code: 'DOCUMENT-NOT-VERIFIED', detail: 'the signed content is not readable' } })
  })
})

import { createVerify, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { CardBox } from '../../../../src-main/training/card/card-box.ts'
import { cardProfileNames } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import { createVirtualCard } from '../../../../src-main/training/card/virtual-card.ts'
import { codeOf, open, opened, pin, testCard } from '../../../fixtures/card/observed-card.ts'
import { value } from '../../../fixtures/pcscd/reader-states.ts'
import { sharedKit } from '../../../fixtures/training/kit.ts'

const message = Buffer.from('challenge')

/** How far the issuance comes with a card: the code that stops it, or whether the signature is genuine. */
async function issue(card: SimulatedCard): Promise<string> {
  const bench = await open(card)
  if (!bench.opened.ok) return bench.opened.failure.code
  const chip = bench.opened.value
  const verified = await chip.verifyUserAuthenticationPin(pin('1234'))
  if (!verified.ok) return verified.failure.code
  const certificate = await chip.readUserAuthenticationCertificate()
  if (!certificate.ok) return certificate.failure.code
  const signature = await chip.signWithUserAuthenticationKey(message)
  if (!signature.ok) return signature.failure.code
  return createVerify('sha256').update(message).verify(new X509Certificate(certificate.value).publicKey, signature.value) ? 'genuine' : 'not genuine'
}

describe('card profiles', () => {
  const stopped: Readonly<Record<string, string>> = {
    'pin-blocked': 'PIN-BLOCKED',
    'all-blocked': 'PIN-BLOCKED',
    'blocked-6983': 'PIN-BLOCKED',
    'face-authentication': 'PIN-BLOCKED',
    'to-be-delivered': 'PIN-BLOCKED',
    'to-be-delivered-under-15': 'PIN-BLOCKED',
    iphone: 'CARD-PHONE',
    'no-certificate': 'CARD-NO-CERTIFICATE',
    'old-juki': 'CARD-OLD-JUKI',
    phone: 'CARD-PHONE',
    'foreign-card': 'CARD-FOREIGN',
    garbage: 'CARD-REFUSED',
    slow: 'CARD-TIMEOUT',
    mute: 'CARD-TIMEOUT',
    vanishing: 'CARD-REMOVED',
    forged: 'not genuine',
  }
  it.each(cardProfileNames())('%s ends as its name says', async (name) => {
    expect(await issue(testCard(name))).toBe(stopped[name] ?? 'genuine')
  })

  it('of a slow card only takes longer', async () => {
    expect(await issue(testCard('slow', {}, { troubles: { delayMilliseconds: 1 } }))).toBe('genuine')
  })

  it('of garbage is the same garbage for the same seed, and any garbage ends in a coded failure', async () => {
    for (let garbageSeed = 0; garbageSeed < 40; garbageSeed += 1) {
      const [first, second] = [
        await issue(testCard('adult', {}, { troubles: { garbageSeed } })),
        await issue(testCard('adult', {}, { troubles: { garbageSeed } })),
      ]
      expect(first).toMatch(/^CARD-(REFUSED|FOREIGN|MALFORMED)$/)
      expect(second).toBe(first)
    }
  })

  it.each([0, 1, 2, 3, 5])('that falls silent or leaves after %i commands never costs a second try', async (commands) => {
    for (const [trouble, code] of [
      ['muteAfter', 'CARD-TIMEOUT'],
      ['vanishAfter', 'CARD-REMOVED'],
    ] as const) {
      const card = testCard('adult', {}, { troubles: { [trouble]: commands } })
      expect(await issue(card)).toBe(code)
    }
  })
})

describe('cards from the training kit', () => {
  let kitDir = ''
  let copy = ''
  beforeAll(async () => {
    kitDir = await sharedKit()
    copy = mkdtempSync(join(tmpdir(), 'kit-'))
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  const made = (name: string): SimulatedCard => value(createVirtualCard(name, kitDir))

  it.each([
    ['adult', 'genuine'],
    ['forged', 'not genuine'],
    ['no-certificate', 'CARD-NO-CERTIFICATE'],
    ['foreign-card', 'CARD-FOREIGN'],
  ])('%s: %s', async (name, expected) => {
    expect(await issue(made(name))).toBe(expected)
  })

  it.each([
    ['adult', 'user-ca.der', 'sign-ca.der'],
    ['renewal-due', 'user-ca-2.der', 'sign-ca-2.der'],
    ['first-generation', 'user-ca-1.der', 'sign-ca-1.der'],
    ['untrusted', 'other-ca.der', 'sign-ca.der'],
  ])('%s carries certificates and the key of %s and %s that signed them', async (name, user, sign) => {
    const card = opened(await open(made(name)))
    value(await card.verifyPin('signature', pin('ABC123')))
    for (const [kind, file] of [
      ['userAuthentication', user],
      ['signature', sign],
    ] as const) {
      const authority = value(await card.readCaCertificate(kind))
      expect(Buffer.from(authority).equals(readFileSync(join(kitDir, 'pki', file)))).toBe(true)
      const certificate = new X509Certificate(value(await card.readCertificate(kind)))
      expect(certificate.verify(new X509Certificate(authority).publicKey)).toBe(true)
    }
  })

  it('are refused with a reason when profile or kit is not there or not whole', () => {
    expect(codeOf(createVirtualCard('nobody', kitDir))).toBe('CONFIG-INVALID')
    expect(codeOf(createVirtualCard('adult', join(kitDir, 'elsewhere')))).toBe('CONFIG-INVALID')
    mkdirSync(join(copy, 'pki'))
    writeFileSync(join(copy, 'pki', 'cards.json'), readFileSync(join(kitDir, 'pki', 'cards.json')))
    expect(codeOf(createVirtualCard('adult', copy))).toBe('CONFIG-INVALID')
  })

  it('stay the same card in the box, with the tries they have left', async () => {
    const box = new CardBox(kitDir)
    const take = (): SimulatedCard => value(box.card('adult'))
    expect(codeOf(await opened(await open(take())).verifyUserAuthenticationPin(pin('0000')))).toBe('PIN-WRONG')
    expect(await opened(await open(take())).userAuthenticationPinTries()).toMatchObject({ value: { left: 2 } })
    expect(codeOf(box.card('nobody'))).toBe('CONFIG-INVALID')
  })
})

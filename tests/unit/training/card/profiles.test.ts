import { createVerify, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { CardBox } from '../../../../src-main/training/card/card-box.ts'
import { cardProfileNames } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import { createVirtualCard } from '../../../../src-main/training/card/virtual-card.ts'
import { strangeKey, testCertificates } from '../../../fixtures/card/certificates.ts'
import { codeOf, open, opened, pin, testCard } from '../../../fixtures/card/observed-card.ts'

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

  it.each([0, 1, 2, 3, 5, 8])('that falls silent or leaves after %i commands never costs a second try', async (commands) => {
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
  const kitDir = mkdtempSync(join(tmpdir(), 'kit-'))
  const pki = join(kitDir, 'pki')
  mkdirSync(pki)
  const write = (name: string, content: Uint8Array | string): void => writeFileSync(join(pki, name), content)
  const { userAuthentication, userAuthenticationCa, signature, signatureCa } = testCertificates
  write('card.der', userAuthentication?.certificate ?? '')
  write('card.key.pem', userAuthentication?.key().export({ format: 'pem', type: 'pkcs8' }) ?? '')
  write('strange.key.pem', strangeKey.export({ format: 'pem', type: 'pkcs8' }))
  write('sign.der', signature?.certificate ?? '')
  write('user-ca.der', userAuthenticationCa)
  write('other-ca.der', signatureCa)
  write('sign-ca.der', signatureCa)
  const entry = { residentId: '10000102', issuer: 'O=JPKI', issuerKeyIdentifier: 'aa', serial: '1', certificateFile: 'card.der' }
  write(
    'cards.json',
    JSON.stringify([
      { ...entry, profile: 'adult', keyFile: 'card.key.pem', signCertificateFile: 'sign.der', signKeyFile: 'strange.key.pem' },
      { ...entry, profile: 'forged', keyFile: 'strange.key.pem', signCertificateFile: null, signKeyFile: null },
      { ...entry, profile: 'untrusted', keyFile: 'card.key.pem', signCertificateFile: null, signKeyFile: null },
      { ...entry, profile: 'single', keyFile: 'gone.pem', signCertificateFile: null, signKeyFile: null },
    ]),
  )
  afterAll(() => rmSync(kitDir, { recursive: true }))

  const made = (name: string): SimulatedCard => {
    const card = createVirtualCard(name, kitDir)
    if (!card.ok) throw new Error(card.failure.detail)
    return card.value
  }

  it.each([
    ['adult', 'genuine'],
    ['forged', 'not genuine'],
    ['no-certificate', 'CARD-NO-CERTIFICATE'],
    ['foreign-card', 'CARD-FOREIGN'],
  ])('%s: %s', async (name, expected) => {
    expect(await issue(made(name))).toBe(expected)
  })

  it('carry the certificate of the authority that issued them', async () => {
    for (const [name, authority] of [
      ['adult', userAuthenticationCa],
      ['untrusted', signatureCa],
    ] as const) {
      const read = await opened(await open(made(name))).readUserAuthenticationCaCertificate()
      expect(read.ok && Buffer.from(read.value).equals(Buffer.from(authority))).toBe(true)
    }
  })

  it('are refused with a reason when profile or kit is not there', () => {
    expect(codeOf(createVirtualCard('nobody', kitDir))).toBe('CONFIG-INVALID')
    expect(codeOf(createVirtualCard('single', kitDir))).toBe('CONFIG-INVALID')
    expect(codeOf(createVirtualCard('adult', join(kitDir, 'elsewhere')))).toBe('CONFIG-INVALID')
  })

  it('stay the same card in the box, with the tries they have left', async () => {
    const box = new CardBox(kitDir)
    const take = (): SimulatedCard => {
      const card = box.card('adult')
      if (!card.ok) throw new Error(card.failure.detail)
      return card.value
    }
    expect(codeOf(await opened(await open(take())).verifyUserAuthenticationPin(pin('0000')))).toBe('PIN-WRONG')
    expect(await opened(await open(take())).userAuthenticationPinTries()).toMatchObject({ value: { left: 2 } })
    expect(codeOf(box.card('nobody'))).toBe('CONFIG-INVALID')
  })
})

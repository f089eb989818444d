import { createVerify, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testCertificates } from '../../../fixtures/card/certificates.ts'
import { codeOf, open, opened, pin, sw, testCard } from '../../../fixtures/card/observed-card.ts'

const message = Buffer.from('challenge of the terminal')

describe('APDU budget of the issuance', () => {
  it('knows the PIN tries left after three commands', async () => {
    const bench = await open()
    expect(await opened(bench).userAuthenticationPinTries()).toEqual({ ok: true, value: { left: 3, max: 3 } })
    expect(bench.card.commands).toEqual(['00a4040c0ad392f000260100000001', '00b08600a0', '00200098'])
  })

  it('holds certificate and signed challenge after seven commands', async () => {
    const bench = await open()
    const card = opened(bench)
    await card.userAuthenticationPinTries()
    expect(codeOf(await card.verifyUserAuthenticationPin(pin('1234')))).toBe('ok')
    const certificate = await card.readUserAuthenticationCertificate()
    const signature = await card.signWithUserAuthenticationKey(message)
    if (!certificate.ok || !signature.ok) throw new Error('not signed')
    expect(Buffer.from(certificate.value)).toEqual(Buffer.from(testCertificates.userAuthentication?.certificate ?? []))
    expect(createVerify('sha256').update(message).verify(new X509Certificate(certificate.value).publicKey, signature.value)).toBe(true)
    expect(bench.card.commands.length).toBe(7)
    expect(bench.card.commands.slice(-2)).toEqual(['00b00100000526', expect.stringMatching(/^802a009733/)])
  })

  it('asks again by selected file only where the short identifier is refused, and then stays with that form', async () => {
    const bench = await open(testCard('adult', { habits: { noShortIdentifiers: true } }))
    const card = opened(bench)
    expect(await card.userAuthenticationPinTries()).toEqual({ ok: true, value: { left: 3, max: 3 } })
    expect(bench.card.commands.slice(-3)).toEqual(['00200098', '00a4020c020018', '00200080'])
    expect(codeOf(await card.verifyUserAuthenticationPin(pin('1234')))).toBe('ok')
    expect(bench.card.commands.slice(-2).map((command) => command.slice(0, 8))).toEqual(['00a4020c', '00200080'])
    expect(codeOf(await card.readUserAuthenticationCertificate())).toBe('ok')
    expect(codeOf(await card.signWithUserAuthenticationKey(message))).toBe('ok')
  })

  it('does not ask for the tries a second time', async () => {
    const bench = await open()
    const card = opened(bench)
    await card.userAuthenticationPinTries()
    await card.verifyUserAuthenticationPin(pin('0000'))
    expect(await card.userAuthenticationPinTries()).toEqual({ ok: true, value: { left: 2, max: 3 } })
    expect(bench.card.commands.length).toBe(4)
  })

  it('selects again after the first command of a card that answers 6F00 to it, once', async () => {
    const tired = await open(testCard('adult', { habits: { firstCommandFails: true } }))
    expect(codeOf(tired.opened)).toBe('ok')
    expect(tired.card.commands.length).toBe(3)
    const broken = await open(testCard(), () => sw(0x6f00))
    expect(codeOf(broken.opened)).toBe('CARD-REFUSED')
    expect(broken.card.commands.length).toBe(2)
  })

  it('powers the card off when it is refused and when it is released', async () => {
    const foreign = await open(testCard('foreign-card'))
    expect([codeOf(foreign.opened), foreign.card.powered]).toEqual(['CARD-FOREIGN', false])
    const bench = await open()
    expect(bench.card.powered).toBe(true)
    await opened(bench).release()
    expect(bench.card.powered).toBe(false)
    expect(codeOf(await opened(bench).readUserAuthenticationCertificate())).toBe('CARD-REMOVED')
  })
})

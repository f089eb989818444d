import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SimulatedCard } from '../../../src-main/training/card/simulated-card.ts'
import { createVirtualCard } from '../../../src-main/training/card/virtual-card.ts'
import { openSc, type OpenSc } from '../../fixtures/card/opensc.ts'
import { untilState, value } from '../../fixtures/pcscd/reader-states.ts'
import { realReader, type RealReader } from '../../fixtures/pcscd/real-reader.ts'
import { IssuerBench } from '../../fixtures/training/issuer-bench.ts'
import { sharedKit } from '../../fixtures/training/kit.ts'

/*
 * Proof from outside: OpenSC has its own driver for the card (card-jpki.c, pkcs15-jpki.c), written by people who
 * know nothing of this virtual one. It is given it through a real pcscd.
 */
let real: RealReader
let tools: OpenSc
let kit: string
const folder = mkdtempSync(join(tmpdir(), 'madoguchi-opensc-'))
beforeAll(async () => {
  real = await realReader('koffi')
  tools = openSc(real.service.clientEnvironment)
  kit = await sharedKit()
}, 300_000)
afterAll(async () => {
  await real.dispose()
  rmSync(folder, { recursive: true })
})

async function laid(card: SimulatedCard): Promise<void> {
  real.bridge.remove()
  await untilState(real.reader, 'noCard')
  real.bridge.insert(card)
  await untilState(real.reader, 'card')
}

async function newCard(profile: string): Promise<SimulatedCard> {
  const card = value(createVirtualCard(profile, kit))
  await laid(card)
  return card
}

/** Tries left as pkcs15-tool tells them, by the name of the PIN. */
async function triesLeft(): Promise<Record<string, number>> {
  const { text } = await tools.run('pkcs15-tool', '--list-pins')
  return Object.fromEntries(Array.from(text.matchAll(/PIN \[([^\]]+)\][\s\S]*?Tries left\s*: (\d+)/g), ([, name = '', left]) => [name, Number(left)]))
}

/** A certificate that pkcs15-tool reads, PEM. */
async function certificate(id: string, ...words: readonly string[]): Promise<string> {
  const { text } = await tools.run('pkcs15-tool', '--read-certificate', id, ...words)
  const found = /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----\n/.exec(text)
  if (found === null) throw new Error(`no certificate ${id}: ${text}`)
  return found[0]
}

const userPin = 'User Authentication PIN'
const signaturePin = 'Digital Signature PIN'
const withPassword = ['--verify-pin', '--auth-id', '2', '--pin', 'ABC123'] as const

/** Whether openssl says that the signature in a file is over the message, by the certificate's key. */
function opensslVerifies(pem: string, message: string, signature: string): string {
  const [certificateFile, keyFile] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  writeFileSync(certificateFile, pem)
  writeFileSync(keyFile, execFileSync('openssl', ['x509', '-in', certificateFile, '-noout', '-pubkey']))
  return execFileSync('openssl', ['dgst', '-sha256', '-verify', keyFile, '-signature', signature, message], { encoding: 'utf8' }).trim()
}

describe('OpenSC with a training card', () => {
  test('takes it for a JPKI card and lists its token, PINs, keys and certificates', async () => {
    await newCard('adult')
    expect((await tools.run('opensc-tool', '--reader', '0', '--name')).text.trim()).toBe('jpki')
    expect((await tools.run('opensc-tool', '--reader', '0', '--atr')).text.trim()).toBe('3b:e0:00:ff:81:31:fe:45:14')
    const slots = (await tools.pkcs11('--list-slots')).text
    expect(slots).toContain(`token label        : JPKI (${userPin})`)
    expect(slots).toContain(`token label        : JPKI (${signaturePin})`)
    const { text } = await tools.run('pkcs15-tool', '--dump')
    expect(Array.from(text.matchAll(/^[\w.]+[^[\n]* \[(.*)\]$/gm), ([, name]) => name)).toEqual([
      userPin,
      signaturePin,
      'User Authentication Key',
      'Digital Signature Key',
      'User Authentication Public Key',
      'Digital Signature Public Key',
      'User Authentication Certificate',
      'Digital Signature Certificate',
      'User Authentication Certificate CA',
      'Digital Signature Certificate CA',
    ])
    expect(await triesLeft()).toEqual({ [userPin]: 3, [signaturePin]: 5 })
  })

  test('reads the certificates that the kit gave to the card', async () => {
    await newCard('adult')
    const kitFile = (name: string): string => new X509Certificate(readFileSync(join(kit, 'pki', name))).fingerprint256
    const read = async (...words: Parameters<typeof certificate>): Promise<string> => new X509Certificate(await certificate(...words)).fingerprint256
    expect(await read('1')).toBe(kitFile('cards/adult.der'))
    expect(await read('2', ...withPassword)).toBe(kitFile('cards/adult.sign.der'))
    expect(await read('3')).toBe(kitFile('user-ca.der'))
    expect(await read('4')).toBe(kitFile('sign-ca.der'))
  })

  test('verifies the PIN, and a wrong one costs exactly one try', async () => {
    await newCard('adult')
    const verify = (pin: string) => tools.run('pkcs15-tool', '--verify-pin', '--auth-id', '1', '--pin', pin)
    expect((await verify('1234')).code).toBe(0)
    expect(await triesLeft()).toEqual({ [userPin]: 3, [signaturePin]: 5 })
    const wrong = await verify('9999')
    expect([wrong.code === 0, wrong.text.includes('PIN code or key incorrect')]).toEqual([false, true])
    expect(await triesLeft()).toEqual({ [userPin]: 2, [signaturePin]: 5 })
    expect((await verify('1234')).code).toBe(0)
    expect(await triesLeft()).toEqual({ [userPin]: 3, [signaturePin]: 5 })
  })

  test.each([
    ['the user authentication key', '0', '1', '1234', []],
    ['the signature key with its password', '1', '2', 'ABC123', withPassword],
  ] as const)('signs with %s what openssl verifies', async (_, slot, id, secret, words) => {
    await newCard('adult')
    const [message, signature] = [join(folder, 'message'), join(folder, `signature-${id}`)]
    writeFileSync(message, 'a message of this test\n')
    const signed = await tools.pkcs11('--slot-index', slot, '--login', '--pin', secret, '--sign', '--id', id, '--mechanism', 'SHA256-RSA-PKCS', '--input-file', message, '--output-file', signature)
    expect([signed.code, signed.text]).toEqual([0, expect.stringContaining('SHA256-RSA-PKCS')])
    expect(opensslVerifies(await certificate(id, ...words), message, signature)).toBe('Verified OK')
  })

  test('signs nothing with a wrong PIN', async () => {
    await newCard('adult')
    const signature = join(folder, 'signature-none')
    const signed = await tools.pkcs11('--login', '--pin', '9999', '--sign', '--id', '1', '--mechanism', 'SHA256-RSA-PKCS', '--input-file', '/dev/null', '--output-file', signature)
    expect([signed.code === 0, signed.text.includes('CKR_PIN_INCORRECT')]).toEqual([false, true])
  })

  test('finds a blocked PIN blocked', async () => {
    await newCard('pin-blocked')
    expect(await triesLeft()).toEqual({ [userPin]: 0, [signaturePin]: 5 })
    expect((await tools.run('pkcs15-tool', '--verify-pin', '--auth-id', '1', '--pin', '1234')).code).not.toBe(0)
  })

  test('reads and uses what the training issuer has put on a card over pcscd: a set PIN, a new key, its certificate', async () => {
    const bench = await IssuerBench.open()
    try {
      const card = await newCard('pin-blocked')
      const before = await certificate('1')
      const record = { name: '閉塞　忘', address: '架空県見本市札町一丁目２２番地', birthDate: '1979-09-19', sex: '1' } as const
      const connection = value(await real.reader.connect())
      value(await bench.issuer.terminal.perform({ orderId: 'pins', kind: 'resetPins', pins: { userAuthentication: Buffer.from('8263') } }, connection))
      const receipt = value(await bench.issuer.terminal.perform({ orderId: 'certificate', kind: 'issueCertificates', certificates: ['userAuthentication'], record, pins: {} }, connection))
      await connection.powerOff()
      await laid(card)
      const after = await certificate('1')
      expect(new X509Certificate(after).serialNumber.toLowerCase()).toMatch(new RegExp(`^0*${receipt.issued[0]?.serial ?? 'none'}$`))
      expect(after).not.toBe(before)
      const [message, signature] = [join(folder, 'message'), join(folder, 'signature-new')]
      writeFileSync(message, 'another message\n')
      const signed = await tools.pkcs11('--login', '--pin', '8263', '--sign', '--id', '1', '--mechanism', 'SHA256-RSA-PKCS', '--input-file', message, '--output-file', signature)
      expect(signed.code).toBe(0)
      expect(opensslVerifies(after, message, signature)).toBe('Verified OK')
      expect(await bench.check('userAuthentication', new X509Certificate(after).raw)).toMatchObject({ status: 'good' })
      expect(await bench.check('userAuthentication', new X509Certificate(before).raw)).toMatchObject({ status: 'revoked', reason: 'superseded' })
    } finally {
      bench.dispose()
    }
  })
})

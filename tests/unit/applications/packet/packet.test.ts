import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PacketApplication } from '../../../../src-main/applications/packet/packet-format.ts'
import { packetKeyId, readPacketKey } from '../../../../src-main/applications/packet/packet-keys.ts'
import { openPacket, verifyPacket } from '../../../../src-main/applications/packet/read-packet.ts'
import { writePacket, type PacketOrder } from '../../../../src-main/applications/packet/write-packet.ts'
import { fail, ok, type Result } from '../../../../src-main/failures/result.ts'
import { emptyApplicationFacts } from '../../../../src-preload/contract.ts'

const issuer = generateKeyPairSync('x25519')
const city = generateKeyPairSync('ed25519')
const jpeg = Buffer.from('見本の写真のかわり')

const application = (place: number): PacketApplication => ({
  applicationId: `019a0000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  edition: 1,
  number: `S-${place}`,
  day: '2026-11-21',
  receivedOn: '2026-11-21',
  facts: emptyApplicationFacts('first'),
  applicant: { name: '見本　花子', kana: 'ミホン　ハナコ', address: '見本市', birthDate: '1990-04-01', sex: 'female' },
  photo: { jpeg: jpeg.toString('base64'), sha256: createHash('sha256').update(jpeg).digest('hex'), width: 1050, height: 1350, source: 'camera', exception: null },
})

async function* each(applications: readonly Result<PacketApplication>[]): AsyncGenerator<Result<PacketApplication>> {
  for (const one of applications) yield await Promise.resolve(one)
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'madoguchi-packet-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function made(count = 3, changes: Partial<PacketOrder> = {}): Promise<{ file: string; written: Result<string> }> {
  const file = join(folder(), 'packet.mdgp')
  const written = await writePacket({
    file,
    header: { packetId: 'a'.repeat(32), terminal: '01', municipality: '131016', madeAt: '2026-11-21T01:00:00.000Z', applications: count },
    applications: each(Array.from({ length: count }, (_, index) => ok(application(index + 1)))),
    recipient: issuer.publicKey,
    signer: city.privateKey,
    ...changes,
  })
  return { file, written }
}

async function opened(file: string, keys: Partial<Parameters<typeof openPacket>[1]> = {}): Promise<{ result: string; taken: PacketApplication[] }> {
  const taken: PacketApplication[] = []
  const result = await openPacket(file, { signer: city.publicKey, recipient: issuer.privateKey, ...keys }, (one) => {
    taken.push(one)
    return Promise.resolve(ok())
  })
  return { result: result.ok ? 'ok' : result.failure.code, taken }
}

describe('a packet', () => {
  it('brings every application to whom it is for, in order and unchanged', async () => {
    const { file, written } = await made()
    const { result, taken } = await opened(file)
    expect(result).toBe('ok')
    expect(taken).toEqual([1, 2, 3].map(application))
    expect(written).toEqual(ok(createHash('sha256').update(readFileSync(file)).digest('hex')))
  })

  it('says nothing of the people in it to anybody else', async () => {
    const { file } = await made()
    const bytes = readFileSync(file)
    for (const words of ['見本', 'ミホン', jpeg.toString('base64'), '1990-04-01']) expect(bytes.includes(words)).toBe(false)
  })

  it('made twice is another file of the same applications: nothing can be told from comparing', async () => {
    const [first, second] = await Promise.all([made(), made()])
    expect(readFileSync(first.file).equals(readFileSync(second.file))).toBe(false)
    expect((await opened(second.file)).taken.map(({ applicationId }) => applicationId)).toEqual((await opened(first.file)).taken.map(({ applicationId }) => applicationId))
  })

  it('is verified without the key that opens it', async () => {
    const { file } = await made()
    expect(await verifyPacket(file, city.publicKey)).toMatchObject({ ok: true, value: { header: { applications: 3, signerKeyId: packetKeyId(city.publicKey), recipientKeyId: packetKeyId(issuer.privateKey) } } })
  })

  it('is refused with another key of either kind', async () => {
    const { file } = await made()
    expect(await opened(file, { signer: generateKeyPairSync('ed25519').publicKey })).toEqual({ result: 'PACKET-OTHER-KEY', taken: [] })
    expect(await opened(file, { recipient: generateKeyPairSync('x25519').privateKey })).toEqual({ result: 'PACKET-OTHER-KEY', taken: [] })
  })

  it('with any byte changed opens nothing', async () => {
    const { file } = await made(2)
    const whole = readFileSync(file)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(whole)
        changed[at] = (changed[at] ?? 0) ^ change
        const other = join(folder(), 'changed.mdgp')
        writeFileSync(other, changed)
        const { result, taken } = await opened(other)
        expect(['PACKET-INVALID', 'PACKET-INCOMPLETE', 'PACKET-OTHER-KEY']).toContain(result)
        expect(taken).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('cut off anywhere is incomplete, and longer is invalid', async () => {
    const { file } = await made(2)
    const whole = readFileSync(file)
    for (const length of [0, 5, 8, 11, 12, 100, whole.length - 200, whole.length - 65, whole.length - 64, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length))
      expect((await opened(file)).result, `${length} bytes`).toBe('PACKET-INCOMPLETE')
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.from('x')]))
    expect((await opened(file)).result).toBe('PACKET-INVALID')
  })

  it('is there whole or not at all, whatever stops it', async () => {
    const stopped = await made(3, { applications: each([ok(application(1)), fail('STORE-CORRUPT')]) })
    expect(stopped.written).toEqual(fail('STORE-CORRUPT'))
    expect(readdirSync(join(stopped.file, '..'))).toEqual([])
    const fewer = await made(3, { applications: each([ok(application(1))]) })
    expect(fewer.written).toMatchObject({ failure: { code: 'PACKET-INVALID' } })
    const nowhere = await made(1, { file: join(folder(), 'missing', 'packet.mdgp') })
    expect(nowhere.written).toMatchObject({ failure: { code: 'PACKET-FOLDER' } })
  })

  it('keys of another curve are no keys for it', () => {
    const pem = city.publicKey.export({ type: 'spki', format: 'pem' })
    expect(readPacketKey(pem, 'x25519', 'public')).toMatchObject({ failure: { code: 'PACKET-NOT-CONFIGURED' } })
    expect(readPacketKey('nothing', 'ed25519', 'private')).toMatchObject({ failure: { code: 'PACKET-NOT-CONFIGURED' } })
  })
})

import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seal, unseal, type Envelope } from '../../../../src-main/queue/sealing/envelope.ts'
import { terminalKey } from '../../../../src-main/queue/sealing/key-store.ts'

const key = terminalKey(randomBytes(32))
const place = { table: 'request', rowId: 'row-1', part: 'personal' }

const flipped = (blob: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(blob)
  const at = Math.floor(bit / 8) % copy.length
  copy.writeUInt8(copy.readUInt8(at) ^ (1 << (bit % 8)), at)
  return copy
}

describe('an envelope', () => {
  it('gives back any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4096 }), (plain) => unseal(key, place, seal(key, place, plain))?.equals(plain) === true))
  })

  it('does not open when one bit of it is changed', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom('wrappedKey' as const, 'body' as const), (bit, field) => {
        const envelope = seal(key, place, Buffer.from('見本 太郎', 'utf8'))
        return unseal(key, place, { ...envelope, [field]: flipped(envelope[field], bit) }) === null
      }),
    )
  })

  it('does not open in another row, another part, another table, or cut short', () => {
    const envelope = seal(key, place, Buffer.from('secret'))
    const elsewhere = [{ rowId: 'row-2' }, { part: 'note-1' }, { table: 'application' }]
    for (const change of elsewhere) expect(unseal(key, { ...place, ...change }, envelope)).toBeNull()
    const cut: Envelope = { ...envelope, body: envelope.body.subarray(0, 10) }
    expect(unseal(key, place, cut)).toBeNull()
    expect(unseal(key, place, { ...envelope, wrappedKey: Buffer.alloc(0) })).toBeNull()
  })

  it('does not open with another terminal key', () => {
    const envelope = seal(key, place, Buffer.from('secret'))
    const other = terminalKey(randomBytes(32))
    expect(unseal(other, place, envelope)).toBeNull()
    expect(unseal(other, place, { ...envelope, keyId: other.keyId })).toBeNull()
  })

  it('never uses a key or a nonce twice', () => {
    const plain = Buffer.from('same')
    const envelopes = Array.from({ length: 200 }, () => seal(key, place, plain))
    const nonces = envelopes.flatMap(({ wrappedKey, body }) => [wrappedKey, body].map((blob) => blob.subarray(0, 12).toString('hex')))
    expect(new Set(nonces).size).toBe(400)
  })
})

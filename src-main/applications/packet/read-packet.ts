import { createDecipheriv, createHash, verify, type KeyObject } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../failures/result.ts'
import { maxHeader, maxPlainChunk, packetApplicationSchema, packetHeaderSchema, packetMagic, signatureContext, signatureLength, tagLength, type PacketApplication, type PacketHeader } from './packet-format.ts'
import { chunkKeys, chunkNonce, chunkPlace, packetKeyId, x25519FromRaw } from './packet-keys.ts'

/** A packet whose signature holds. */
export interface VerifiedPacket {
  readonly header: PacketHeader
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string
}

interface Place {
  readonly offset: number
  readonly length: number
}

interface Structure extends VerifiedPacket {
  readonly headHash: Buffer
  readonly chunks: readonly Place[]
}

/**
 * Whether the municipality signed the file as it is; nothing is decrypted. Failures: PACKET-INVALID (no packet, changed,
 * or signed otherwise), PACKET-INCOMPLETE (cut off), PACKET-OTHER-KEY (signed by another key), PACKET-FOLDER (can't be read).
 */
export async function verifyPacket(file: string, signer: KeyObject): Promise<Result<VerifiedPacket>> {
  const read = await withFile(file, (handle) => readStructure(handle, signer))
  return read.ok ? ok({ header: read.value.header, sha256: read.value.sha256 }) : read
}

/**
 * Verifies, then opens one application after the other and hands each to `take`. Stops at the first that `take` refuses.
 * Failures: those of `verifyPacket`, PACKET-OTHER-KEY (encrypted for another key), and those of `take`.
 */
export async function openPacket(file: string, keys: { readonly signer: KeyObject; readonly recipient: KeyObject }, take: (application: PacketApplication) => Promise<Result<void>>): Promise<Result<VerifiedPacket>> {
  return withFile(file, async (handle) => {
    const read = await readStructure(handle, keys.signer)
    if (!read.ok) return read
    const { header, sha256, headHash, chunks } = read.value
    if (header.recipientKeyId !== packetKeyId(keys.recipient)) return fail('PACKET-OTHER-KEY', `encrypted for key ${header.recipientKeyId}`)
    const { key, prefix } = chunkKeys(keys.recipient, x25519FromRaw(Buffer.from(header.ephemeral, 'base64')), headHash)
    try {
      for (const [index, place] of chunks.entries()) {
        const application = openChunk(await readAt(handle, place), key, chunkNonce(prefix, index), index === chunks.length - 1)
        if (!application.ok) return application
        const taken = await take(application.value)
        if (!taken.ok) return taken
      }
    } finally {
      key.fill(0)
    }
    return ok({ header, sha256 })
  })
}

function openChunk(sealed: Buffer, key: Buffer, nonce: Buffer, last: boolean): Result<PacketApplication> {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(chunkPlace(nonce, last))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  let plain: Buffer
  try {
    plain = Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
  } catch {
    // final() throws one plain Error for a tag that does not fit, whatever was changed.
    return fail('PACKET-INVALID', 'an application does not open')
  }
  const parsed = packetApplicationSchema.safeParse(parseJson(plain))
  plain.fill(0)
  if (!parsed.success) return fail('PACKET-INVALID', `an application has an unknown shape: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  const { photo } = parsed.data
  if (photo !== null && createHash('sha256').update(Buffer.from(photo.jpeg, 'base64')).digest('hex') !== photo.sha256) return fail('PACKET-INVALID', 'a photo is not the one that was sent')
  return ok(parsed.data)
}

/** Walks over the whole file once: lengths, digest, signature. */
async function readStructure(handle: FileHandle, signer: KeyObject): Promise<Result<Structure>> {
  const { size } = await handle.stat()
  const start = await readAt(handle, { offset: 0, length: Math.min(size, packetMagic.length + 4) })
  if (!start.subarray(0, packetMagic.length).equals(packetMagic.subarray(0, start.length))) return fail('PACKET-INVALID', 'not a packet')
  if (start.length < packetMagic.length + 4) return fail('PACKET-INCOMPLETE')
  const headerLength = start.readUInt32BE(packetMagic.length)
  if (headerLength === 0 || headerLength > maxHeader) return fail('PACKET-INVALID', 'a header of an impossible length')
  const headLength = start.length + headerLength
  if (size < headLength) return fail('PACKET-INCOMPLETE')
  const head = await readAt(handle, { offset: 0, length: headLength })
  const header = packetHeaderSchema.safeParse(parseJson(head.subarray(start.length)))
  if (!header.success) return fail('PACKET-INVALID', 'a header of an unknown shape')
  const signed = createHash('sha256').update(head)
  const complete = createHash('sha256').update(head)
  const chunks: Place[] = []
  let offset = headLength
  for (;;) {
    if (size < offset + 4) return fail('PACKET-INCOMPLETE')
    const count = await readAt(handle, { offset, length: 4 })
    const length = count.readUInt32BE(0)
    offset += 4
    signed.update(count)
    complete.update(count)
    if (length === 0) break
    if (length <= tagLength || length > maxPlainChunk + tagLength) return fail('PACKET-INVALID', 'an application of an impossible length')
    if (size < offset + length) return fail('PACKET-INCOMPLETE')
    const bytes = await readAt(handle, { offset, length })
    signed.update(bytes)
    complete.update(bytes)
    chunks.push({ offset, length })
    offset += length
  }
  if (size < offset + signatureLength) return fail('PACKET-INCOMPLETE')
  if (size > offset + signatureLength) return fail('PACKET-INVALID', 'bytes after the signature')
  const signature = await readAt(handle, { offset, length: signatureLength })
  if (header.data.signerKeyId !== packetKeyId(signer)) return fail('PACKET-OTHER-KEY', `signed by key ${header.data.signerKeyId}`)
  if (!verify(null, Buffer.concat([signatureContext, signed.digest()]), signer, signature)) return fail('PACKET-INVALID', 'the signature does not fit')
  if (chunks.length !== header.data.applications) return fail('PACKET-INVALID', 'not as many applications as said')
  return ok({ header: header.data, sha256: complete.update(signature).digest('hex'), headHash: createHash('sha256').update(head).digest(), chunks })
}

async function readAt(handle: FileHandle, { offset, length }: Place): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, offset)
  return bytes.subarray(0, bytesRead)
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

async function withFile<T>(file: string, work: (handle: FileHandle) => Promise<Result<T>>): Promise<Result<T>> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    return fail('PACKET-FOLDER', error instanceof Error && 'code' in error ? String(error.code) : 'unreadable')
  }
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

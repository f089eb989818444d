import { createCipheriv, createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { fail, ok, type Result } from '../../failures/result.ts'
import { maxHeader, maxPlainChunk, packetMagic, signatureContext, type PacketApplication, type PacketHeader } from './packet-format.ts'
import { chunkKeys, chunkNonce, chunkPlace, packetKeyId, rawPublicKey } from './packet-keys.ts'

export interface PacketOrder {
  readonly file: string
  readonly header: Pick<PacketHeader, 'packetId' | 'terminal' | 'municipality' | 'madeAt' | 'applications'>
  /** Opened one after the other: no more than one is in memory. */
  readonly applications: AsyncIterable<Result<PacketApplication>>
  /** X25519 public key of the issuer. */
  readonly recipient: KeyObject
  /** Ed25519 private key of the municipality. */
  readonly signer: KeyObject
}

const lengthOf = (count: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(count)
  return bytes
}

/**
 * Writes the file under another name and gives it its own when it is whole and on disk: there is all of it or none.
 * Returns its SHA-256. Failures: PACKET-FOLDER, PACKET-INVALID (an application too large, or not as many as said), and
 * those of opening an application.
 */
export async function writePacket({ file, header, applications, recipient, signer }: PacketOrder): Promise<Result<string>> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    const written = await writeDraft(draft, { header, applications, recipient, signer })
    if (written.ok) await rename(draft, file)
    return written
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail('PACKET-FOLDER', String(error.code))
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDraft(draft: string, { header, applications, recipient, signer }: Omit<PacketOrder, 'file'>): Promise<Result<string>> {
  const ephemeral = generateKeyPairSync('x25519')
  const whole: PacketHeader = { format: 1, ...header, recipientKeyId: packetKeyId(recipient), signerKeyId: packetKeyId(signer), ephemeral: rawPublicKey(ephemeral.publicKey).toString('base64') }
  const json = Buffer.from(JSON.stringify(whole), 'utf8')
  if (json.length > maxHeader) return fail('PACKET-INVALID', 'the header is too long')
  const head = Buffer.concat([packetMagic, lengthOf(json.length), json])
  const { key, prefix } = chunkKeys(ephemeral.privateKey, recipient, createHash('sha256').update(head).digest())
  const handle = await open(draft, 'wx', 0o600)
  try {
    const signed = createHash('sha256')
    const complete = createHash('sha256')
    const put = async (bytes: Buffer): Promise<void> => {
      signed.update(bytes)
      complete.update(bytes)
      await handle.writeFile(bytes)
    }
    await put(head)
    let index = 0
    for await (const application of applications) {
      if (!application.ok) return application
      const plain = Buffer.from(JSON.stringify(application.value), 'utf8')
      if (plain.length > maxPlainChunk || index >= header.applications) return fail('PACKET-INVALID', 'an application too large, or one too many')
      const nonce = chunkNonce(prefix, index)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(chunkPlace(nonce, index === header.applications - 1))
      const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      plain.fill(0)
      await put(Buffer.concat([lengthOf(sealed.length), sealed]))
      index += 1
    }
    if (index !== header.applications) return fail('PACKET-INVALID', 'fewer applications than said')
    await put(lengthOf(0))
    const signature = sign(null, Buffer.concat([signatureContext, signed.digest()]), signer)
    complete.update(signature)
    await handle.writeFile(signature)
    await handle.sync()
    return ok(complete.digest('hex'))
  } finally {
    key.fill(0)
    await handle.close()
  }
}

/**
 * A packet: one file that carries applications from a terminal to the issuer (申請の送付), signed by the municipality and
 * encrypted for the issuer. All numbers are big-endian.
 *
 * ```
 * magic          8 bytes  "MDGPKT1\n"
 * header length  4 bytes  n, at most 4096
 * header         n bytes  JSON, UTF-8: format 1; packetId; terminal; municipality (団体コード); madeAt (ISO 8601 UTC);
 *                         applications (how many); recipientKeyId, signerKeyId (first 16 hex digits of the SHA-256 of
 *                         the raw public keys); ephemeral (raw X25519 public key, base64)
 * chunks         each: length 4 bytes (of the ciphertext with its tag, at most 4 MiB + 16), then AES-256-GCM ciphertext, tag
 * end            length 0, 4 bytes
 * signature      64 bytes Ed25519 over "madoguchi-packet-1\0" and the SHA-256 of every byte before it
 * ```
 *
 * Key: X25519 of the ephemeral private and the recipient's public key; HKDF-SHA-256 of the shared secret with the SHA-256
 * of magic, length and header as salt and "madoguchi-packet-1 key" as info: 32 bytes key, 8 bytes nonce prefix. The nonce
 * of chunk i is the prefix and i in 4 bytes; its associated data is that nonce and one byte, 1 for the last chunk and else
 * 0: no chunk can be left out, moved, repeated or cut off. The signature is checked before anything is decrypted.
 *
 * Each chunk is one application: JSON, UTF-8, of `packetApplicationSchema`; its `applicationId` (the UUIDv7 of the
 * application) and `edition` (1, and one more after each correction) name it for good: whoever receives the same pair
 * again has it already. Numbers of the chunks follow the applications' order.
 */
import { z } from 'zod'
import { applicationFactsSchema, instantSchema, isoDateSchema, photoExceptionSchema, photoSourceSchema } from '../../../src-preload/contract.ts'

export const packetMagic = Buffer.from('MDGPKT1\n', 'latin1')
export const maxHeader = 4096
export const maxPlainChunk = 4 * 1024 * 1024
export const tagLength = 16
export const signatureLength = 64
/** What is signed begins with it, so that no other signature of the key can stand for a packet's. */
export const signatureContext = Buffer.from('madoguchi-packet-1\0', 'latin1')
export const keyContext = 'madoguchi-packet-1 key'

const keyId = z.string().regex(/^[0-9a-f]{16}$/)

export const packetHeaderSchema = z.strictObject({
  format: z.literal(1),
  packetId: z.string().regex(/^[0-9a-f]{32}$/),
  terminal: z.string().min(1).max(16),
  municipality: z.string().regex(/^\d{6}$/),
  madeAt: instantSchema,
  applications: z.int().min(1).max(100_000),
  recipientKeyId: keyId,
  signerKeyId: keyId,
  ephemeral: z.base64().length(44),
})
export type PacketHeader = z.infer<typeof packetHeaderSchema>

/** One application as the issuer gets it. 個人番号 is not among it: 申請書ID leads the issuer to the person. */
export const packetApplicationSchema = z.strictObject({
  applicationId: z.uuid(),
  edition: z.int().min(1),
  /** 受付番号 and its day. */
  number: z.string(),
  day: isoDateSchema,
  receivedOn: isoDateSchema,
  facts: applicationFactsSchema,
  /** As the record of residents has it; what was written by hand is in `facts`. */
  applicant: z.strictObject({ name: z.string(), kana: z.string(), address: z.string(), birthDate: z.string().nullable(), sex: z.enum(['male', 'female', 'notStated']).nullable() }),
  photo: z
    .strictObject({
      jpeg: z.base64(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      width: z.int(),
      height: z.int(),
      source: photoSourceSchema,
      exception: z.strictObject({ reason: photoExceptionSchema, note: z.string() }).nullable(),
    })
    .nullable(),
})
export type PacketApplication = z.infer<typeof packetApplicationSchema>

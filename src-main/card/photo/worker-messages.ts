import { z } from 'zod'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** To the decoding thread: JPEG 2000 bytes. */
export const decodeOrderSchema = z.strictObject({ photo: bytes })
export type DecodeOrder = z.infer<typeof decodeOrderSchema>

/** From it, once: PNG bytes; null when the photo cannot be decoded. */
export const decodedSchema = z.strictObject({ png: bytes.nullable() })
export type Decoded = z.infer<typeof decodedSchema>

import { fail, ok, type Result } from '../../failures/result.ts'
import { readTlvHeader } from './tlv.ts'

/**
 * Bytes of the DER SEQUENCE that `prefix` begins with, header included. The certificate files of the card
 * are larger than the certificate in them (3,808 bytes; reference card.md §2.1), so this says where to stop.
 * CARD-MALFORMED for anything but a SEQUENCE of definite length.
 */
export function derTotalLength(prefix: Uint8Array): Result<number> {
  const header = readTlvHeader(prefix)
  if (!header.ok) return header
  if (header.value.tag !== 0x30) return fail('CARD-MALFORMED', 'not a DER SEQUENCE')
  return ok(header.value.headerLength + header.value.valueLength)
}

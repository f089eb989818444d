import { fail, ok, type Result } from '../../../failures/result.ts'
import type { TokenInfo } from '../../card-contents.ts'

/** EF 0006 of JPKI-AP: CK_TOKEN_INFO of PKCS#11, numbers big-endian (reference card.md §2.6). */
export const tokenInfoLength = 160

/** Failure: CARD-MALFORMED when it is shorter. */
export function parseTokenInfo(bytes: Uint8Array): Result<TokenInfo> {
  if (bytes.length < tokenInfoLength) return fail('CARD-MALFORMED', 'token information ends early')
  const view = new DataView(bytes.buffer, bytes.byteOffset, tokenInfoLength)
  const text = (at: number, length: number): string =>
    Buffer.from(bytes.subarray(at, at + length))
      .toString('latin1')
      .replace(/[ \0]+$/, '')
  return ok({
    label: text(0, 32),
    manufacturerId: text(32, 32),
    model: text(64, 16),
    serialNumber: text(80, 16),
    flags: view.getUint32(96),
    pinLength: { max: view.getUint32(116), min: view.getUint32(120) },
    hardwareVersion: text(140, 2),
    firmwareVersion: text(142, 2),
  })
}

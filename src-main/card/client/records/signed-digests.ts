import { createHash, type KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '../../../failures/result.ts'
import { signedDigests } from './issuer-signature.ts'
import { RecordFields } from './record-fields.ts'

/** EF 0003 of 券面事項入力補助AP: digests of EF 0001 and EF 0002 under the issuer's signature (reference card.md §5.1). */
export const digestsTag = 0xff30
const tag = { individualNumber: 0xdf31, attributes: 0xdf32, signature: 0xdf33 } as const

/** Is this content what the issuer has signed? Failures: CARD-SIGNATURE-WRONG, CARD-MALFORMED. */
export function checkDigest(digestsFile: Uint8Array, which: 'individualNumber' | 'attributes', content: Uint8Array, issuer: KeyObject): Result<void> {
  const record = RecordFields.parse(digestsFile, digestsTag)
  if (!record.ok) return record
  const both = record.value.objects(tag.individualNumber, tag.attributes)
  if (!both.ok) return both
  const signature = record.value.value(tag.signature)
  if (!signature.ok) return signature
  const digest = record.value.value(tag[which])
  if (!digest.ok) return digest
  if (!signedDigests(issuer, [both.value], signature.value)) return fail('CARD-SIGNATURE-WRONG', 'digests of the card')
  return createHash('sha256').update(content).digest().equals(digest.value) ? ok() : fail('CARD-SIGNATURE-WRONG', which === 'attributes' ? 'basic attributes' : 'individual number')
}

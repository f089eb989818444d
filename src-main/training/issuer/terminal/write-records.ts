import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CardRecord } from '../../../issuer/issuer-terminal.ts'
import type { RecordSigners } from '../../card/profiles/kit-supplies.ts'
import { ascii } from '../../card/records/card-holder.ts'
import { cardIdentityRecord } from '../../card/records/card-identity-record.ts'
import { rewrittenFace } from '../../card/records/face-records.ts'
import { attributesFile, digestsFile } from '../../card/records/text-records.ts'
import type { RegisteredCard } from '../register/register-schema.ts'
import { municipalityObjects, recordObjects } from './card-objects.ts'
import type { IssuingCard } from './issuing-card.ts'

export interface RecordWork {
  readonly record: CardRecord
  readonly signers: RecordSigners
  /** TrueType files for the pictures of name and address. */
  readonly fonts: readonly string[]
}

/**
 * 券面事項更新: text and digests of 券面事項入力補助AP, and the face of 券面事項確認AP with new pictures, signed anew.
 * ISSUER-REFUSED when the card has no such records or no room for the text.
 */
export async function writeRecords(card: IssuingCard, { record, signers, fonts }: RecordWork): Promise<Result<void>> {
  const individualNumber = await card.readFile(recordObjects.individualNumber)
  if (!individualNumber.ok) return individualNumber
  const face = await card.readFile(recordObjects.face)
  if (!face.ok) return face
  const attributes = attributesFile(record, 'minimal')
  const pictures = await drawn(record, fonts)
  const newFace = rewrittenFace(signers.cardFace, face.value, record, pictures)
  if (newFace === null) return fail('ISSUER-REFUSED', 'the card has no face record')
  return writeAll(card, [
    [recordObjects.attributes, attributes.file],
    [recordObjects.digests, digestsFile(signers.inputSupport, individualNumber.value, attributes.signedPart)],
    [recordObjects.face, newFace],
  ])
}

/** 継続利用: whose card it is now. */
export function writeMunicipality(card: IssuingCard, { municipalityCode, expiry }: Pick<RegisteredCard, 'municipalityCode' | 'expiry'>): Promise<Result<void>> {
  return writeAll(card, [
    [municipalityObjects.record, cardIdentityRecord({ cardSerial: card.serial, municipalityCode, expiry })],
    [municipalityObjects.code, ascii(municipalityCode)],
  ])
}

async function writeAll(card: IssuingCard, files: readonly (readonly [Uint8Array, Uint8Array])[]): Promise<Result<void>> {
  for (const [object, content] of files) {
    const written = await card.writeFile(object, content)
    if (!written.ok) return written
  }
  return ok()
}

/** What draws is loaded when it is wanted: it brings a library of its own. */
async function drawn({ name, address }: CardRecord, fonts: readonly string[]): Promise<{ readonly name: Uint8Array; readonly address: Uint8Array }> {
  const { addressLine, nameLine, textPictures } = await import('../../card/records/text-pictures.ts')
  const [namePicture, addressPicture] = textPictures([nameLine(name), addressLine(address)], fonts)
  if (namePicture === undefined || addressPicture === undefined) throw new Error('two lines are two pictures')
  return { name: namePicture, address: addressPicture }
}

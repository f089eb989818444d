import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { ChipKeys } from '../applets/chip-keys.ts'
import type { ChipCertificate } from '../applets/jpki-applet.ts'
import { once } from '../../../once.ts'
import type { CardPictures } from '../records/face-records.ts'
import type { RecordSigner } from '../records/record-signer.ts'

export interface CardCertificates {
  readonly userAuthentication: ChipCertificate | null
  readonly userAuthenticationCa: Uint8Array
  readonly signature: ChipCertificate | null
  readonly signatureCa: Uint8Array
}

/** Signers of the two applets with records. */
export interface RecordSigners {
  readonly inputSupport: RecordSigner
  readonly cardFace: RecordSigner
}

/** What a card is made of besides its profile. */
export interface CardSupplies {
  readonly certificates: CardCertificates
  readonly keys: ChipKeys
  readonly signers: RecordSigners
  readonly pictures: () => CardPictures
  /** Last day of validity of the card, ISO date. Null: as in card-profiles.json. */
  readonly expiry: string | null
  /** Key of the training issuer's terminals (issuing/protocol.ts). Null: the card does not know their command. */
  readonly terminalKey: Uint8Array | null
}

const pictureFiles = z.strictObject({ name: z.string(), address: z.string(), photo: z.string(), securityCode: z.string(), individualNumber: z.string() })

/** One entry of pki/cards.json, as far as it goes on a chip; paths are relative to the pki folder. */
const kitCardSchema = z.object({
  profile: z.string(),
  expiry: z.iso.date(),
  certificateFile: z.string().nullable(),
  keyFile: z.string().nullable(),
  caFile: z.string(),
  signCertificateFile: z.string().nullable(),
  signKeyFile: z.string().nullable(),
  signCaFile: z.string(),
  /** PEM of four keys: input support, secure messaging, card face, internal authentication. */
  chipKeysFile: z.string(),
  pictures: pictureFiles,
})
export type KitCardFiles = z.output<typeof kitCardSchema>

const signerFiles = z.strictObject({ keyId: z.hex(), keyFile: z.string(), certificateFile: z.string() })
/** `pki/record-issuers.json`; `rootKeyFile` (SPKI DER) is for whoever checks the records. */
const recordIssuersSchema = z.strictObject({
  inputSupport: signerFiles.extend({ rootKeyId: z.hex(), rootKeyFile: z.string() }),
  cardFace: signerFiles.extend({ rootKeyId: z.hex(), rootKeyFile: z.string() }),
})
export type RecordIssuerFiles = z.output<typeof recordIssuersSchema>

/** Relative to the pki folder. */
export const kitFiles = { cards: 'cards.json', recordIssuers: 'record-issuers.json', terminalKey: 'issuer/terminal.key' } as const

/**
 * What a profile's card is made of, from the training kit.
 * Failure: CONFIG-INVALID when the kit is not there or not whole, or has no such card.
 */
export function readKitSupplies(kitDir: string, profile: string): Result<CardSupplies> {
  const pki = join(kitDir, 'pki')
  try {
    const cards = z.array(kitCardSchema).parse(JSON.parse(readFileSync(join(pki, kitFiles.cards), 'utf8')))
    const card = cards.find((candidate) => candidate.profile === profile)
    if (card === undefined) throw new Error(`no card "${profile}" in ${kitFiles.cards}`)
    const read = (file: string): Buffer => readFileSync(join(pki, file))
    const { pictures } = card
    return ok({
      certificates: {
        userAuthentication: chipCertificate(pki, card.certificateFile, card.keyFile),
        userAuthenticationCa: read(card.caFile),
        signature: chipCertificate(pki, card.signCertificateFile, card.signKeyFile),
        signatureCa: read(card.signCaFile),
      },
      keys: chipKeys(read(card.chipKeysFile).toString('utf8')),
      signers: readRecordSigners(kitDir),
      pictures: once(() => ({
        name: read(pictures.name),
        address: read(pictures.address),
        photo: read(pictures.photo),
        securityCode: read(pictures.securityCode),
        individualNumber: read(pictures.individualNumber),
      })),
      expiry: card.expiry,
      terminalKey: readTerminalKey(kitDir),
    })
  } catch (error) {
    return fail('CONFIG-INVALID', `training kit in ${kitDir}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Throws when the kit is not whole. */
export const readTerminalKey = (kitDir: string): Uint8Array => Buffer.from(readFileSync(join(kitDir, 'pki', kitFiles.terminalKey), 'utf8').trim(), 'hex')

/** Throws when the kit is not whole. */
export function readRecordSigners(kitDir: string): RecordSigners {
  const pki = join(kitDir, 'pki')
  const files = recordIssuersSchema.parse(JSON.parse(readFileSync(join(pki, kitFiles.recordIssuers), 'utf8')))
  const signer = ({ keyId, keyFile, certificateFile }: z.output<typeof signerFiles>): RecordSigner => ({
    keyId: Buffer.from(keyId, 'hex'),
    key: createPrivateKey(readFileSync(join(pki, keyFile))),
    certificate: readFileSync(join(pki, certificateFile)),
  })
  return { inputSupport: signer(files.inputSupport), cardFace: signer(files.cardFace) }
}

function chipCertificate(pki: string, certificateFile: string | null, keyFile: string | null): ChipCertificate | null {
  if (certificateFile === null || keyFile === null) return null
  const pem = readFileSync(join(pki, keyFile))
  return { certificate: readFileSync(join(pki, certificateFile)), key: once(() => createPrivateKey(pem)) }
}

function chipKeys(bundle: string): ChipKeys {
  const [inputSupport, secureMessaging, cardFace, internalAuthentication] = bundle.split(/(?=-----BEGIN)/).map((pem) => once((): KeyObject => createPrivateKey(pem)))
  if (inputSupport === undefined || secureMessaging === undefined || cardFace === undefined || internalAuthentication === undefined)
    throw new Error('a card has four keys of its own')
  return { inputSupport, secureMessaging, cardFace, internalAuthentication }
}

import { createHash, type KeyObject } from 'node:crypto'
import { joinResponse } from '../../../../card/codec/response-apdu.ts'
import { statusWord } from '../../../../card/codec/status-word.ts'
import type { CommandApdu } from '../../../../card/codec/command-apdu.ts'
import { word, type ChipState } from '../chip-state.ts'
import type { PrivateKeyFile } from '../file-system.ts'
import { digestInfoSha256, rsaPkcs1, rsaPss } from '../rsa.ts'

const modulusLength = 256
/** PKCS#1 v1.5 leaves 11 bytes of 256 for padding. */
const verbatimMax = modulusLength - 11

type Scheme = (key: KeyObject, data: Uint8Array) => Uint8Array | null

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest()
const ofDigest =
  (sign: (key: KeyObject, digest: Uint8Array) => Uint8Array): Scheme =>
  (key, data) =>
    data.length === 32 ? sign(key, data) : null
const signDigestInfo = (key: KeyObject, digest: Uint8Array): Uint8Array => rsaPkcs1(key, digestInfoSha256(digest))

/** P1 selects the scheme (reference card.md §3.1); null: the length of the data does not fit it. */
const schemes: ReadonlyMap<number, Scheme> = new Map([
  [0x00, (key, data) => (data.length <= verbatimMax ? rsaPkcs1(key, data) : null)],
  [0x01, (key, data) => rsaPkcs1(key, sha256(data))],
  [0x02, ofDigest(signDigestInfo)],
  [0x03, (key, data) => signDigestInfo(key, sha256(data))],
  [0x04, ofDigest(rsaPss)],
  [0x05, (key, data) => rsaPss(key, sha256(data))],
])

/** 80 2A: the card pads and signs what it is given, as often as asked after one VERIFY. */
export function computeDigitalSignature(chip: ChipState, { p1, p2, data, le }: CommandApdu): Uint8Array {
  const scheme = schemes.get(p1)
  if (scheme === undefined) return word(statusWord.wrongParameters)
  const file = keyAt(chip, p2)
  if (typeof file === 'number') return word(file)
  if (!chip.allows(file.use)) return word(statusWord.securityStatusNotSatisfied)
  if (data === undefined || le === undefined || le < modulusLength) return word(statusWord.wrongLength)
  const key = chip.privateKey(file)
  if (key === null) return word(statusWord.referencedDataNotFound)
  const signature = scheme(key, data)
  return signature === null ? word(statusWord.conditionsNotSatisfied) : joinResponse(statusWord.success, signature)
}

/** 00 88 00 99: signs a challenge with the applet's own key, which needs no PIN (common applet only). */
export function internalAuthenticate(chip: ChipState, { p1, p2, data }: CommandApdu): Uint8Array {
  const keyId = chip.applet.internalAuthenticationKey
  if (keyId === undefined) return word(statusWord.instructionNotSupported)
  if (p1 !== 0x00 || p2 !== (0x80 | (keyId & 0x1f))) return word(statusWord.wrongParameters)
  if (data === undefined) return word(statusWord.wrongLength)
  const file = keyFile(chip, keyId)
  const key = file === null ? null : chip.privateKey(file)
  return key === null ? word(statusWord.referencedDataNotFound) : joinResponse(statusWord.success, signDigestInfo(key, sha256(data)))
}

/** P2: 80 current key file, 80 | short EF identifier, 00 the applet's PIN-less key. A number is the status word that refuses. */
function keyAt(chip: ChipState, p2: number): PrivateKeyFile | number {
  if (p2 === 0x00) {
    const { defaultKey } = chip.applet
    return (defaultKey === undefined ? null : keyFile(chip, defaultKey)) ?? statusWord.wrongParameters
  }
  if ((p2 & 0xe0) !== 0x80) return statusWord.wrongParameters
  const file = chip.addressed(p2 === 0x80 ? null : p2 & 0x1f)
  if (typeof file === 'number') return file
  return file.kind === 'privateKey' ? file : statusWord.fileStructureConflict
}

function keyFile(chip: ChipState, id: number): PrivateKeyFile | null {
  const file = chip.file(id)
  return file?.kind === 'privateKey' ? file : null
}

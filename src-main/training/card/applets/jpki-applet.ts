import type { KeyObject } from 'node:crypto'
import { statusWord } from '../../../card/codec/status-word.ts'
import type { Applet, ElementaryFile, SecretFile } from '../chip/file-system.ts'
import { padFile } from '../chip/tlv-encoder.ts'
import { ascii } from '../records/card-holder.ts'

/** A certificate on the chip and the private key behind it. */
export interface ChipCertificate {
  readonly certificate: Uint8Array
  readonly key: () => KeyObject
}

export interface JpkiContents {
  /** Token label (reference card.md §2.6). */
  readonly label: string
  readonly userAuthentication: ChipCertificate | null
  readonly userAuthenticationCa: Uint8Array
  /** 署名用; a child or a 顔認証 card has none. */
  readonly signature: ChipCertificate | null
  readonly signatureCa: Uint8Array
  readonly userAuthenticationPin: PinContents
  readonly signaturePin: PinContents
  /** The telephone's token asks for the PIN before it shows the certificate; the plastic card does not. */
  readonly certificateNeedsPin: boolean
  /** 16 digits. */
  readonly tokenSerial: string
}

export interface PinContents {
  readonly value: Uint8Array
  readonly triesLeft?: number
}

/** Allocated size of a certificate file; the tail is filler (reference card.md §2.1). */
const certificateFileSize = 3_808
const pin = { userAuthentication: 0x18, signature: 0x1b } as const
const triesMax = { userAuthentication: 3, signature: 5 } as const
/** Files that probing found and nobody could open. */
const opaqueFiles = [0x05, 0x09, 0x10, 0x16, 0x19, 0x1c, 0x1e]

/** 公的個人認証AP (reference card.md §2.1). */
export function jpkiApplet(contents: JpkiContents): Applet {
  const { userAuthentication, signature } = contents
  const files: ElementaryFile[] = [
    certificateFile(0x01, signature?.certificate ?? null, { anyOf: [pin.signature] }),
    certificateFile(0x02, contents.signatureCa, 'free'),
    { kind: 'transparent', id: 0x06, read: 'free', content: () => tokenInfo(contents) },
    { kind: 'transparent', id: 0x08, read: 'free', content: () => Uint8Array.of(presence(signature), presence(userAuthentication), 0x00) },
    certificateFile(0x0a, userAuthentication?.certificate ?? null, contents.certificateNeedsPin ? { anyOf: [pin.userAuthentication] } : 'free'),
    certificateFile(0x0b, contents.userAuthenticationCa, 'free'),
    secretFile(pin.userAuthentication, contents.userAuthenticationPin, triesMax.userAuthentication),
    secretFile(pin.signature, contents.signaturePin, triesMax.signature),
    ...opaqueFiles.map((id): ElementaryFile => ({ kind: 'opaque', id })),
    { kind: 'privateKey', id: 0x17, use: { anyOf: [pin.userAuthentication] }, key: userAuthentication?.key ?? null },
    { kind: 'privateKey', id: 0x1a, use: { anyOf: [pin.signature] }, key: signature?.key ?? null },
  ]
  return { name: 'JPKI', aid: Buffer.from('D392F000260100000001', 'hex'), files, sessionKeyRefusal: statusWord.securityStatusNotSatisfied }
}

function certificateFile(id: number, der: Uint8Array | null, read: 'free' | { readonly anyOf: readonly number[] }): ElementaryFile {
  return { kind: 'transparent', id, read, content: () => padFile(der ?? new Uint8Array(0), certificateFileSize) }
}

function secretFile(id: number, contents: PinContents, triesMax: number): SecretFile {
  return { kind: 'secret', id, triesMax, change: 'changeReferenceData', ...contents }
}

function presence(certificate: ChipCertificate | null): number {
  return certificate === null ? 0x00 : 0x8f
}

/** EF 0006: CK_TOKEN_INFO of PKCS#11, numbers big-endian, 160 bytes (reference card.md §2.6). */
function tokenInfo({ label, tokenSerial }: JpkiContents): Uint8Array {
  const info = new Uint8Array(160)
  const view = new DataView(info.buffer)
  const text = (at: number, length: number, value: string): void => info.set(ascii(value.padEnd(length, ' ').slice(0, length)), at)
  text(0, 32, label)
  text(32, 32, '00')
  text(64, 16, '1')
  text(80, 16, tokenSerial)
  // Flags, then: max and current sessions, the same read-write, longest and shortest PIN, four memory sizes.
  const numbers = [0x40d, 1, 0, 1, 0, 16, 6, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff]
  for (const [index, value] of numbers.entries()) view.setUint32(96 + index * 4, value)
  text(140, 2, '03')
  text(142, 2, '01')
  text(144, 16, '9'.repeat(16))
  return info
}

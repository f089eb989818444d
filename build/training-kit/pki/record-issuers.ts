import { createPublicKey, type KeyObject } from 'node:crypto'
import { recordSigner, type RecordSigner } from '../../../src-main/training/card/records/record-signer.ts'
import type { RecordIssuerFiles } from '../../../src-main/training/card/profiles/kit-supplies.ts'

export interface RecordIssuer {
  readonly applet: keyof RecordIssuerFiles
  readonly rootKeyId: Uint8Array
  readonly rootKey: KeyObject
  readonly signer: RecordSigner
}

/** Key identifiers of the test hierarchy begin with 6 (reference card.md §5.2). */
const keyId = (digits: string): Uint8Array => Buffer.from(digits.padEnd(16, '0'), 'ascii')
const rootDigits = { cardFace: '6000023', inputSupport: '6000033' } as const
const signerDigits = { cardFace: '6999023', inputSupport: '6999033' } as const

/** Who signs the records of the two applets: a root that certifies a signer, for each. */
export const newRecordIssuers = (newKey: () => KeyObject): readonly RecordIssuer[] =>
  (['inputSupport', 'cardFace'] as const).map((applet) => {
    const root = { rootKeyId: keyId(rootDigits[applet]), rootKey: newKey() }
    return { applet, ...root, signer: recordSigner(root, keyId(signerDigits[applet]), newKey()) }
  })

/** SubjectPublicKeyInfo, DER. */
export const publicKeyFile = (key: KeyObject): Uint8Array => createPublicKey(key).export({ format: 'der', type: 'spki' })

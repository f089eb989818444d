import type { KeyObject } from 'node:crypto'

/** Who may read a file or use a key: anyone, whoever has verified one of these key files of the applet, or no one. */
export type Access = 'free' | 'never' | { readonly anyOf: readonly number[] }

interface FileOf<Kind extends string> {
  readonly kind: Kind
  /** Elementary file identifier; its low five bits are the short one. */
  readonly id: number
}

export interface TransparentFile extends FileOf<'transparent'> {
  readonly read: Access
  /** The whole allocated file, filler included. Called at the first read and then kept. */
  readonly content: () => Uint8Array
}

export interface RecordFile extends FileOf<'record'> {
  readonly read: Access
  /** Record 1 first. */
  readonly records: readonly Uint8Array[]
}

/** A secret that VERIFY compares (JICSAP: a key IEF). */
export interface SecretFile extends FileOf<'secret'> {
  readonly value: Uint8Array
  readonly triesMax: number
  /** Tries left when the card leaves the factory of the training kit; the maximum when not given. */
  readonly triesLeft?: number
  /** How it is changed: 00 24, or JICSAP CHANGE KEY 80 32, or not at all. */
  readonly change: 'changeReferenceData' | 'changeKey' | 'none'
}

export interface PrivateKeyFile extends FileOf<'privateKey'> {
  readonly use: Access
  /** RSA-2048. Called at the first use and then kept. Null: none was made yet, and the file is not there until one is. */
  readonly key: (() => KeyObject) | null
}

/** A file that is known to exist and to give nothing away (reference card.md §2.1, "exist, unknown"). */
interface OpaqueFile extends FileOf<'opaque'> {
  readonly kind: 'opaque'
}

export type ElementaryFile = TransparentFile | RecordFile | SecretFile | PrivateKeyFile | OpaqueFile

/** A dedicated file (専用ファイル) with its elementary files. */
export interface Applet {
  readonly name: string
  readonly aid: Uint8Array
  readonly files: readonly ElementaryFile[]
  /** Key that COMPUTE DIGITAL SIGNATURE uses with P2 = 00, without a PIN. */
  readonly defaultKey?: number
  /** Key that INTERNAL AUTHENTICATE uses; the applet does not know the command when not given. */
  readonly internalAuthenticationKey?: number
  /** GET DATA objects by tag. */
  readonly dataObjects?: ReadonlyMap<number, Uint8Array>
  /** Answer to SET SESSION KEY, which no applet of the training card supports (reference card.md §3). */
  readonly sessionKeyRefusal: number
}

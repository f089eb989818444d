import type { KeyObject } from 'node:crypto'
import type { Extent, RecordOption } from '../../src-preload/contract.ts'
import type { SubjectDigest } from './subject.ts'

/** What is to be certified: 世帯全員 or 一部, and the items that are shown only on request. */
export interface CertificateOrder {
  readonly requestId: string
  readonly extent: Extent
  /** Persons on the paper in the order of the record. For `household`: all current members. */
  readonly residentIds: readonly string[]
  readonly include: readonly RecordOption[]
}

export interface MunicipalityIdentity {
  /** 見本市 */
  readonly name: string
  /** 全国地方公共団体コード, 6 digits with check digit. */
  readonly code: string
  /** 見本市長 */
  readonly mayorTitle: string
  readonly mayorName: string
  /** Seal image (公印), PNG; null draws the training seal 見本 when specimen. */
  readonly sealPng: Uint8Array | null
}

export interface IssueContext {
  readonly municipality: MunicipalityIdentity
  /** 証明書番号 of this copy, such as 20261121-01-000017-1. */
  readonly certificateNumber: string
  readonly issuedAt: Date
  /** 端末番号. */
  readonly terminalNumber: string
  readonly subjectDigest: SubjectDigest
  /** 再発行 is printed on the paper. */
  readonly reissue: boolean
  /** Training: 見本 on the paper, diagonally. */
  readonly specimen: boolean
  /** Ed25519 private key of the city for the verification QR, and its short key id. */
  readonly signingKey: { readonly keyId: string; readonly privateKey: KeyObject }
}

/** The finished paper. */
export interface RenderedCertificate {
  readonly pdf: Uint8Array
  readonly sheets: number
  /** Read back out of the finished PDF, not copied from the order. */
  readonly boundTo: { readonly requestId: string; readonly subjectDigest: SubjectDigest; readonly certificateNumber: string }
}

import type { Clock } from '../clock.ts'
import type { CertificateStatus } from './certificate-status.ts'
import { createCrlFileSource } from './providers/crl/crl-file-source.ts'
import { createPathCertificateStatus } from './providers/path-certificate-status.ts'
import type { FreshnessRules } from './revocation/list-usability.ts'

export interface CrlFileCertificateStatusOptions extends FreshnessRules {
  /** Files of trusted authorities, DER or PEM; several may have one name. Folders are allowed. */
  readonly anchors: readonly string[]
  /** Files of revocation lists, DER or PEM, or folders of *.crl. Replace them by rename, never by writing in place. */
  readonly crls: readonly string[]
  readonly clock: Clock
}

/** Validity of 利用者証明用電子証明書 from files alone. Throws for freshness rules that are not numbers of at least zero. */
export const createCrlFileCertificateStatus = ({ anchors, clock, ...lists }: CrlFileCertificateStatusOptions): CertificateStatus =>
  createPathCertificateStatus({ kind: 'userAuthentication', anchors, intermediates: [], policies: [], source: createCrlFileSource(lists), clock })

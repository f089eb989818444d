import type { CardCaseFacts, CardCaseKind, CasePaper, SeenCard, TerminalView } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { BasicAttributes } from '../../card/card-contents.ts'
import type { Clock } from '../../clock.ts'
import type { Result } from '../../failures/result.ts'
import type { IssuerTerminal } from '../../issuer/issuer-terminal.ts'
import type { CertificateIdentity } from '../../pki/certificate-status.ts'
import type { DocumentPrinter } from '../../printing/printers.ts'
import type { CardCaseStore, StoredCase } from '../../queue/cases/card-case-store.ts'
import type { HolderRecord, ResidentDirectory } from '../../residents/resident-directory.ts'
import type { ResidentRegistry } from '../../residents/resident-registry.ts'
import type { StaffAccounts } from '../../staff/staff-accounts.ts'
import type { TypedFace } from './card-work-task.ts'
import type { CaseEvaluation } from './rules/evaluate.ts'
import type { CardWorkRules } from './rules/rules-schema.ts'

/** The card on the resident's reader, as far as it tells without a PIN. */
export interface LookedAtCard {
  readonly seen: SeenCard
  /** 利用者証明用, X.509 DER. */
  readonly certificate: Uint8Array | null
  /** By 照合番号B; null when no face was typed. */
  readonly attributes: BasicAttributes | null
}

/** Failures: CARD-*, PIN-WRONG (the face was typed wrong: this costs a try of 照合番号B), PIN-FORMAT. */
export type LookAtCard = (face: TypedFace | null) => Promise<Result<LookedAtCard>>

/** Facts of one case as its papers show them. */
export interface CasePaperFacts {
  readonly case: StoredCase
  readonly holder: HolderRecord
  readonly facts: CardCaseFacts
  readonly evaluation: CaseEvaluation
}

export interface RenderedPaper {
  readonly pdf: Uint8Array
  readonly sheets: number
  /** Digest of the case and its resident, which goes with the print job. */
  readonly subjectDigest: string
}

/** Port: 申請書 and 照会書兼回答書 as PDF. Failures: DOCUMENT-*. */
export interface CasePapers {
  render(paper: CasePaper, facts: CasePaperFacts): Promise<Result<RenderedPaper>>
}

export interface CardCasePorts {
  readonly store: CardCaseStore
  readonly registry: Pick<ResidentRegistry, 'findByCertificate'>
  readonly directory: ResidentDirectory
  readonly issuer: IssuerTerminal
  readonly certificateIdentity: (der: Uint8Array) => Result<CertificateIdentity>
  /** DER of the issuer's name, by what the registry calls it; null for an issuer that is not configured. */
  readonly issuerName: (identity: CertificateIdentity) => Promise<Uint8Array | null>
  readonly lookAtCard: LookAtCard
  readonly accounts: Pick<StaffAccounts, 'signIn'>
  readonly papers: CasePapers
  readonly documentPrinter: DocumentPrinter
  readonly audit: AuditLog
  readonly clock: Clock
  readonly rules: CardWorkRules
  readonly place: {
    readonly profile: TerminalView['profile']
    /** What the profile and, at a post office, the commission let this terminal do. */
    readonly kinds: readonly CardCaseKind[]
    readonly municipalityCode: string
  }
  /** Begins the resident's part. MESSAGE-ILL-TIMED while somebody is being served there. */
  readonly startAtCard: () => Promise<Result<void>>
}

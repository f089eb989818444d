import type { KeyObject } from 'node:crypto'
import type { ApplicationKind, CollectionWay, Language } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { Clock } from '../../clock.ts'
import type { ComposeForm } from '../../documents/forms/compose-form.ts'
import type { Result } from '../../failures/result.ts'
import type { DocumentPrinter, Receipt, ReceiptPrinter } from '../../printing/printers.ts'
import type { CardDeliveries } from '../../procedures/card-cases/card-deliveries.ts'
import type { IdentityDocument } from '../../procedures/card-cases/rules/rules-schema.ts'
import type { ApplicationStore, StoredApplication } from '../../queue/applications/application-store.ts'
import type { ResidentDirectory } from '../../residents/resident-directory.ts'
import type { IssuedForms } from '../issued-forms.ts'
import type { ApplicationRules } from '../rules/rules-schema.ts'

/** What a slip says besides the application itself. */
export interface SlipFacts {
  readonly feeYen: number
  readonly next: 'received' | 'staff'
  readonly language: Language
}

export interface ApplicationPorts {
  readonly store: ApplicationStore
  readonly directory: Pick<ResidentDirectory, 'holder'>
  readonly forms: IssuedForms
  readonly rules: ApplicationRules
  readonly documents: readonly IdentityDocument[]
  readonly compose: ComposeForm
  readonly documentPrinter: Pick<DocumentPrinter, 'print'>
  readonly slipPrinter: Pick<ReceiptPrinter, 'print'>
  readonly slip: (application: StoredApplication, facts: SlipFacts) => Receipt
  readonly audit: AuditLog
  readonly clock: Clock
  /** Whom a clerk of this sign-in was shown under the token; null for any other. */
  readonly residentOf: (subject: string, actor: string) => string | null
  /** Gives a draft to the resident's screen. MESSAGE-ILL-TIMED while somebody is being served there. */
  readonly startAtResident: (applicationId: string) => Promise<Result<void>>
  /** Card cases in which the PINs of a new card are set. */
  readonly deliveries: Pick<CardDeliveries, 'offered' | 'of' | 'open'>
  /** Null: no keys for packets are configured. */
  readonly packets: { readonly folder: string; readonly recipient: KeyObject; readonly signer: KeyObject } | null
  readonly place: {
    readonly kinds: readonly ApplicationKind[]
    readonly collections: readonly CollectionWay[]
    readonly terminalNumber: string
    readonly municipality: string
    readonly municipalityCode: string
    /** 見本市長 */
    readonly mayor: string
    /** 見本 across every paper. */
    readonly specimen: boolean
  }
}

import type { ApplicationKind, Language } from '../../src-preload/contract.ts'
import type { Configuration } from '../config.ts'
import type { Receipt } from '../printing/printers.ts'
import type { SlipFacts } from '../applications/desk/ports.ts'
import type { ApplicationRules } from '../applications/rules/rules-schema.ts'
import { applicationSlip } from '../printing/receipts/application-slip.ts'
import { feeReceipt } from '../printing/receipts/fee-receipt.ts'
import { receptionSlip } from '../printing/receipts/reception-slip.ts'
import { validityReceipt } from '../printing/receipts/validity-receipt.ts'
import type { ValidityFindings } from '../procedures/certificate-validity/ports.ts'
import type { PaidRequest } from '../procedures/counter/staff-desk.ts'
import type { StoredApplication } from '../queue/applications/application-store.ts'
import type { StoredRequest } from '../queue/request-queue.ts'
import { dayInJapan, type Clock } from '../clock.ts'
import { certificateNames } from './certificate-names.ts'

const applicationItems: Record<ApplicationKind, { ja: string; en: string }> = {
  first: { ja: '個人番号カード（新規）', en: 'First card' },
  renewal: { ja: '個人番号カード（更新）', en: 'Renewal' },
  reissueLost: { ja: '個人番号カード（紛失による再交付）', en: 'New card for a lost one' },
  reissueDamaged: { ja: '個人番号カード（損傷による再交付）', en: 'New card for a damaged one' },
  reissueFullNotes: { ja: '個人番号カード（追記欄満欄）', en: 'New card, no room for notes' },
  reissueNumberChanged: { ja: '個人番号カード（番号等の変更）', en: 'New card, number changed' },
}

/** What the slips of one terminal have in common, from its configuration. */
export class TerminalPapers {
  readonly #configuration: Configuration
  readonly #clock: Clock

  constructor(configuration: Configuration, clock: Clock) {
    this.#configuration = configuration
    this.#clock = clock
  }

  receptionSlip(request: StoredRequest): Receipt {
    return receptionSlip({
      jobId: `slip-${request.number}-${request.rowId}`,
      language: request.language,
      municipality: this.#configuration.municipality.name,
      number: request.number,
      receivedAt: request.receivedAt,
      terminalNumber: this.#configuration.terminal.number,
      item: certificateNames[request.extent],
      copies: request.copies,
      feeYen: request.fee,
      receptionCode: receptionCode(request),
      counter: null,
      specimen: this.#configuration.profile.training,
    })
  }

  feeReceipt(request: PaidRequest, receivedYen: number, clerkId: string, duplicate: boolean): Receipt {
    const { terminal, profile } = this.#configuration
    return feeReceipt({
      // A second receipt is a paper of its own: it must not take the place of the first in a folder of papers.
      jobId: `fee-${request.number}-${request.rowId}${duplicate ? `-${this.#clock.now().getTime()}` : ''}`,
      language: request.language,
      office: { ja: terminal.office, en: this.#configuration.municipality.name.en },
      receiptNumber: `${terminal.number}-${String(request.sequence).padStart(6, '0')}`,
      paidAt: request.paidAt,
      item: certificateNames[request.extent],
      copies: request.copies,
      unitPriceYen: request.fee / request.copies,
      amountYen: request.fee,
      receivedYen,
      terminalNumber: terminal.number,
      clerkId,
      duplicate,
      specimen: profile.training,
    })
  }

  applicationSlip(application: StoredApplication, { feeYen, next, language }: SlipFacts, { leadTimeWeeks }: ApplicationRules): Receipt {
    const { municipality, terminal, profile } = this.#configuration
    const { number, day, begunAt, kind, collection, express, rowId } = application
    return applicationSlip({
      jobId: `application-${number}-${rowId}-${this.#clock.now().getTime()}`,
      language,
      municipality: municipality.name,
      number,
      begunAt,
      terminalNumber: terminal.number,
      item: applicationItems[kind],
      express,
      collection,
      feeYen,
      next,
      leadTime: express ? leadTimeWeeks.express : leadTimeWeeks.ordinary,
      receptionCode: `${day.replaceAll('-', '')}-${number}`,
      specimen: profile.training,
    })
  }

  validityReceipt({ certificates, card }: ValidityFindings, language: Language): Receipt {
    const { municipality, terminal, profile } = this.#configuration
    const checkedAt = this.#clock.now()
    return validityReceipt({
      jobId: `validity-${terminal.number}-${checkedAt.getTime()}`,
      language,
      municipality: municipality.name,
      checkedAt,
      terminalNumber: terminal.number,
      certificates,
      card,
      specimen: profile.training,
    })
  }
}

/** What the slip's barcode says: day and 受付番号, which together name one request of this terminal. No door opens with it. */
export function receptionCode(request: Pick<StoredRequest, 'receivedAt' | 'number'>): string {
  const day = dayInJapan(request.receivedAt).replaceAll('-', '')
  return `${day}-${request.number}`
}

import type { DeviceView, FailureCode } from '../../../src-preload/contract.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import type { CardReader, ReaderState } from '../../card/card-reader.ts'
import type { Result } from '../../failures/result.ts'
import type { CertificateStatus } from '../../pki/certificate-status.ts'
import type { DocumentPrinter, PrinterCondition, PrinterStatus, ReceiptPrinter } from '../../printing/printers.ts'
import type { ResidentRegistry } from '../../residents/resident-registry.ts'
import type { Timers } from '../../timers.ts'

export interface DeviceBoardParts {
  readonly reader: CardReader
  readonly receiptPrinter: ReceiptPrinter
  readonly documentPrinter: DocumentPrinter
  readonly registry: ResidentRegistry
  readonly certificateStatus: CertificateStatus
  /** A cheap look at the database: null when it can be written. That it can be again it proves by writing the entry that says so. */
  readonly storeFailure: () => FailureCode | null
  readonly storeDescription: string
  readonly audit: AuditLog
  readonly timers: Timers
  /** Milliseconds between two rounds of asking. */
  readonly interval: number
}

type Name = DeviceView['device']

const readerFailure: Record<ReaderState['kind'], FailureCode | null> = {
  noService: 'CARD-NO-SERVICE',
  noReader: 'CARD-NO-READER',
  restarting: 'CARD-NO-READER',
  noCard: null,
  muteCard: null,
  card: null,
}

const conditions = {
  document: { ready: null, busy: null, paperLow: null, paperOut: 'PRINTER-PAPER-OUT', coverOpen: 'PRINTER-COVER-OPEN', jam: 'PRINTER-JAM', offline: 'PRINTER-OFFLINE' },
  receipt: { ready: null, busy: null, paperLow: null, paperOut: 'RECEIPT-PAPER-OUT', coverOpen: 'RECEIPT-COVER-OPEN', jam: 'RECEIPT-JAM', offline: 'RECEIPT-OFFLINE' },
} as const satisfies Record<string, Record<PrinterCondition, FailureCode | null>>

/** The lights of the staff screen: asks every device in turn, and says so when one changes. */
export class DeviceBoard {
  readonly #parts: DeviceBoardParts
  readonly #devices = new Map<Name, DeviceView>()
  readonly #listeners = new Set<() => void>()
  readonly #stop: (() => void)[] = []
  #asking = false

  constructor(parts: DeviceBoardParts) {
    this.#parts = parts
    this.#noteReader(parts.reader.state())
    this.#stop.push(
      parts.reader.subscribe((state) => this.#noteReader(state)),
      parts.receiptPrinter.subscribe((status) => this.#notePrinter('receiptPrinter', status)),
      parts.documentPrinter.subscribe((status) => this.#notePrinter('documentPrinter', status)),
      parts.timers.every(parts.interval, () => void this.ask()),
    )
  }

  list(): DeviceView[] {
    return [...this.#devices.values()]
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** One round of asking; a round that is still under way is not overtaken. */
  async ask(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    try {
      this.#note('store', this.#parts.storeFailure(), this.#parts.storeDescription)
      this.#notePrinterResult('receiptPrinter', await this.#parts.receiptPrinter.status())
      this.#notePrinterResult('documentPrinter', await this.#parts.documentPrinter.status())
      const registry = await this.#parts.registry.readiness()
      this.#note('registry', registry.ready ? null : 'REGISTRY-UNAVAILABLE', this.#parts.registry.description)
      const status = await this.#parts.certificateStatus.readiness()
      this.#note('certificateStatus', status.ready ? null : 'CERT-UNREACHABLE', this.#parts.certificateStatus.description)
    } finally {
      this.#asking = false
    }
  }

  close(): void {
    for (const stop of this.#stop) stop()
  }

  #noteReader(state: ReaderState): void {
    this.#note('cardReader', readerFailure[state.kind], this.#parts.reader.description)
  }

  #notePrinter(device: 'receiptPrinter' | 'documentPrinter', status: PrinterStatus): void {
    const failure = device === 'receiptPrinter' ? conditions.receipt[status.condition] : conditions.document[status.condition]
    const detail = this.#parts[device].description
    this.#note(device, failure, detail, status.condition === 'paperLow')
  }

  #notePrinterResult(device: 'receiptPrinter' | 'documentPrinter', status: Result<PrinterStatus>): void {
    if (status.ok) this.#notePrinter(device, status.value)
    else this.#note(device, status.failure.code, this.#parts[device].description)
  }

  #note(device: Name, failure: FailureCode | null, detail: string, attention = false): void {
    const light = failure ? 'down' : attention ? 'attention' : 'ready'
    const before = this.#devices.get(device)
    if (before?.light === light && before.failure === failure && before.detail === detail) return
    this.#devices.set(device, { device, light, failure, detail })
    const recordedAlready = device === 'store' && light === 'ready'
    if (before && !recordedAlready && (before.light !== light || before.failure !== failure)) {
      // When the store itself is what changed, the entry can't be written; the light tells it all the same.
      const recorded = this.#parts.audit.record({ type: 'device-changed', device, light, code: failure })
      if (!recorded.ok && device !== 'store') this.#note('store', recorded.failure.code, this.#parts.storeDescription)
    }
    for (const listener of this.#listeners) listener()
  }
}

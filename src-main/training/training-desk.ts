import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PrinterFault, ReaderFault, TrainingEvent, TrainingSnapshot } from '../../src-preload/contract.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { SimulatedCard } from './card/simulated-card.ts'
import type { TrainingReader } from './card/training-reader.ts'
import type { TrainingDocumentPrinter } from './printing/training-document-printer.ts'
import type { TrainingReceiptPrinter } from './printing/training-receipt-printer.ts'

export interface TrainingDeskParts {
  readonly training: true
  readonly cards: () => readonly { readonly profile: string; readonly title: string }[]
  readonly takeCard: (profile: string) => Result<SimulatedCard>
  /** Null where that device is a real one: a training profile may mix them. */
  readonly reader: TrainingReader | null
  readonly receiptPrinter: TrainingReceiptPrinter | null
  readonly documentPrinter: TrainingDocumentPrinter | null
  readonly paperFolder: string
}

/** Milliseconds a "slow" printer takes: long enough to see every screen that waits. */
const slow = 6000

/** 研修盤: the hands that place cards and upset printers. */
export class TrainingDesk {
  readonly #parts: TrainingDeskParts
  readonly #listeners = new Set<() => void>()
  #inserted: string | null = null
  #readerFault: ReaderFault = 'none'
  #receipt: PrinterFault = 'ready'
  #document: PrinterFault = 'ready'
  #revision = 0

  constructor(parts: TrainingDeskParts) {
    if (!(parts.training as unknown)) throw new Error('the training desk exists in a training profile only')
    this.#parts = parts
  }

  snapshot(): TrainingSnapshot {
    return {
      side: 'training',
      revision: this.#revision,
      cards: [...this.#parts.cards()],
      inserted: this.#inserted,
      reader: this.#readerFault,
      receiptPrinter: this.#receipt,
      documentPrinter: this.#document,
      papers: this.#papers(),
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A new paper came out. */
  refresh(): void {
    this.#changed()
  }

  dispatch(event: TrainingEvent): Result<void> {
    switch (event.type) {
      case 'insertCard':
        return this.#insert(event.profile)
      case 'removeCard':
        this.#parts.reader?.remove()
        this.#inserted = null
        break
      case 'setReader':
        this.#readerFault = event.fault
        this.#parts.reader?.setFaults({ noService: event.fault === 'noService', noReader: event.fault === 'noReader' })
        break
      case 'setReceiptPrinter':
        this.#receipt = event.fault
        if (this.#parts.receiptPrinter) upset(this.#parts.receiptPrinter, event.fault)
        break
      case 'setDocumentPrinter':
        this.#document = event.fault
        if (this.#parts.documentPrinter) upset(this.#parts.documentPrinter, event.fault)
        break
    }
    this.#changed()
    return ok()
  }

  #insert(profile: string): Result<void> {
    if (!this.#parts.reader || !this.#parts.cards().some((card) => card.profile === profile)) return fail('MESSAGE-INVALID')
    const card = this.#parts.takeCard(profile)
    if (!card.ok) return card
    this.#parts.reader.insert(card.value)
    this.#inserted = profile
    this.#changed()
    return ok()
  }

  #papers(): TrainingSnapshot['papers'] {
    try {
      return readdirSync(this.#parts.paperFolder)
        .filter((name) => name.endsWith('.png') || name.endsWith('.pdf'))
        .map((name) => ({ name, kind: name.endsWith('.pdf') ? ('document' as const) : ('receipt' as const), at: statSync(join(this.#parts.paperFolder, name)).mtimeMs }))
        .sort((left, right) => right.at - left.at)
        .slice(0, 20)
        .map(({ name, kind }) => ({ name, kind }))
    } catch {
      // The folder is made with the first paper.
      return []
    }
  }

  #changed(): void {
    this.#revision += 1
    for (const listener of this.#listeners) listener()
  }
}

function upset(printer: TrainingReceiptPrinter | TrainingDocumentPrinter, fault: PrinterFault): void {
  printer.setDelay(fault === 'slow' ? slow : 0)
  printer.setOutcome(fault === 'uncertain' ? 'uncertain' : 'printed')
  printer.setCondition(fault === 'slow' || fault === 'uncertain' ? 'ready' : fault)
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CardReader, ReaderState } from '../../card/card-reader.ts'
import { composeCardReader } from '../../composition/devices/card-reader.ts'
import { composeDocumentPrinter, composeReceiptPrinter } from '../../composition/devices/printers.ts'
import type { Configuration } from '../../config.ts'
import type { FailureCode } from '../../../src-preload/contract.ts'
import type { Result } from '../../failures/result.ts'
import { documentRefusal, receiptRefusal } from '../../printing/conditions.ts'
import type { PrinterCondition, PrinterStatus } from '../../printing/printers.ts'
import type { Check, Subject } from './check.ts'

export interface DeviceParts {
  readonly outFolder: string
  readonly dataFolder: string
  /** The kiosk is running: serial lines are its own. */
  readonly running: boolean
  readonly about: (id: string, title: string) => Subject
}

/** How long the reader process may take to see its readers, milliseconds. */
const readerPatience = 8000
const virtual = 'virtual (training)'

export async function checkDevices(devices: Configuration['devices'], parts: DeviceParts): Promise<Check[]> {
  const counter = devices.counterReceiptPrinter
  return [
    await checkReader(devices.cardReader, parts),
    await checkReceiptPrinter(devices.receiptPrinter, parts, parts.about('receipt-printer', 'Receipt printer')),
    ...(counter === null ? [] : [await checkReceiptPrinter(counter, parts, parts.about('counter-receipt-printer', 'Counter printer'))]),
    await checkDocumentPrinter(devices.documentPrinter, parts),
  ]
}

async function checkReader(settings: Configuration['devices']['cardReader'], { outFolder, about }: DeviceParts): Promise<Check> {
  const subject = about('card-reader', 'Card reader')
  if (settings.driver === 'training') return subject.fine(virtual)
  const readerProcessEntry = join(outFolder, 'main', 'card-reader-process.js')
  if (!existsSync(readerProcessEntry)) return subject.failed(`${readerProcessEntry} is missing`, 'Build first: npm run build.')
  const { reader } = composeCardReader(settings, { isTraining: false, readerProcessEntry })
  try {
    return judgeReader(await firstSight(reader), () => reader.description, subject)
  } finally {
    await reader.close()
  }
}

/** The first state that is more than "coming up"; `restarting` when none came in time. */
function firstSight(reader: CardReader): Promise<ReaderState> {
  if (reader.state().kind !== 'restarting') return Promise.resolve(reader.state())
  return new Promise((resolve) => {
    const see = (): void => {
      if (reader.state().kind !== 'restarting') settle()
    }
    const settle = (): void => {
      clearTimeout(timer)
      leave()
      resolve(reader.state())
    }
    const leave = reader.subscribe(see)
    const timer = setTimeout(settle, readerPatience)
  })
}

export function judgeReader(state: ReaderState, description: () => string, about: Subject): Check {
  switch (state.kind) {
    case 'noService':
      return about.failure({ code: 'CARD-NO-SERVICE', detail: description() })
    case 'restarting':
      return about.failure({ code: 'CARD-NO-SERVICE', detail: `${description()}: the reader process did not come up` })
    case 'noReader':
      return about.failure({ code: 'CARD-NO-READER', detail: description() })
    case 'noCard':
      return about.fine(`${description()}, no card on it`)
    case 'muteCard':
      return about.attention(`${description()}: the card on it does not answer`, 'Take the card off; a real one goes on with its face up.')
    case 'card':
      return about.fine(`${description()}, a card is on it`)
  }
}

async function checkReceiptPrinter(settings: Configuration['devices']['receiptPrinter'], { running, dataFolder }: DeviceParts, about: Subject): Promise<Check> {
  if (settings.driver === 'training') return about.fine(virtual)
  if (running) return about.attention(`${settings.path}: not asked, because the running kiosk holds the line`, 'See its light on the staff screen, or stop the kiosk and run doctor again.')
  const { printer } = composeReceiptPrinter(settings, { paperFolder: dataFolder, receiptFont: '', isTraining: false })
  try {
    return judgePrinter(await printer.status(), printer.description, receiptRefusal, about)
  } finally {
    await printer.close()
  }
}

async function checkDocumentPrinter(settings: Configuration['devices']['documentPrinter'], { dataFolder, about }: DeviceParts): Promise<Check> {
  const subject = about('document-printer', 'Document printer')
  if (settings.driver === 'training') return subject.fine(virtual)
  const { printer } = composeDocumentPrinter(settings, { paperFolder: dataFolder, receiptFont: '', isTraining: false })
  try {
    return judgePrinter(await printer.status(), printer.description, documentRefusal, subject)
  } finally {
    await printer.close()
  }
}

export function judgePrinter(status: Result<PrinterStatus>, description: string, refusal: (condition: PrinterCondition) => FailureCode | null, about: Subject): Check {
  if (!status.ok) {
    const { code, detail } = status.failure
    return about.failure({ code, detail: detail === undefined ? description : `${description}: ${detail}` })
  }
  const { condition } = status.value
  const code = refusal(condition)
  if (code !== null) return about.failure({ code, detail: description })
  if (condition === 'paperLow') return about.attention(`${description}: paper is low`, 'Have paper ready.')
  return about.fine(`${description}: ${condition}`)
}

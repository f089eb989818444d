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
import type { About, Check, Subject } from './check.ts'

export interface DeviceParts {
  readonly outFolder: string
  readonly dataFolder: string
  /** The kiosk is running: serial lines are its own. */
  readonly running: boolean
  readonly about: About
}

/** How long the reader process may take to see its readers, milliseconds. */
const readerPatience = 8000

export async function checkDevices(devices: Configuration['devices'], parts: DeviceParts): Promise<Check[]> {
  const counter = devices.counterReceiptPrinter
  return [
    await checkReader(devices.cardReader, parts),
    await checkReceiptPrinter(devices.receiptPrinter, parts, parts.about('receipt-printer')),
    ...(counter === null ? [] : [await checkReceiptPrinter(counter, parts, parts.about('counter-receipt-printer'))]),
    await checkDocumentPrinter(devices.documentPrinter, parts),
  ]
}

async function checkReader(settings: Configuration['devices']['cardReader'], { outFolder, about }: DeviceParts): Promise<Check> {
  const subject = about('card-reader')
  if (settings.driver === 'training') return subject.fine(subject.words.devices.virtual)
  const readerProcessEntry = join(outFolder, 'main', 'card-reader-process.js')
  if (!existsSync(readerProcessEntry)) return subject.failed(subject.words.devices.notBuilt({ file: readerProcessEntry }), subject.words.devices.build)
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
  const words = about.words.devices.reader
  const device = description()
  switch (state.kind) {
    case 'noService':
      return about.failure({ code: 'CARD-NO-SERVICE', detail: device })
    case 'restarting':
      return about.failure({ code: 'CARD-NO-SERVICE', detail: words.notUp({ device }) })
    case 'noReader':
      return about.failure({ code: 'CARD-NO-READER', detail: device })
    case 'noCard':
      return about.fine(words.noCard({ device }))
    case 'muteCard':
      return about.attention(words.mute({ device }), words.takeOff)
    case 'card':
      return about.fine(words.card({ device }))
  }
}

async function checkReceiptPrinter(settings: Configuration['devices']['receiptPrinter'], { running, dataFolder }: DeviceParts, about: Subject): Promise<Check> {
  if (settings.driver === 'training') return about.fine(about.words.devices.virtual)
  const words = about.words.devices.printer
  if (running) return about.attention(words.held({ path: settings.path }), words.seeLight)
  const { printer } = composeReceiptPrinter(settings, { paperFolder: dataFolder, receiptFont: '', isTraining: false })
  try {
    return judgePrinter(await printer.status(), printer.description, receiptRefusal, about)
  } finally {
    await printer.close()
  }
}

async function checkDocumentPrinter(settings: Configuration['devices']['documentPrinter'], { dataFolder, about }: DeviceParts): Promise<Check> {
  const subject = about('document-printer')
  if (settings.driver === 'training') return subject.fine(subject.words.devices.virtual)
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
  const words = about.words.devices.printer
  const seen = words.found({ device: description, condition: words.conditions[condition] })
  return condition === 'paperLow' ? about.attention(seen, words.haveReady) : about.fine(seen)
}

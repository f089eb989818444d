import { booleanValues, numberValues, textValues } from '../../ipp/ipp-decoder.ts'
import { ippGroup, type IppResponse } from '../../ipp/ipp-message.ts'
import type { PrinterCondition } from '../../printers.ts'

/** printer-state-reasons (RFC 8011 §5.4.12 and the IANA registry) without their severity, by what a clerk has to do. */
const conditionOfReason: ReadonlyMap<string, PrinterCondition> = new Map([
  ['media-empty', 'paperOut'],
  ['media-needed', 'paperOut'],
  ['input-tray-missing', 'paperOut'],
  ['cover-open', 'coverOpen'],
  ['door-open', 'coverOpen'],
  ['interlock-open', 'coverOpen'],
  ['media-jam', 'jam'],
  ['offline', 'offline'],
  ['shutdown', 'offline'],
  ['paused', 'offline'],
  ['moving-to-paused', 'offline'],
  ['stopped-partly', 'offline'],
  ['timed-out', 'offline'],
  ['connecting-to-device', 'offline'],
  ['hold-new-jobs', 'offline'],
  ['marker-supply-empty', 'offline'],
  ['toner-empty', 'offline'],
  ['media-low', 'paperLow'],
])

/** What is to be named first when a printer gives several reasons. */
const order: readonly PrinterCondition[] = ['jam', 'coverOpen', 'paperOut', 'offline', 'paperLow']

const processing = 4
const stopped = 5

/**
 * Condition out of Get-Printer-Attributes. The severity suffix does not make a reason harmless: an idle printer
 * without paper says `media-empty-report` until it is given a job. `ignoredReasons` are whole keywords with their
 * suffix that a municipality knows to be meaningless on its printer, such as an empty by-pass tray.
 */
export function ippCondition(response: IppResponse, ignoredReasons: ReadonlySet<string>): PrinterCondition {
  const conditions = textValues(response, ippGroup.printer, 'printer-state-reasons')
    .filter((reason) => !ignoredReasons.has(reason))
    .map((reason) => conditionOfReason.get(reason.replace(/-(?:error|warning|report)$/, '')))
  const worst = order.find((condition) => conditions.includes(condition))
  const [state] = numberValues(response, ippGroup.printer, 'printer-state')
  const [accepting = true] = booleanValues(response, ippGroup.printer, 'printer-is-accepting-jobs')
  if (worst !== undefined && worst !== 'paperLow') return worst
  if (state === stopped || !accepting) return 'offline'
  return worst ?? (state === processing ? 'busy' : 'ready')
}

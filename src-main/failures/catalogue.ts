import type { FailureCode } from '../../src-preload/contract.ts'
import { applicationFailures } from './catalogue/application.ts'
import { cardCaseFailures } from './catalogue/card-case.ts'
import { cardFailures } from './catalogue/card.ts'
import { certificateFailures } from './catalogue/certificate.ts'
import type { FailureEntry } from './catalogue/entry.ts'
import { paperFailures } from './catalogue/paper.ts'
import { terminalFailures } from './catalogue/terminal.ts'

/** Cause, remedy, retry and audience of every failure code. What residents and clerks read: src-renderer/words. */
export const failureCatalogue: Readonly<Record<FailureCode, FailureEntry>> = {
  ...applicationFailures,
  ...cardFailures,
  ...cardCaseFailures,
  ...certificateFailures,
  ...paperFailures,
  ...terminalFailures,
}

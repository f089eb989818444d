import type { RequestRow } from '../../../../src-preload/contract.ts'
import { dayInJapan } from '../../dates/read-date.ts'
import { parseSlipCode } from './slip-code.ts'

export type Scanned =
  | { readonly kind: 'found'; readonly row: RequestRow }
  | { readonly kind: 'unreadable' }
  /** `otherDay`: a slip of another day that happens to carry a number of today. */
  | { readonly kind: 'otherDay' | 'notListed'; readonly number: string }

/** The request whose slip was scanned. A number of the same name from another day is never taken for it. */
export function findScanned(text: string, requests: readonly RequestRow[], now: Date): Scanned {
  const code = parseSlipCode(text)
  if (code === null) return { kind: 'unreadable' }
  const sameNumber = requests.filter(({ number }) => number === code.number)
  const day = code.day ?? dayInJapan(now)
  const row = sameNumber.find(({ receivedAt }) => dayInJapan(new Date(receivedAt)) === day)
  if (row !== undefined) return { kind: 'found', row }
  return { kind: code.day !== null && code.day !== dayInJapan(now) ? 'otherDay' : 'notListed', number: code.number }
}

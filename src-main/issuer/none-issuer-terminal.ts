import { fail } from '../failures/result.ts'
import type { IssuerTerminal } from './issuer-terminal.ts'

/**
 * No issuer's terminal is connected. Its interface (統合端末) is not public, so nothing is guessed: every order is
 * refused with ISSUER-NOT-CONFIGURED before a card is touched, and the clerk does the work at the terminal itself.
 */
export const noneIssuerTerminal: IssuerTerminal = {
  work: new Set(),
  perform: (order) => Promise.resolve(fail('ISSUER-NOT-CONFIGURED', `no issuer's terminal for ${order.kind}`)),
}

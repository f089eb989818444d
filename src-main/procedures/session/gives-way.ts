import type { ResidentScreen } from '../../../src-preload/contract.ts'

/**
 * Whether the resident has nothing left to do here but read: done with a clerk's work or with a request, or in need of a
 * person. Where a card may be placed again, another PIN changed or a receipt printed, somebody is still being served.
 */
export function givesWay(screen: ResidentScreen): boolean {
  switch (screen.kind) {
    case 'slip':
    case 'applicationSlip':
      return true
    case 'cardWork':
      return screen.phase !== 'explain'
    case 'failed':
      return screen.next !== 'again'
    default:
      return false
  }
}

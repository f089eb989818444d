import type { Outgoing } from '../../src-preload/contract.ts'

/**
 * Is it a message of main at all? Its parts are not looked at: main sends nothing outside the contract
 * (src-main/channel/outgoing.ts), and the schemas would cost the page more than half of its own start.
 * Null for anything else, such as what is left of a message after a fault of the line.
 */
export function readOutgoing(raw: unknown): Outgoing | null {
  return isMessage(raw) ? raw : null
}

function isMessage(raw: unknown): raw is Outgoing {
  if (!isRecord(raw)) return false
  switch (raw.kind) {
    case 'snapshot':
      return isRecord(raw.snapshot) && typeof raw.snapshot.side === 'string' && typeof raw.snapshot.revision === 'number'
    case 'reply':
      return Number.isSafeInteger(raw.id) && isRecord(raw.result) && typeof raw.result.ok === 'boolean'
    case 'cover':
      return true
    default:
      return false
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

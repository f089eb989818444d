import type { RequestRow } from '../../../src-preload/contract.ts'

export const isWaiting = ({ state }: Pick<RequestRow, 'state'>): boolean => state !== 'handedOver' && state !== 'voided'

export type Filter = 'waiting' | 'all'

/** Oldest first, whatever order the snapshot has. */
export const listed = (requests: readonly RequestRow[], filter: Filter): RequestRow[] =>
  requests.filter((row) => filter === 'all' || isWaiting(row)).sort((one, other) => one.receivedAt.localeCompare(other.receivedAt) || one.number.localeCompare(other.number))

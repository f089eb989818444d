import type { FailureCode, RequestState } from '../../src-preload/contract.ts'
import type { StoredRequest } from './request-queue.ts'
import { receptionNumber } from './reception-number.ts'

/** Where a print attempt may begin and, when nothing came out, goes back to. */
export type PrintOrigin = Extract<RequestState, 'received' | 'printed' | 'paid' | 'handedOver'>

/** A request as the queue itself sees it: the port's view plus what only the transitions need. */
export interface RequestRecord extends Omit<StoredRequest, 'failure'> {
  /** Set exactly while `printing` or `uncertain`. */
  readonly origin: PrintOrigin | null
  readonly slipFailure: FailureCode | null
  readonly printFailure: FailureCode | null
}

export interface RequestRow {
  sequence: number
  request_id: string
  row_id: string
  day_ordinal: number
  received_at: number
  service: StoredRequest['service']
  extent: StoredRequest['extent']
  language: StoredRequest['language']
  include: string
  copies: number
  fee: number
  subject_digest: string
  state: RequestState
  origin: PrintOrigin | null
  slip: StoredRequest['slip']
  slip_failure: FailureCode | null
  print_failure: FailureCode | null
  reissues: number
  received_yen: number | null
  version: number
  job_id: string | null
  certificate_numbers: string
}

export function recordOf(row: RequestRow): RequestRecord {
  return {
    requestId: row.request_id,
    rowId: row.row_id,
    number: receptionNumber(row.day_ordinal),
    sequence: row.sequence,
    receivedAt: new Date(row.received_at),
    service: row.service,
    extent: row.extent,
    language: row.language,
    include: JSON.parse(row.include) as StoredRequest['include'],
    copies: row.copies,
    fee: row.fee,
    subjectDigest: row.subject_digest,
    state: row.state,
    slip: row.slip,
    reissues: row.reissues,
    receivedYen: row.received_yen,
    version: row.version,
    jobId: row.job_id,
    certificateNumbers: JSON.parse(row.certificate_numbers) as string[],
    origin: row.origin,
    slipFailure: row.slip_failure,
    printFailure: row.print_failure,
  }
}

/** The port's view. A paper that is in question matters more to the clerk than a slip. */
export function storedRequest(record: RequestRecord): StoredRequest {
  return {
    requestId: record.requestId,
    rowId: record.rowId,
    number: record.number,
    sequence: record.sequence,
    receivedAt: record.receivedAt,
    service: record.service,
    extent: record.extent,
    language: record.language,
    include: record.include,
    copies: record.copies,
    fee: record.fee,
    subjectDigest: record.subjectDigest,
    state: record.state,
    slip: record.slip,
    reissues: record.reissues,
    failure: record.printFailure ?? record.slipFailure,
    receivedYen: record.receivedYen,
    version: record.version,
    jobId: record.jobId,
    certificateNumbers: record.certificateNumbers,
  }
}

/** A voided request whose fee had been taken: the clerk owes it back. Yen. */
export function refundDue(request: Pick<StoredRequest, 'state' | 'receivedYen' | 'fee'>): number {
  return request.state === 'voided' && request.receivedYen !== null ? request.fee : 0
}

import type { RequestState } from '../../../src-preload/contract.ts'
import type { RequestChange } from '../../../src-main/queue/request-queue.ts'

/** What a request is, written down a second time and differently: the rules in words, one `if` each. */
export interface ModelRequest {
  state: RequestState
  version: number
  slip: 'pending' | 'printed' | 'failed'
  reissues: number
  receivedYen: number | null
  jobId: string | null
  /** Numbers on each paper that came out, oldest first; the last is what the resident may hold. */
  papers: (readonly string[])[]
  attempt: { before: RequestState; numbers: readonly string[] } | null
}

export const newModelRequest = (): ModelRequest => ({
  state: 'received',
  version: 1,
  slip: 'pending',
  reissues: 0,
  receivedYen: null,
  jobId: null,
  papers: [],
  attempt: null,
})

export const modelNumbers = (request: ModelRequest): readonly string[] => request.attempt?.numbers ?? request.papers.at(-1) ?? []

const isJob = (change: RequestChange): change is Extract<RequestChange, { kind: 'printed' | 'printFailed' | 'printUncertain' }> =>
  change.kind === 'printed' || change.kind === 'printFailed' || change.kind === 'printUncertain'

/** Whether the change is allowed; if so, the request is changed. `fee` in yen; `usedJobs` over all requests. */
export function applyToModel(request: ModelRequest, change: RequestChange, fee: number, usedJobs: Set<string>): boolean {
  const { state } = request
  const begin = (jobId: string, numbers: readonly string[]): boolean => {
    if (usedJobs.has(jobId)) return false
    usedJobs.add(jobId)
    request.attempt = { before: state, numbers }
    request.jobId = jobId
    request.state = 'printing'
    return true
  }
  const end = (paper: boolean): boolean => {
    const attempt = request.attempt!
    request.state = paper && attempt.before === 'received' ? 'printed' : attempt.before
    if (paper) request.papers.push(attempt.numbers)
    if (paper && attempt.before !== 'received') request.reissues += 1
    request.attempt = null
    return true
  }
  const step = (): boolean => {
    if (change.kind === 'slipPrinted') request.slip = 'printed'
    if (change.kind === 'slipFailed') request.slip = 'failed'
    if (change.kind === 'slipPrinted' || change.kind === 'slipFailed') return true
    if (isJob(change)) {
      if (state !== 'printing' || change.jobId !== request.jobId) return false
      if (change.kind !== 'printUncertain') return end(change.kind === 'printed')
      request.state = 'uncertain'
      return true
    }
    if (change.kind === 'resolveUncertain') return state === 'uncertain' && end(change.paperCameOut)
    if (change.kind === 'beginPrint') return state === 'received' && begin(change.jobId, change.certificateNumbers)
    if (change.kind === 'beginReissue') return ['printed', 'paid', 'handedOver'].includes(state) && begin(change.jobId, change.certificateNumbers)
    if (change.kind === 'pay' && state === 'printed' && change.receivedYen >= fee) {
      request.state = 'paid'
      request.receivedYen = change.receivedYen
      return true
    }
    if (change.kind === 'handOver' && state === 'paid') {
      request.state = 'handedOver'
      return true
    }
    if (change.kind === 'void' && state !== 'printing' && state !== 'handedOver' && state !== 'voided') {
      request.state = 'voided'
      return true
    }
    return false
  }
  const allowed = step()
  if (allowed) request.version += 1
  return allowed
}

/** While an attempt at a reissue is under way it counts already, because its paper carries the mark 再発行. */
export const modelReissues = (request: ModelRequest): number =>
  request.reissues + (request.attempt !== null && request.attempt.before !== 'received' ? 1 : 0)

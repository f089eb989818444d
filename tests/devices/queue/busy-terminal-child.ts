import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { systemClock } from '../../../src-main/clock.ts'
import type { Result } from '../../../src-main/failures/result.ts'
import { openStore } from '../../../src-main/queue/database/open-store.ts'
import type { RequestChange, StoredRequest } from '../../../src-main/queue/request-queue.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { newRequest } from '../../unit/queue/sample-request.ts'

/** Takes and works off requests until it is killed. Prints a line for every change the store has acknowledged. */
const [file, keyFile] = process.argv.slice(2)

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`)
  return result.value
}

const { queue } = value(openStore({ file: file!, clock: systemClock, keyStore: new KeyFileStore(keyFile!), terminal: '01', maxUnfinished: 100_000 }))

const acknowledge = (request: StoredRequest): StoredRequest => {
  writeSync(1, `${request.requestId} ${request.version} ${request.state}\n`)
  return request
}

for (;;) {
  let request = acknowledge(value(queue.enqueue(newRequest(randomBytes(16).toString('hex')))))
  const jobId = randomBytes(16).toString('hex')
  const life: RequestChange[] = [
    { kind: 'slipPrinted' },
    { kind: 'beginPrint', jobId, certificateNumbers: [`number-${request.sequence}`] },
    { kind: 'printed', jobId },
    { kind: 'pay', receivedYen: 300 },
    { kind: 'handOver' },
  ]
  for (const change of life) request = acknowledge(value(queue.change(request, change, 'clerk1')))
}

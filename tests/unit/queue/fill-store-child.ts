import { randomBytes } from 'node:crypto'
import { fixedClock } from '../../../src-main/clock.ts'
import { openStore } from '../../../src-main/queue/database/open-store.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { newRequest } from './sample-request.ts'

/** Enqueues until the store refuses, and prints how many it took, the refusal, and how many it lists then. */
const [file, keyFile] = process.argv.slice(2)
const opened = openStore({
  file: file!,
  clock: fixedClock('2026-11-21T01:00:00.000Z'),
  keyStore: new KeyFileStore(keyFile!),
  terminal: '01',
  maxUnfinished: 100_000,
})
if (!opened.ok) throw new Error(opened.failure.code)
const { queue } = opened.value
let stored = 0
for (;;) {
  const result = queue.enqueue(newRequest(randomBytes(16).toString('hex')))
  if (!result.ok) {
    const list = queue.list()
    process.stdout.write(JSON.stringify({ stored, refusal: result.failure.code, listed: list.ok ? list.value.length : -1 }))
    break
  }
  stored += 1
}

import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { systemClock } from '../../../src-main/clock.ts'
import type { Result } from '../../../src-main/failures/result.ts'
import type { CardCaseChange, StoredCase } from '../../../src-main/queue/cases/card-case-store.ts'
import { openStore } from '../../../src-main/queue/database/open-store.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { noFacts } from '../../../src-preload/contract.ts'

/** Opens card cases and brings them to their end until it is killed. Prints a line for every change the store has acknowledged. */
const [file, keyFile] = process.argv.slice(2)

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`)
  return result.value
}

const { cases } = value(openStore({ file: file!, clock: systemClock, keyStore: new KeyFileStore(keyFile!), terminal: '01' }))

const acknowledge = (stored: StoredCase): StoredCase => {
  writeSync(1, `${stored.caseId} ${stored.version} ${stored.state}\n`)
  return stored
}

for (;;) {
  let stored = acknowledge(value(cases.open({ caseId: randomBytes(16).toString('hex'), kind: 'pinReset', residentId: '10000102' }, 'clerk1')))
  const orderId = randomBytes(16).toString('hex')
  const life: CardCaseChange[] = [
    { kind: 'recordFacts', day: '2026-11-21', facts: noFacts },
    { kind: 'confirm', secondPerson: 'clerk2' },
    { kind: 'makeReady' },
    { kind: 'begin', orders: [{ orderId, work: 'resetPins' }] },
    { kind: 'beginOrder', orderId },
    { kind: 'orderDone', orderId, issuedSerial: null },
  ]
  for (const change of life) stored = acknowledge(value(cases.change(stored, change, 'clerk1')))
}

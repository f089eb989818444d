import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { systemClock } from '../../../src-main/clock.ts'
import type { Result } from '../../../src-main/failures/result.ts'
import type { ApplicationChange, StoredApplication } from '../../../src-main/queue/applications/application-store.ts'
import { openStore } from '../../../src-main/queue/database/open-store.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { emptyApplicationFacts } from '../../../src-preload/contract.ts'
import { photoBase64 } from '../../fixtures/applications/application-house.ts'

/** Residents fill in applications and clerks receive and pack them, until it is killed. Prints a line for every change the store has acknowledged. */
const [file = '', keyFile = ''] = process.argv.slice(2)

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`)
  return result.value
}

const { applications } = value(openStore({ file, clock: systemClock, keyStore: new KeyFileStore(keyFile), terminal: '01' }))
const facts = { ...emptyApplicationFacts('first'), birthDate: '1990-04-01' }
const photo = { jpeg: photoBase64(), width: 1050, height: 1350, source: 'camera' as const, findings: [], takenAt: '2026-11-21T01:00:00.000Z' }

const acknowledge = (stored: StoredApplication): StoredApplication => {
  writeSync(1, `${stored.applicationId} ${stored.version} ${stored.state}\n`)
  return stored
}

for (;;) {
  let stored = acknowledge(value(applications.open({ applicationId: randomBytes(16).toString('hex'), origin: 'resident', batchId: null, facts }, 'resident')))
  const life: ApplicationChange[] = [{ kind: 'saveFacts', facts }, { kind: 'savePhoto', photo }, { kind: 'leave', by: 'resident' }, { kind: 'confirmPhoto' }, { kind: 'receive' }]
  for (const change of life) stored = acknowledge(value(applications.change(stored, change, 'clerk1')))
  value(applications.beginPacket(randomBytes(16).toString('hex'), `${stored.applicationId}.mdgp`, 'clerk1'))
  stored = acknowledge(value(applications.get(stored.applicationId)))
}

import { createHash } from 'node:crypto'
import type { NewRequest } from '../../../src-main/queue/request-queue.ts'

/** Invented people. */
export function newRequest(requestId: string, changes: Partial<NewRequest> = {}): NewRequest {
  return {
    requestId,
    service: 'residentRecordHousehold',
    extent: 'household',
    language: 'ja',
    include: ['relationship'],
    copies: 1,
    fee: 300,
    subjectDigest: createHash('sha256').update(requestId).digest('hex'),
    personal: {
      applicantResidentId: 'resident-0001',
      applicantName: '見本 太郎',
      residentIds: ['resident-0001', 'resident-0002'],
      memberNames: ['見本 太郎', '見本 花子'],
      purpose: null,
      evidence: {
        source: 'CRL file crl-user.der',
        producedAt: new Date('2026-11-20T15:00:00.000Z'),
        sha256: 'ab'.repeat(32),
        checkedAt: new Date('2026-11-21T00:59:58.123Z'),
      },
      certificateValidUntil: '2029-05-05',
    },
    ...changes,
  }
}

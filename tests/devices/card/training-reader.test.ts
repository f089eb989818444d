import { describe } from 'vitest'
import { TrainingReader } from '../../../src-main/training/card/training-reader.ts'
import { cardReaderContract, CONTRACT_APDU_DEADLINE } from './card-reader-contract.ts'

describe('the training reader', () => {
  cardReaderContract(() => {
    const reader = new TrainingReader({ training: true, timeoutMilliseconds: CONTRACT_APDU_DEADLINE })
    return Promise.resolve({ reader, insert: (card) => reader.insert(card), remove: () => reader.remove(), dispose: () => reader.close() })
  })
})

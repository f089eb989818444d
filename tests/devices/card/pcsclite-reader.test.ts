import { describe } from 'vitest'
import { realReader } from '../../fixtures/pcscd/real-reader.ts'
import { cardReaderContract, CONTRACT_APDU_DEADLINE } from './card-reader-contract.ts'

describe('the supervised reader over pcsclite and a real pcscd', () => {
  cardReaderContract(async () => {
    const real = await realReader('pcsclite', { settings: { apdu: CONTRACT_APDU_DEADLINE } })
    return { reader: real.reader, insert: (card) => real.bridge.insert(card), remove: () => real.bridge.remove(), dispose: () => real.dispose() }
  })
})

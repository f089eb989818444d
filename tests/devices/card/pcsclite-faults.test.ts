import { describe } from 'vitest'
import { readerFaults } from './reader-faults.ts'

describe('faults of the real stack over pcsclite', () => readerFaults('pcsclite'))

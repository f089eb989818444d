import type { CounterService, Service } from '../../src-preload/contract.ts'
import { services } from '../../src-preload/contract/values.ts'

const certificates: ReadonlySet<CounterService> = new Set(services)

/** Is it a certificate of the resident record, and not work on the card itself? */
export const isRecordService = (service: CounterService): service is Service => certificates.has(service)

import type { Result } from '../failures/result.ts'
import type { AuditEvent } from './event-catalogue.ts'

/**
 * Port: the chained audit log (who, when, which terminal, which procedure, result; never personal data).
 * Each entry carries the SHA-256 of the one before. Failures: STORE-*.
 */
export interface AuditLog {
  record(event: AuditEvent): Result<void>
}

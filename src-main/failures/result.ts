import type { FailureCode } from '../../src-preload/contract/failure-codes.ts'

/**
 * An expected failure: something a human, a device or another system can cause at any moment.
 * Bugs are not failures; they throw.
 */
export interface Failure {
  /** Stable code; its texts, cause and remedy are in the failure catalogue. */
  readonly code: FailureCode
  /** For the operator's log only. Never personal data, never a PIN, never card bytes. */
  readonly detail?: string
}

/**
 * A plain discriminated union instead of a library class, because results cross process and
 * socket boundaries (structured clone, JSON), where class instances lose their methods.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function ok(): Result<void>
export function ok<T>(value: T): Result<T>
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value }
}

export function fail(code: FailureCode, detail?: string): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: detail === undefined ? { code } : { code, detail } }
}

import type { RevocationAnswer, RevocationCheck, RevocationQuestion } from './path/path-verdict.ts'

/**
 * `authoritative` marks an "unknown" that a responder signed: it does not know the certificate, which is worse news
 * than an answer that could not be believed.
 */
export type SourceAnswer = Exclude<RevocationAnswer, { readonly status: 'unknown' }> | { readonly status: 'unknown'; readonly why: string; readonly authoritative?: true }

export interface SourceReadiness {
  readonly ready: boolean
  readonly why: string
}

/** Port: one place that knows which certificates were revoked. Never rejects. */
export interface StatusSource extends RevocationCheck {
  readonly description: string
  check(question: RevocationQuestion): Promise<SourceAnswer>
  /** Whether it could answer now about certificates of the issuer in `question`, who is its own example. */
  readiness(question: RevocationQuestion): Promise<SourceReadiness>
}

/** Whether somebody entitled to speak about the certificate spoke, whatever was said. */
export const isBelieved = (answer: SourceAnswer): answer is Extract<SourceAnswer, { readonly status: 'good' | 'revoked' }> | (SourceAnswer & { readonly authoritative: true }) =>
  answer.status === 'good' || answer.status === 'revoked' || (answer.status === 'unknown' && answer.authoritative === true)

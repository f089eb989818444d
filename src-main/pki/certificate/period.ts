import type { Certificate } from './certificate.ts'

/** Whole seconds, both ends inclusive (RFC 5280 §4.1.2.5). */
export const hasStarted = ({ notBefore }: Certificate, at: Date): boolean => Math.floor(at.getTime() / 1000) >= notBefore.getTime() / 1000
export const hasEnded = ({ notAfter }: Certificate, at: Date): boolean => Math.floor(at.getTime() / 1000) > notAfter.getTime() / 1000

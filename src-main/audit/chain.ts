import { createHash, createHmac, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto'

/** One link as stored: `event` is canonical JSON; hashes are lower-case hex SHA-256. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string
  /** 端末番号. */
  readonly terminal: string
  readonly event: string
  readonly previousHash: string
  readonly hash: string
}

/** The last link; noting it on paper makes everything before it unchangeable unseen. */
export interface AuditHead {
  readonly seq: number
  readonly hash: string
}

/** Head of the empty log. */
export const genesis: AuditHead = { seq: 0, hash: '0'.repeat(64) }

export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const text = JSON.stringify(['madoguchi-audit-1', entry.seq, entry.at, entry.terminal, entry.event, entry.previousHash])
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A key for the head's seal alone, so that the terminal key serves one purpose each time. */
export function headKey(terminalKey: KeyObject): Buffer {
  return Buffer.from(hkdfSync('sha256', terminalKey, '', 'madoguchi audit head 1', 32))
}

/** HMAC-SHA-256, lower-case hex: without the terminal key nobody can shorten or rewrite the log and seal it again. */
export function headSeal(key: Buffer, head: AuditHead): string {
  return createHmac('sha256', key).update(`${head.seq}:${head.hash}`, 'utf8').digest('hex')
}

export function sameSeal(left: string, right: string): boolean {
  const a = Buffer.from(left, 'utf8')
  const b = Buffer.from(right, 'utf8')
  return a.length === b.length && timingSafeEqual(a, b)
}

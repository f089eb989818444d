import type Database from 'better-sqlite3'
import type { BatchKind } from '../../../src-preload/contract.ts'
import type { StoredBatch, StoredPacket } from './application-store.ts'

interface BatchRow {
  batch_id: string
  kind: BatchKind
  name: string
  place: string
  held_on: string
  closed_at: number | null
}

interface PacketRow {
  packet_id: string
  made_at: number
  file: string
  sha256: string | null
  handed_over_at: number | null
  applications: number
}

const packetOf = (row: PacketRow): StoredPacket => ({
  packetId: row.packet_id,
  madeAt: new Date(row.made_at),
  file: row.file,
  sha256: row.sha256,
  handedOver: row.handed_over_at !== null,
  applications: row.applications,
})

/** Statements of the batches and packets that applications belong to. Callers hold the transaction. */
export class BatchRows {
  readonly #insertBatch: Database.Statement<[string, string, string, string, string, number]>
  readonly #closeBatch: Database.Statement<[number, string]>
  readonly #batches: Database.Statement<[], BatchRow>
  readonly #insertPacket: Database.Statement<[string, number, string]>
  readonly #packet: Database.Statement<[string], PacketRow>
  readonly #packets: Database.Statement<[], PacketRow>
  readonly #made: Database.Statement<[string, string]>
  readonly #handedOver: Database.Statement<[number, string]>

  constructor(database: Database.Database) {
    const packets = 'SELECT p.packet_id, p.made_at, p.file, p.sha256, p.handed_over_at, (SELECT count(*) FROM card_application a WHERE a.packet_id = p.packet_id) AS applications FROM application_packet p'
    this.#insertBatch = database.prepare('INSERT INTO application_batch (batch_id, kind, name, place, held_on, opened_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (batch_id) DO NOTHING')
    this.#closeBatch = database.prepare('UPDATE application_batch SET closed_at = ? WHERE batch_id = ? AND closed_at IS NULL')
    this.#batches = database.prepare('SELECT batch_id, kind, name, place, held_on, closed_at FROM application_batch ORDER BY opened_at, batch_id')
    this.#insertPacket = database.prepare('INSERT INTO application_packet (packet_id, made_at, file) VALUES (?, ?, ?)')
    this.#packet = database.prepare(`${packets} WHERE p.packet_id = ?`)
    this.#packets = database.prepare(`${packets} ORDER BY p.made_at, p.packet_id`)
    // The same content is the same file: a repeat changes nothing, another content is refused.
    this.#made = database.prepare('UPDATE application_packet SET sha256 = ? WHERE packet_id = ? AND handed_over_at IS NULL')
    this.#handedOver = database.prepare('UPDATE application_packet SET handed_over_at = ? WHERE packet_id = ? AND sha256 IS NOT NULL AND handed_over_at IS NULL')
  }

  /** False: it is there already. */
  insertBatch({ batchId, kind, name, place, heldOn }: Omit<StoredBatch, 'closed'>, at: Date): boolean {
    return this.#insertBatch.run(batchId, kind, name, place, heldOn, at.getTime()).changes === 1
  }

  closeBatch(batchId: string, at: Date): boolean {
    return this.#closeBatch.run(at.getTime(), batchId).changes === 1
  }

  batches(): StoredBatch[] {
    return this.#batches.all().map((row) => ({ batchId: row.batch_id, kind: row.kind, name: row.name, place: row.place, heldOn: row.held_on, closed: row.closed_at !== null }))
  }

  insertPacket(packetId: string, file: string, at: Date): void {
    this.#insertPacket.run(packetId, at.getTime(), file)
  }

  packet(packetId: string): StoredPacket | null {
    const row = this.#packet.get(packetId)
    return row === undefined ? null : packetOf(row)
  }

  packets(): StoredPacket[] {
    return this.#packets.all().map(packetOf)
  }

  packetMade(packetId: string, sha256: string): boolean {
    return this.#made.run(sha256, packetId).changes === 1
  }

  packetHandedOver(packetId: string, at: Date): boolean {
    return this.#handedOver.run(at.getTime(), packetId).changes === 1
  }
}

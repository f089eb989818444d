import Database from 'better-sqlite3'
import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CertificateIdentity } from '../../../pki/certificate-status.ts'

/**
 * Certificates that this terminal had issued, beside a registry file that it only reads: the training registry learns
 * of a new certificate as the municipality's own system would.
 */
export class CertificateLinksFile {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  residentOf({ issuer, issuerKeyIdentifier, serial }: CertificateIdentity): Result<string | null> {
    return this.#use((database) => {
      const found = database
        .prepare<[string, string, string], { resident_id: string }>('SELECT resident_id FROM certificate_link WHERE issuer = ? AND issuer_key_identifier = ? AND serial = ?')
        .get(issuer, issuerKeyIdentifier, serial)
      return found?.resident_id ?? null
    })
  }

  of(residentId: string): Result<readonly CertificateIdentity[]> {
    return this.#use((database) =>
      database
        .prepare<[string], CertificateIdentity>(
          'SELECT issuer, issuer_key_identifier AS issuerKeyIdentifier, serial FROM certificate_link WHERE resident_id = ? ORDER BY issuer, issuer_key_identifier, serial',
        )
        .all(residentId),
    )
  }

  /** False: it is somebody else's. */
  add(residentId: string, { issuer, issuerKeyIdentifier, serial }: CertificateIdentity): Result<boolean> {
    return this.#use((database) => {
      database
        .prepare('INSERT INTO certificate_link (issuer, issuer_key_identifier, serial, resident_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
        .run(issuer, issuerKeyIdentifier, serial, residentId)
      const owner = database
        .prepare<[string, string, string], { resident_id: string }>('SELECT resident_id FROM certificate_link WHERE issuer = ? AND issuer_key_identifier = ? AND serial = ?')
        .get(issuer, issuerKeyIdentifier, serial)
      return owner?.resident_id === residentId
    })
  }

  #use<T>(work: (database: Database.Database) => T): Result<T> {
    let database: Database.Database | null = null
    try {
      database = new Database(this.#file, { timeout: 250 })
      database.pragma('synchronous = FULL')
      database.exec(`CREATE TABLE IF NOT EXISTS certificate_link (
        issuer TEXT NOT NULL, issuer_key_identifier TEXT NOT NULL, serial TEXT NOT NULL, resident_id TEXT NOT NULL,
        PRIMARY KEY (issuer, issuer_key_identifier, serial)) STRICT, WITHOUT ROWID`)
      return ok(work(database))
    } catch (error) {
      if (error instanceof Database.SqliteError) return fail('REGISTRY-UNAVAILABLE', error.code)
      // better-sqlite3 answers a missing folder with a TypeError of its own.
      if (error instanceof TypeError) return fail('REGISTRY-UNAVAILABLE', 'the folder of the links is missing')
      throw error
    } finally {
      database?.close()
    }
  }
}

import type { Migration } from '../migrate.ts'

/** Whose store this is, and personal data under keys of its own. */
export const sealedRecords: Migration = {
  name: 'sealed-records',
  up(database) {
    database.exec(`
      CREATE TABLE store_identity (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        terminal TEXT NOT NULL,
        key_id TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE sealed_record (
        owner TEXT NOT NULL,
        row_id TEXT NOT NULL,
        part TEXT NOT NULL,
        key_id TEXT NOT NULL,
        wrapped_key BLOB,
        body BLOB,
        shredded_at INTEGER,
        PRIMARY KEY (owner, row_id, part),
        CHECK ((wrapped_key IS NULL) = (shredded_at IS NOT NULL) AND (wrapped_key IS NULL) = (body IS NULL))
      ) STRICT, WITHOUT ROWID;
    `)
  },
}

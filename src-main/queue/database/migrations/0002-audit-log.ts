import { genesis } from '../../../audit/chain.ts'
import type { Migration } from '../migrate.ts'

/** The chained log. Its triggers keep the program itself from rewriting it; the chain shows who goes around them. */
export const auditLog: Migration = {
  name: 'audit-log',
  up(database) {
    database.exec(`
      CREATE TABLE audit_entry (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        terminal TEXT NOT NULL,
        event TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
      CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

      CREATE TABLE audit_head (
        only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL,
        seal TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head WHEN NEW.seq <> OLD.seq + 1 BEGIN SELECT RAISE(ABORT, 'the audit head only moves on'); END;
      CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
    `)
    database.prepare("INSERT INTO audit_head (only_row, seq, hash, seal) VALUES (1, ?, ?, '')").run(genesis.seq, genesis.hash)
  },
}

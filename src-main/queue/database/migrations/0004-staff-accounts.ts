import type { Migration } from '../migrate.ts'

/** Who may sign in on the staff screen. */
export const staffAccounts: Migration = {
  name: 'staff-accounts',
  up(database) {
    database.exec(`
      CREATE TABLE staff_account (
        account_id TEXT PRIMARY KEY,
        display_name TEXT NOT NULL,
        role TEXT NOT NULL,
        disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
        -- scrypt$N$r$p$salt$hash
        password_hash TEXT NOT NULL,
        consecutive_failures INTEGER NOT NULL DEFAULT 0,
        locked_until INTEGER,
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `)
  },
}

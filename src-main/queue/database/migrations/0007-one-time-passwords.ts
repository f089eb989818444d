import type { Migration } from '../migrate.ts'

/** A password that somebody else set is good for one thing: setting one's own. */
export const oneTimePasswords: Migration = {
  name: 'one-time-passwords',
  up(database) {
    database.exec(`
      ALTER TABLE staff_account ADD COLUMN password_due INTEGER NOT NULL DEFAULT 0 CHECK (password_due IN (0, 1));
    `)
  },
}

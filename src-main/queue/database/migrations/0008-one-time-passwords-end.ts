import type { Migration } from '../migrate.ts'

/**
 * A one-time password that nobody used stays written on some note: from then on (Unix milliseconds) it opens nothing. Null:
 * of the person's own choosing, so that whether one is due needs no column of its own.
 */
export const oneTimePasswordsEnd: Migration = {
  name: 'one-time-passwords-end',
  up(database) {
    database.exec(`
      ALTER TABLE staff_account ADD COLUMN password_ends_at INTEGER;
      UPDATE staff_account SET password_ends_at = 0 WHERE password_due = 1;
      ALTER TABLE staff_account DROP COLUMN password_due;
    `)
  },
}

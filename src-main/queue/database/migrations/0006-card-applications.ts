import type { Migration } from '../migrate.ts'

/**
 * Applications for cards, what happened to each, batches and packets. Who applies, what was filled in and the photo are
 * sealed. Instants are milliseconds since the epoch, UTC; days are ISO, in Japan.
 */
export const cardApplications: Migration = {
  name: 'card-applications',
  up(database) {
    database.exec(`
      CREATE TABLE application_batch (
        batch_id TEXT PRIMARY KEY CHECK (length(batch_id) = 32 AND batch_id NOT GLOB '*[^0-9a-f]*'),
        kind TEXT NOT NULL CHECK (kind IN ('company', 'outreach', 'district')),
        name TEXT NOT NULL,
        place TEXT NOT NULL,
        held_on TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        closed_at INTEGER
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE application_packet (
        packet_id TEXT PRIMARY KEY CHECK (length(packet_id) = 32 AND packet_id NOT GLOB '*[^0-9a-f]*'),
        made_at INTEGER NOT NULL,
        file TEXT NOT NULL UNIQUE,
        -- Of the whole file; NULL until it is complete.
        sha256 TEXT,
        handed_over_at INTEGER
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE card_application (
        sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
        application_id TEXT NOT NULL UNIQUE CHECK (length(application_id) = 32 AND application_id NOT GLOB '*[^0-9a-f]*'),
        row_id TEXT NOT NULL CHECK (length(row_id) = 36),
        -- The day in Japan whose counter gave day_ordinal.
        day TEXT NOT NULL CHECK (length(day) = 10),
        day_ordinal INTEGER NOT NULL CHECK (day_ordinal > 0),
        begun_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'received', 'returned', 'corrected', 'resent', 'shipped', 'prepared', 'notified', 'delivered', 'refused', 'withdrawn')),
        version INTEGER NOT NULL CHECK (version > 0),
        origin TEXT NOT NULL CHECK (origin IN ('resident', 'staff', 'list')),
        collection TEXT NOT NULL,
        express INTEGER NOT NULL CHECK (express IN (0, 1)),
        batch_id TEXT REFERENCES application_batch (batch_id),
        -- Version that sealed the link to the record, the facts, the photo and the delivery; NULL: none.
        subject_version INTEGER,
        facts_version INTEGER,
        photo_version INTEGER,
        delivery_version INTEGER,
        photo TEXT NOT NULL DEFAULT 'none' CHECK (photo IN ('none', 'toConfirm', 'confirmed')),
        -- HMAC of 申請書ID under the terminal key: tells the same from another, and nothing else.
        form_mark TEXT,
        left_by TEXT CHECK (left_by IN ('resident', 'crash')),
        -- The resident is at it now.
        at_resident INTEGER NOT NULL CHECK (at_resident IN (0, 1)),
        packet_id TEXT REFERENCES application_packet (packet_id),
        transfer TEXT NOT NULL DEFAULT 'none' CHECK (transfer IN ('none', 'waiting', 'packed')),
        -- The day of the last step.
        last_on TEXT,
        finished_on TEXT,
        CHECK ((photo = 'none') = (photo_version IS NULL)),
        CHECK (state IN ('draft', 'returned') OR at_resident = 0),
        CHECK ((state IN ('delivered', 'refused', 'withdrawn')) = (finished_on IS NOT NULL))
      ) STRICT;
      CREATE INDEX card_application_finished ON card_application (finished_on);
      CREATE INDEX card_application_day ON card_application (day);
      CREATE INDEX card_application_batch ON card_application (batch_id);
      CREATE INDEX card_application_packet ON card_application (packet_id);
      CREATE INDEX card_application_form ON card_application (form_mark);
      CREATE TRIGGER card_application_no_delete BEFORE DELETE ON card_application BEGIN SELECT RAISE(ABORT, 'card applications are kept'); END;

      CREATE TABLE card_application_history (
        sequence INTEGER NOT NULL REFERENCES card_application (sequence),
        version INTEGER NOT NULL,
        at INTEGER NOT NULL,
        -- The day it happened.
        day TEXT NOT NULL CHECK (length(day) = 10),
        change TEXT NOT NULL,
        state TEXT NOT NULL,
        actor TEXT NOT NULL,
        place TEXT NOT NULL,
        reason TEXT,
        PRIMARY KEY (sequence, version)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX card_application_steps ON card_application_history (change, day);
    `)
  },
}

import type { Migration } from '../migrate.ts'

/** Card cases and what happened to each. Who they are about is sealed. Instants are milliseconds since the epoch, UTC; days are ISO, in Japan. */
export const cardCases: Migration = {
  name: 'card-cases',
  up(database) {
    database.exec(`
      CREATE TABLE card_case (
        sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
        case_id TEXT NOT NULL UNIQUE CHECK (length(case_id) = 32 AND case_id NOT GLOB '*[^0-9a-f]*'),
        row_id TEXT NOT NULL CHECK (length(row_id) = 36),
        -- The day in Japan whose counter gave day_ordinal.
        day TEXT NOT NULL CHECK (length(day) = 10),
        day_ordinal INTEGER NOT NULL CHECK (day_ordinal > 0),
        opened_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'awaitingAnswer', 'ready', 'atCard', 'uncertain', 'done', 'refused', 'withdrawn')),
        version INTEGER NOT NULL CHECK (version > 0),
        -- Version that sealed the facts and the look at the card; NULL: none yet.
        facts_version INTEGER,
        card_version INTEGER,
        -- 照会書兼回答書
        posted_on TEXT,
        due_on TEXT,
        received_on TEXT,
        accepted INTEGER CHECK (accepted IN (0, 1)),
        -- Account of the second pair of eyes, for the facts as they are.
        second_person TEXT,
        -- Orders to the issuer's terminal: id, work, state, whether it may have been done before.
        orders TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(orders)),
        failure TEXT,
        link TEXT NOT NULL DEFAULT 'none' CHECK (link IN ('none', 'outstanding', 'linked')),
        finished_on TEXT,
        CHECK ((posted_on IS NULL) = (due_on IS NULL)),
        CHECK (received_on IS NULL OR posted_on IS NOT NULL),
        CHECK ((received_on IS NULL) = (accepted IS NULL)),
        CHECK ((state IN ('done', 'refused', 'withdrawn')) = (finished_on IS NOT NULL))
      ) STRICT;
      CREATE INDEX card_case_finished ON card_case (finished_on);
      CREATE INDEX card_case_day ON card_case (day);
      CREATE TRIGGER card_case_no_delete BEFORE DELETE ON card_case BEGIN SELECT RAISE(ABORT, 'card cases are kept'); END;

      CREATE TABLE card_case_history (
        sequence INTEGER NOT NULL REFERENCES card_case (sequence),
        version INTEGER NOT NULL,
        at INTEGER NOT NULL,
        change TEXT NOT NULL,
        state TEXT NOT NULL,
        actor TEXT NOT NULL,
        reason TEXT,
        PRIMARY KEY (sequence, version)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}

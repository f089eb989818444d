import type { Migration } from '../migrate.ts'

/** Requests, what happened to each, their print jobs, and the outbox. Instants are milliseconds since the epoch, UTC. */
export const requests: Migration = {
  name: 'requests',
  up(database) {
    database.exec(`
      CREATE TABLE request (
        -- The largest plus one, and never deleted: gapless by construction.
        sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
        request_id TEXT NOT NULL UNIQUE CHECK (length(request_id) = 32 AND request_id NOT GLOB '*[^0-9a-f]*'),
        row_id TEXT NOT NULL CHECK (length(row_id) = 36),
        -- The day in Japan whose counter gave day_ordinal.
        day TEXT NOT NULL CHECK (length(day) = 10),
        day_ordinal INTEGER NOT NULL CHECK (day_ordinal > 0),
        received_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        service TEXT NOT NULL,
        extent TEXT NOT NULL,
        language TEXT NOT NULL,
        include TEXT NOT NULL CHECK (json_valid(include)),
        copies INTEGER NOT NULL CHECK (copies > 0),
        fee INTEGER NOT NULL CHECK (fee >= 0),
        subject_digest TEXT NOT NULL CHECK (length(subject_digest) = 64),
        state TEXT NOT NULL CHECK (state IN ('received', 'printing', 'uncertain', 'printed', 'paid', 'handedOver', 'voided')),
        -- Where the print attempt under way began.
        origin TEXT CHECK (origin IN ('received', 'printed', 'paid', 'handedOver')),
        slip TEXT NOT NULL CHECK (slip IN ('pending', 'printed', 'failed')),
        slip_failure TEXT,
        print_failure TEXT,
        reissues INTEGER NOT NULL DEFAULT 0 CHECK (reissues >= 0),
        received_yen INTEGER CHECK (received_yen >= 0),
        version INTEGER NOT NULL CHECK (version > 0),
        job_id TEXT,
        certificate_numbers TEXT NOT NULL CHECK (json_valid(certificate_numbers)),
        -- The day in Japan on which it was handed over or voided; NULL while it waits for someone.
        finished_on TEXT,
        CHECK ((state IN ('printing', 'uncertain')) = (origin IS NOT NULL)),
        CHECK ((state IN ('handedOver', 'voided')) = (finished_on IS NOT NULL)),
        CHECK (state NOT IN ('paid', 'handedOver') OR received_yen IS NOT NULL)
      ) STRICT;
      CREATE INDEX request_finished ON request (finished_on);
      CREATE TRIGGER request_no_delete BEFORE DELETE ON request BEGIN SELECT RAISE(ABORT, 'requests are kept'); END;

      CREATE TABLE request_history (
        sequence INTEGER NOT NULL REFERENCES request (sequence),
        version INTEGER NOT NULL,
        at INTEGER NOT NULL,
        change TEXT NOT NULL,
        state TEXT NOT NULL,
        actor TEXT NOT NULL,
        reason TEXT,
        PRIMARY KEY (sequence, version)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE print_job (
        -- A job id that comes a second time is refused: it would let one paper answer for another.
        job_id TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL REFERENCES request (sequence),
        -- The request's version when the job began: orders the jobs of a request.
        version INTEGER NOT NULL,
        reissue INTEGER NOT NULL CHECK (reissue IN (0, 1)),
        certificate_numbers TEXT NOT NULL CHECK (json_valid(certificate_numbers)),
        began_at INTEGER NOT NULL,
        outcome TEXT CHECK (outcome IN ('printed', 'failed', 'uncertain')),
        failure TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX print_job_of_request ON print_job (sequence, version);

      -- Published events are deleted, so that what is left needs no index.
      CREATE TABLE outbox (
        position INTEGER PRIMARY KEY,
        event_id TEXT NOT NULL,
        subject TEXT NOT NULL,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        created_at INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'dead')),
        attempts INTEGER NOT NULL DEFAULT 0,
        next_attempt_at INTEGER NOT NULL,
        lease_id TEXT,
        lease_until INTEGER,
        last_error_code TEXT
      ) STRICT;
    `)
  },
}

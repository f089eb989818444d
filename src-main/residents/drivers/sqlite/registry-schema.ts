/**
 * The embedded resident registry: one SQLite file that the municipality's system (or the training kit) writes
 * anew and that the kiosk only reads.
 *
 * Most columns accept NULL although a record needs them: the file is an export, exports have holes, and a hole
 * must reach the reader, which refuses that record by the name of the field (RESIDENT-INCOMPLETE), instead of
 * failing the whole export. Dates are `YYYY-MM-DD`, unknown parts `??`.
 */
export const registryApplicationId = 0x4d52_4547 // "MREG"
export const registrySchemaVersion = 1

export const registrySchema = `
CREATE TABLE household (
  household_id TEXT PRIMARY KEY CHECK (length(household_id) BETWEEN 1 AND 15), -- 世帯番号
  address TEXT,
  head_name TEXT
) STRICT;

CREATE TABLE resident (
  resident_id TEXT PRIMARY KEY,                -- 宛名番号
  household_id TEXT NOT NULL REFERENCES household,
  position INTEGER NOT NULL,                   -- order in the record; the head comes first in any case
  name TEXT, name_kana TEXT,
  former_surname TEXT, former_surname_kana TEXT, -- 旧氏
  alias TEXT, alias_kana TEXT,                 -- 通称
  birth_date TEXT,
  sex TEXT,                                    -- male, female, notStated
  is_head INTEGER,
  relationship_label TEXT,                     -- 続柄
  relationship_codes TEXT,                     -- up to four codes of two characters, joined: 627420
  domicile_address TEXT, domicile_head TEXT,   -- 本籍, 筆頭者
  became_resident_on TEXT,
  address_set_on TEXT,
  notified_on TEXT,
  previous_address TEXT,
  status TEXT,                                 -- current, movingOut, movedOut, deceased
  status_on TEXT,
  destination TEXT,
  UNIQUE (household_id, position)
) STRICT;

CREATE TABLE foreign_resident (
  resident_id TEXT PRIMARY KEY REFERENCES resident,
  nationality TEXT,
  category TEXT,
  became_foreign_resident_on TEXT,
  status_of_residence TEXT,
  period_of_stay TEXT,
  period_expires_on TEXT,
  residence_card_number TEXT
) STRICT;

CREATE TABLE remark (                          -- 備考
  resident_id TEXT NOT NULL REFERENCES resident,
  position INTEGER NOT NULL,
  text TEXT,
  PRIMARY KEY (resident_id, position)
) STRICT;

CREATE TABLE issuance_block (                  -- 抑止設定
  resident_id TEXT NOT NULL REFERENCES resident,
  block TEXT NOT NULL,
  PRIMARY KEY (resident_id, block)
) STRICT;

-- Read only when one of them is to be printed.
CREATE TABLE resident_number (
  resident_id TEXT PRIMARY KEY REFERENCES resident,
  individual_number TEXT,                      -- 個人番号
  resident_record_code TEXT                    -- 住民票コード
) STRICT;

-- A renewed card has a new certificate; several may lead to one resident.
CREATE TABLE certificate_link (
  issuer TEXT NOT NULL,
  issuer_key_identifier TEXT NOT NULL,
  serial TEXT NOT NULL,
  resident_id TEXT NOT NULL REFERENCES resident,
  PRIMARY KEY (issuer, issuer_key_identifier, serial)
) STRICT, WITHOUT ROWID;

PRAGMA application_id = ${registryApplicationId};
PRAGMA user_version = ${registrySchemaVersion};
`
